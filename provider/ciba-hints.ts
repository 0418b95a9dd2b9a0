import { createHmac, createSecretKey } from 'node:crypto';

import { errors, type KoaContextWithOIDC } from 'oidc-provider';

import { normaliseIdentifier, type AccountStore } from '../accounts/account.ts';
import type { AuthenticationStore } from '../accounts/authentication-store.ts';
import { isId, type AccountId } from '../ids.ts';
import type { PairwiseSubject } from './pairwise.ts';
import { askedSubjects } from './subject-hint.ts';

export interface HintSources {
  readonly accounts: Pick<AccountStore, 'findByIdentifier'>;
  readonly authentications: Pick<AuthenticationStore, 'find'>;
  readonly subjectFor: PairwiseSubject;
  /** Makes up people who are not there. */
  readonly key: Buffer;
}

export interface HintedPerson {
  readonly accountId: AccountId;
  /** False for somebody made up, who is asked in vain: the relying party must not learn who has an account. */
  readonly real: boolean;
  /** Whom the limit counts: by what the client said. */
  readonly countedAs: AccountId;
}

/** Whom a client wants to ask (CIBA Core 1.0, section 7.1). */
export interface CibaHints {
  /** `login_hint`: an identification number, or the `authentication_event_id` of an earlier login at this client. */
  fromLoginHint(ctx: KoaContextWithOIDC, hint: string): Promise<HintedPerson | undefined>;
  /** `id_token_hint`, which the library has verified: `sub` is pairwise, the evidence id in it leads back. */
  fromIdTokenHint(ctx: KoaContextWithOIDC): Promise<HintedPerson | undefined>;
}

/** Any spelling of a number that could be one; the form is public, who has one is not. */
const IDENTIFIER = /^[0-9A-Z]\d{11}$/;

export function createCibaHints(sources: HintSources): CibaHints {
  const { accounts, authentications, subjectFor } = sources;
  const key = createSecretKey(sources.key);
  const nobody = (hint: string): HintedPerson => {
    const digest = createHmac('sha256', key).update(hint).digest('base64url').slice(0, 24);
    const accountId: AccountId = `acc_${digest}`;
    return { accountId, countedAs: accountId, real: false };
  };

  const byEvidence = async ({ oidc }: KoaContextWithOIDC, id: unknown) => {
    const found = isId('evt', id) ? await authentications.find(id) : undefined;
    // Who acted for another is not asked by the other's name: requests of CIBA are for who can answer for themselves.
    const isOwn = found?.clientId === oidc.client?.clientId && found?.actorId === undefined;
    return isOwn ? found : undefined;
  };

  return {
    async fromLoginHint(ctx, hint) {
      if (isId('evt', hint)) {
        const found = await byEvidence(ctx, hint);
        return found && { accountId: found.accountId, countedAs: found.accountId, real: true };
      }
      const identifier = normaliseIdentifier(hint);
      if (!IDENTIFIER.test(identifier)) return undefined;
      const account = await accounts.findByIdentifier(identifier);
      const { client, params } = ctx.oidc;
      if (account === undefined || client === undefined) return nobody(identifier);
      // Told apart here, a number could be tried against a `sub`.
      const sub = subjectFor(account.id, client);
      const isAsked = askedSubjects(params ?? {}).every((asked) => asked === sub);
      return isAsked
        ? { ...nobody(identifier), accountId: account.id, real: true }
        : nobody(identifier);
    },

    async fromIdTokenHint(ctx) {
      const { client, entities } = ctx.oidc;
      const payload = entities.IdTokenHint?.payload;
      const found = await byEvidence(ctx, payload?.['authentication_event_id']);
      if (found === undefined || client === undefined) return undefined;
      if (subjectFor(found.accountId, client) !== payload?.['sub']) {
        throw new errors.UnknownUserId('id_token_hint is not of this client');
      }
      return { accountId: found.accountId, countedAs: found.accountId, real: true };
    },
  };
}
