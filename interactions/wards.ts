import type { Account } from '../accounts/account.ts';
import { stateOf } from '../accounts/acting.ts';
import type { Guardianship, GuardianshipStore } from '../accounts/guardianship.ts';
import { principalOf, type Principal } from '../accounts/principal.ts';
import type { StandingStore } from '../accounts/standing.ts';
import type { Clock } from '../clock.ts';

/** Somebody the person at the browser may act for now. */
export interface Ward {
  readonly principal: Principal;
  readonly account: Account;
  readonly basis: Guardianship['basis'];
  /** False: the account cannot be used now. Why is not told. */
  readonly usable: boolean;
}

export interface WardSources {
  readonly standings: StandingStore;
  readonly guardianships: GuardianshipStore;
  readonly clock: Clock;
}

/** Those this person may act for at a relying party, oldest guardianship first; `actor` is known to be in order. */
export async function loadWards(
  actor: Account,
  clientId: string,
  { standings, guardianships, clock }: WardSources,
): Promise<readonly Ward[]> {
  const found = await guardianships.ofGuardian(actor.id);
  const wards = await Promise.all(
    found.map(async (guardianship): Promise<Ward | undefined> => {
      const standing = await standings.load(guardianship.wardId, clientId);
      if (standing === undefined) return undefined;
      const { account } = standing;
      const acting = { ...standing, actor: { account: actor, locks: [], guardianship } };
      const { kind } = stateOf(acting, clock());
      if (kind !== 'active' && kind !== 'ward_unusable') return undefined;
      const principal = principalOf({ accountId: account.id, actorId: actor.id });
      return { principal, account, basis: guardianship.basis, usable: kind === 'active' };
    }),
  );
  return wards.filter((ward) => ward !== undefined);
}
