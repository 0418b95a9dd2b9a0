import { hashPassword, matchesHash, PASSWORD_COST } from '../../accounts/password-hash.ts';
import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import { quantile } from './figures.ts';

const HASHES = 15;

/** CPU of one argon2id hash, ms: what a password costs on purpose, whatever the rest of the login does. */
export async function measureHashCost(): Promise<number> {
  const password = Buffer.from(PERSONA_PASSWORD);
  const hash = await hashPassword(password, PASSWORD_COST);
  const costs: number[] = [];
  for (let each = 0; each < HASHES; each += 1) {
    const before = process.cpuUsage();
    await matchesHash(password, hash);
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000);
  }
  return quantile(costs, 0.5);
}
