import { openPostgresRegister } from '../../adapters/postgres/open-register.ts';
import { freshKeep } from './register-keep.ts';

/** Opens the register of `DATABASE_URL` as a node that starts does, and says how that went. */
async function openAndClose(): Promise<string> {
  try {
    const register = await openPostgresRegister(process.env['DATABASE_URL'] ?? '', freshKeep());
    await register.close();
    return 'opened';
  } catch (error) {
    return String(error);
  }
}

async function answer(): Promise<void> {
  process.send?.(await openAndClose());
  process.disconnect();
}

process.once('message', () => void answer());
process.send?.('ready');
