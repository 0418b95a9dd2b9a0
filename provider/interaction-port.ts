import type { Context } from 'koa';
import type Provider from 'oidc-provider';

import type { Ledger } from '../accounts/ledger.ts';
import type { Audit } from '../audit/events.ts';
import { disclosureItems } from '../clients/disclosure.ts';
import type { ClientStore } from '../clients/client.ts';
import type { Clock } from '../clock.ts';
import { InteractionGone } from '../errors.ts';
import { isId } from '../ids.ts';
import {
  LONGEST_INTERACTION_SECONDS,
  type InteractionPort,
  type PendingInteraction,
} from './port.ts';
import { readAuthorizationRequest } from './request.ts';
import { TTL } from './ttl.ts';

type Interaction = InstanceType<Provider['Interaction']>;

export interface PortSources {
  readonly clients: ClientStore;
  readonly ledger: Ledger;
  readonly audit: Audit;
  readonly clock: Clock;
}

export function createInteractionPort(
  provider: Provider,
  { clients, ledger, audit, clock }: PortSources,
): InteractionPort {
  const seconds = () => Math.floor(clock() / 1000);

  const find = async (ctx: Context, uid: string): Promise<Interaction> => {
    // The cookie, not the address, says whose interaction this is.
    const cookie = ctx.cookies.get(provider.cookieName('interaction'), { signed: true });
    const interaction = cookie === uid ? await provider.Interaction.find(uid) : undefined;
    if (interaction === undefined) throw new InteractionGone('interaction not found');
    return interaction;
  };

  const save = async (interaction: Interaction): Promise<string> => {
    await interaction.save(Math.max(1, interaction.exp - seconds()));
    return interaction.returnTo;
  };

  /** Somebody else is signed in in this browser, and the person has said it is not them. */
  const leaveOtherSession = async (ctx: Context, interaction: Interaction, accountId: string) => {
    const session = await provider.Session.get(ctx);
    if (session.accountId === undefined || session.accountId === accountId) return;
    await audit.sessionSwitched(
      {
        requestId: ctx.state.requestId,
        accountId: isId('acc', session.accountId) ? session.accountId : undefined,
        clientId: String(interaction.params['client_id']),
      },
      { reason: 'other_account_chosen' },
    );
    await ledger.forget(session.uid);
    await session.destroy();
    interaction.session = undefined;
  };

  return {
    async load(ctx, uid) {
      const interaction = await find(ctx, uid);
      const clientId = String(interaction.params['client_id']);
      const client = await clients.find(clientId);
      if (client === undefined) throw new InteractionGone('client not found');
      const session = await provider.Session.get(ctx);
      const request = readAuthorizationRequest(interaction.params, client.policy);
      return {
        uid,
        transaction: interaction.cid,
        expiresAt: interaction.exp * 1000,
        reasons: interaction.prompt.reasons as PendingInteraction['reasons'],
        request,
        client,
        items: disclosureItems(client.policy, request.data),
        redirectUri: String(interaction.params['redirect_uri']),
        session: isId('acc', session.accountId)
          ? { uid: session.uid, accountId: session.accountId }
          : undefined,
      };
    },

    async finish(ctx, uid, { accountId, factors }) {
      const interaction = await find(ctx, uid);
      await leaveOtherSession(ctx, interaction, accountId);
      interaction.result = {
        // A session cookie: it ends with the browser, as it must on a shared computer.
        login: { accountId, remember: false, factors },
        consent: {},
        select_account: {},
      };
      return save(interaction);
    },

    async abort(ctx, uid, error, description) {
      const interaction = await find(ctx, uid);
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
      renewCookies(provider, ctx, interaction, ttl);
      return (seconds() + ttl) * 1000;
    },
  };
}

/** The same two cookies the library set when the interaction began. */
function renewCookies(provider: Provider, ctx: Context, interaction: Interaction, ttl: number) {
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
