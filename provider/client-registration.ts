import Provider, { errors, type AdapterPayload, type KoaContextWithOIDC } from 'oidc-provider';

import type { ClientRecord, ClientStore } from '../clients/client.ts';
import type { Invitation, Invitations } from '../clients/invitations.ts';
import { newcomerPolicy, NEWCOMER_SCOPES } from '../clients/newcomer-policy.ts';
import type { Surroundings } from '../clients/policy/tier-check.ts';
import { isUnsaid, tierDefaults } from '../clients/policy/tier-defaults.ts';
import { isTier, TIER_RULES, TIERS, type Tier } from '../clients/policy/tiers.ts';
import type { ArtefactStore } from './artefact-store.ts';
import { requireSaneMembers, requireScopes, wishesOf } from './client-metadata.ts';
import { tierOf } from './client-tier.ts';
import { asProtocolError } from './protocol-error.ts';
import { requireTier } from './tier-refusal.ts';

/** RFC 7591 and 7592: who may register what, and what may become of it. One rule for creation and update. */
export interface ClientRegistration {
  /** Before a registration: the initial access token, where there is one or must be one. Throws `InvalidToken`. */
  admit(ctx: KoaContextWithOIDC): Promise<void>;
  /**
   * The validator of the library: completes what the tier demands and was not mentioned. `ctx` is undefined where a
   * stored client is only read. Throws `InvalidClientMetadata`.
   */
  complete(ctx: KoaContextWithOIDC | undefined, metadata: Record<string, unknown>): void;
  /** What the library has found in order, and we look at once more as a whole. */
  store(clientId: string, payload: AdapterPayload): Promise<void>;
  remove(clientId: string): Promise<void>;
}

export interface RegistrationSources {
  readonly clients: ClientStore;
  readonly invitations: Invitations;
  readonly artefacts: ArtefactStore;
  readonly now: () => number;
  readonly surroundings: Surroundings;
}

/** Under which name the library carries the id of an invitation through a registration. */
export const INVITATION_ENTITY = 'Invitation';

interface Admission {
  readonly token: string;
  readonly invitation: Invitation;
}

/** Two updates with one registration access token that come together: the second has to look again. */
const UPDATE_SECONDS = 10;

export function createClientRegistration(sources: RegistrationSources): ClientRegistration {
  const { clients, invitations, artefacts, surroundings } = sources;
  /** By request. */
  const admissions = new WeakMap<object, Admission>();
  const invitationOf = ({ oidc }: KoaContextWithOIDC) => admissions.get(oidc);

  const create = async (ctx: KoaContextWithOIDC, record: ClientRecord): Promise<void> => {
    const admission = invitationOf(ctx);
    if (admission === undefined) return clients.save(record);
    const { token, invitation } = admission;
    if (!(await invitations.spend(token, invitation)))
      throw new errors.InvalidToken('all its uses are spent');
    try {
      await clients.save(record);
    } catch (error) {
      await invitations.giveBack(token);
      throw error;
    }
  };

  const update = async ({ oidc }: KoaContextWithOIDC, record: ClientRecord): Promise<void> => {
    const token = oidc.getAccessToken();
    if (!(await artefacts.remember('client update', token, UPDATE_SECONDS))) {
      throw new errors.InvalidToken('another update with this token is under way');
    }
    // Deleted meanwhile: it does not come back.
    if (!(await clients.replace(record))) throw new errors.InvalidToken('client not found');
  };

  return {
    async admit(ctx) {
      if (ctx.headers.authorization === undefined) {
        if (surroundings.sandbox) return;
        throw new errors.InvalidToken('an initial access token is needed here');
      }
      const token = ctx.oidc.getAccessToken();
      const invitation = await asProtocolError(invitations.find(token));
      if (invitation === undefined) throw new errors.InvalidToken('initial access token not found');
      admissions.set(ctx.oidc, { token, invitation });
      ctx.oidc.entity(INVITATION_ENTITY, invitation.id);
    },

    complete(ctx, metadata) {
      if (ctx === undefined) return;
      const given = ctx.oidc.body ?? {};
      requireSaneMembers(metadata);
      const tier = chosenTier(ctx, given, invitationOf(ctx)?.invitation);
      metadata['tier'] = tier;
      Object.assign(metadata, tierDefaults(metadata, given, TIER_RULES[tier]));
      dropUnusedSecret(ctx, metadata);
    },

    async store(clientId, { tier, ...metadata }) {
      const ctx = contextOfRegistration();
      if (!isTier(tier)) throw new TypeError('a client without a tier');
      requireTier(metadata, tier, surroundings);
      const existing = await clients.find(clientId);
      refuseSeeded(existing);
      const scopes =
        existing?.policy.entitledScopes ?? invitationOf(ctx)?.invitation.scopes ?? NEWCOMER_SCOPES;
      requireScopes(metadata, scopes);
      const policy = newcomerPolicy({ ...wishesOf(clientId, metadata), tier, scopes });
      const record: ClientRecord = {
        clientId,
        origin: 'self-registered',
        metadata,
        policy: existing === undefined ? policy : renewed(existing, policy),
        createdAt: existing?.createdAt ?? sources.now(),
      };
      await (ctx.oidc.route === 'registration' ? create(ctx, record) : update(ctx, record));
    },

    async remove(clientId) {
      refuseSeeded(await clients.find(clientId));
      await clients.remove(clientId);
    },
  };
}

/** Whoever registers may choose in a sandbox, and is told by who invites; nobody changes it afterwards. */
function chosenTier(
  ctx: KoaContextWithOIDC,
  { tier: asked }: Readonly<Record<string, unknown>>,
  invitation: Invitation | undefined,
): Tier {
  if (!isUnsaid(asked) && !isTier(asked)) {
    throw new errors.InvalidClientMetadata(`tier must be one of ${TIERS.join(', ')}`);
  }
  const { client } = ctx.oidc;
  const fixed = client === undefined ? invitation?.tier : tierOf(client);
  if (fixed === undefined) return isUnsaid(asked) ? 'baseline' : asked;
  if (isUnsaid(asked) || asked === fixed) return fixed;
  throw new errors.InvalidClientMetadata(
    client === undefined
      ? `tier is ${asked}, where the initial access token is for ${fixed}`
      : `tier is ${asked}, and ${fixed} is not changed by an update`,
  );
}

/** The library draws one before it knows what the tier makes of the method; none is kept that opens nothing. */
function dropUnusedSecret({ oidc }: KoaContextWithOIDC, metadata: Record<string, unknown>): void {
  const { needsSecret } = oidc.provider.Client as unknown as {
    needsSecret(metadata: object): boolean;
  };
  if (needsSecret(metadata)) return;
  delete metadata['client_secret'];
  delete metadata['client_secret_expires_at'];
}

function contextOfRegistration(): KoaContextWithOIDC {
  const { ctx } = Provider;
  if (ctx === undefined) throw new TypeError('a client is registered by a request');
  return ctx;
}

/** Whether the request under way registers or changes a relying party. */
export function isBeingRegistered(): boolean {
  const route = Provider.ctx?.oidc.route;
  return route === 'registration' || route === 'client_update';
}

function refuseSeeded(existing: ClientRecord | undefined): void {
  if (existing?.origin !== 'seeded') return;
  throw new errors.InvalidClientMetadata('this client is not changed through registration');
}

/** What was agreed with its organisation stays; what it says of itself may change. */
function renewed(
  { policy }: ClientRecord,
  { organisation, purposes, optionalScopes }: ClientRecord['policy'],
) {
  const { name } = organisation;
  return { ...policy, organisation: { ...policy.organisation, name }, purposes, optionalScopes };
}
