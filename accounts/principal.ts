import { isId, type AccountId } from '../ids.ts';

/** One person acting for another, as one word that the library carries about in place of an account id. */
export type ActingPrincipal = `act_${string}`;

/**
 * Whom a session of a relying party, a grant or a token is about: somebody for themselves, or one person for another.
 * Who acts for nobody has the account id they always had. The other form begins differently on purpose: whatever was
 * not told of it takes it for nobody's.
 */
export type Principal = AccountId | ActingPrincipal;

export interface Persons {
  /** Whom tokens name, and whose data they tell. */
  readonly accountId: AccountId;
  /** Who proves, where that is somebody else. */
  readonly actorId: AccountId | undefined;
}

/** Between the two; no id of ours has it. */
const SEPARATOR = '.';

export function principalOf({ accountId, actorId }: Persons): Principal {
  if (actorId === undefined || actorId === accountId) return accountId;
  return `act_${restOf(accountId)}${SEPARATOR}${restOf(actorId)}`;
}

export function isActingPrincipal(value: Principal | undefined): value is ActingPrincipal {
  return value?.startsWith('act_') === true;
}

/** Undefined for anything that is no principal. */
export function parsePrincipal(value: unknown): Persons | undefined {
  if (isId('acc', value)) return { accountId: value, actorId: undefined };
  const [, account, actor] = ACTING.exec(typeof value === 'string' ? value : '') ?? [];
  if (account === undefined || actor === undefined || account === actor) return undefined;
  return { accountId: `acc_${account}`, actorId: `acc_${actor}` };
}

/** Whose factors and whose browser session it is. */
export function proverOf({ accountId, actorId }: Persons): AccountId {
  return actorId ?? accountId;
}

const ACTING = /^act_([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

function restOf(id: AccountId): string {
  return id.slice('acc_'.length);
}
