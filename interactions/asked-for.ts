import type { Account } from '../accounts/account.ts';
import type { StepInput } from './step.ts';
import { loadWards } from './wards.ts';

/**
 * Whether somebody may answer this request at all: it is for anybody, for them, or for a ward of theirs where the
 * relying party takes who acts. Asked of who has just proven who they are.
 */
export async function mayAnswer(
  { facts: { interaction }, services }: StepInput,
  account: Account,
): Promise<boolean> {
  const { client, isFor } = interaction;
  if (isFor(account.id)) return true;
  if (client.policy.takesActors !== true) return false;
  const wards = await loadWards(account, client.clientId, services);
  return wards.some(({ principal }) => isFor(principal));
}
