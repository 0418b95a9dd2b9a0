import type { Context } from 'koa';
import type Provider from 'oidc-provider';

import type { Ledger } from '../accounts/ledger.ts';
import type { Audit } from '../audit/events.ts';
import { isId, type AccountId } from '../ids.ts';
import { chosenAt } from './acting.ts';
import { announceLogout } from './backchannel-logout.ts';
import type { BrowserSession } from './port.ts';

export type StoredInteraction = InstanceType<Provider['Interaction']>;

export interface BrowserSessions {
  /** Who is signed in here. A session that has proven nothing, or nothing lately, is nobody's. */
  current(ctx: Context, clientId?: string): Promise<BrowserSession | undefined>;
  /**
   * Before an interaction is answered: the library resumes only into the session it began with. Where that one has
   * ended meanwhile, or belongs to somebody else, the answer begins a session of its own.
   */
  align(ctx: Context, interaction: StoredInteraction, accountId?: AccountId): Promise<void>;
}

export function createBrowserSessions(
  provider: Provider,
  ledger: Ledger,
  audit: Audit,
): BrowserSessions {
  /** Somebody else is signed in in this browser: who has just proven who they are stays, the other leaves. */
  const leave = async (
    ctx: Context,
    clientId: string,
    session: { uid: string; accountId: AccountId },
  ) => {
    await audit.sessionSwitched(
      { requestId: ctx.state.requestId, accountId: session.accountId, clientId },
      { reason: 'other_account_chosen' },
    );
    await ledger.forget(session.uid);
  };

  /** Read once for each request. */
  const sessions = new WeakMap<object, ReturnType<typeof provider.Session.get>>();
  const sessionOf = (ctx: Context) => {
    const session = sessions.get(ctx.req) ?? provider.Session.get(ctx);
    sessions.set(ctx.req, session);
    return session;
  };

  return {
    async current(ctx, clientId) {
      const session = await sessionOf(ctx);
      const { uid, accountId } = session;
      if (!isId('acc', accountId)) return undefined;
      if ((await ledger.read(uid, accountId)).length === 0) return undefined;
      const chosen = clientId === undefined ? undefined : chosenAt(session, clientId);
      return { uid, accountId, chosen };
    },

    async align(ctx, interaction, accountId) {
      const session = await sessionOf(ctx);
      const other = isId('acc', session.accountId) && session.accountId !== accountId;
      if (accountId !== undefined && other && isId('acc', session.accountId)) {
        const { uid, accountId: left } = session;
        await leave(ctx, String(interaction.params['client_id']), { uid, accountId: left });
        await announceLogout(provider, session);
        await session.destroy();
        interaction.session = undefined;
      }
      if (interaction.session?.uid !== session.uid) interaction.session = undefined;
    },
  };
}
