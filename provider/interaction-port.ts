import type { Context } from 'koa';
import type Provider from 'oidc-provider';

import type { Ledger } from '../accounts/ledger.ts';
import type { Audit } from '../audit/events.ts';
import type { Clock } from '../clock.ts';
import { InteractionGone } from '../errors.ts';
import { createBrowserSessions, type StoredInteraction } from './browser-session.ts';
import { createInteractionReader, type ReaderSources } from './interaction-reader.ts';
import { LONGEST_INTERACTION_SECONDS, type InteractionPort } from './port.ts';
import { TTL } from './ttl.ts';

export interface PortSources extends ReaderSources {
  readonly ledger: Ledger;
  readonly audit: Audit;
  readonly clock: Clock;
}

export function createInteractionPort(provider: Provider, sources: PortSources): InteractionPort {
  const { ledger, audit, clock } = sources;
  const sessions = createBrowserSessions(provider, ledger, audit);
  const seconds = () => Math.floor(clock() / 1000);

  /** Read once for each request: what changes it meanwhile is another request, which the resume will notice. */
  const found = new WeakMap<object, Promise<StoredInteraction | undefined>>();

  const find = async (ctx: Context, uid: string): Promise<StoredInteraction> => {
    // The cookie, not the address, says whose interaction this is.
    const cookie = ctx.cookies.get(provider.cookieName('interaction'), { signed: true });
    if (cookie !== uid) throw new InteractionGone('interaction not found');
    const finding = found.get(ctx.req) ?? provider.Interaction.find(uid);
    found.set(ctx.req, finding);
    const interaction = await finding;
    if (interaction === undefined) throw new InteractionGone('interaction not found');
    return interaction;
  };

  const save = async (interaction: StoredInteraction): Promise<string> => {
    await interaction.save(Math.max(1, interaction.exp - seconds()));
    return interaction.returnTo;
  };

  const describe = createInteractionReader(provider, sources);

  return {
    async load(ctx, uid) {
      const interaction = await find(ctx, uid);
      const session = await sessions.current(ctx, String(interaction.params['client_id']));
      return { ...(await describe(interaction, session)), session };
    },

    async finish(ctx, uid, { accountId, principal, factors }) {
      const interaction = await find(ctx, uid);
      await sessions.align(ctx, interaction, accountId);
      interaction.result = {
        // A session cookie: it ends with the browser, as it must on a shared computer.
        login: { accountId, remember: false, factors, ...(principal && { principal }) },
        consent: {},
        select_account: {},
      };
      return save(interaction);
    },

    async abort(ctx, uid, error, description) {
      const interaction = await find(ctx, uid);
      await sessions.align(ctx, interaction);
      interaction.result = { error, error_description: description };
      return save(interaction);
    },

    async extend(ctx, uid) {
      const interaction = await find(ctx, uid);
      const until = Math.min(
        seconds() + TTL.Interaction,
        interaction.iat + LONGEST_INTERACTION_SECONDS,
      );
      const ttl = Math.max(until, interaction.exp) - seconds();
      await interaction.save(ttl);
      setInteractionCookies(provider, ctx, interaction, ttl);
      return (seconds() + ttl) * 1000;
    },
  };
}

/** The same two cookies the library set when the interaction began. */
export function setInteractionCookies(
  provider: Provider,
  ctx: Context,
  interaction: Pick<StoredInteraction, 'uid' | 'returnTo'>,
  ttl: number,
): void {
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    secure: true,
    signed: true,
    overwrite: true,
    maxAge: ttl * 1000,
  } as const;
  const resumePath = new URL(interaction.returnTo).pathname;
  ctx.cookies.set(provider.cookieName('interaction'), interaction.uid, {
    ...options,
    path: `/interaction/${interaction.uid}`,
  });
  ctx.cookies.set(provider.cookieName('resume'), interaction.uid, { ...options, path: resumePath });
}
