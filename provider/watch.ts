import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';

import { spentModel } from './grant-source.ts';

/** How an authorization request went: `interaction_needed` is the answer to a `prompt=none` that cannot be met. */
export type JourneyOutcome =
  | 'started'
  | 'completed'
  | 'denied'
  | 'unmet'
  | 'interaction_needed'
  | 'refused'
  | 'failed';

/** Whoever counts what the OpenID side does; told at once, and must not throw. */
export interface ProviderWatch {
  /** `interactive`: a page was needed. What started and never came to another outcome was abandoned. */
  journey(outcome: JourneyOutcome, interactive: boolean): void;
  /** `grantType` is what the client sent. */
  tokens(grantType: unknown, outcome: 'issued' | 'refused' | 'failed'): void;
  /** Something that may be spent once came again: it was refused, or all that came of it was revoked. */
  replay(model: string, consequence: 'refused' | 'revoked'): void;
}

export function attachWatch(provider: Provider, watch: ProviderWatch): void {
  const interactive = (ctx: KoaContextWithOIDC) =>
    ctx.oidc?.route === 'resume' || ctx.oidc?.route === 'device_resume';
  const grantType = (ctx: KoaContextWithOIDC) => ctx.oidc.params?.['grant_type'];

  provider.on('interaction.started', (ctx) => {
    // A second page of the same journey starts at its resume.
    if (!interactive(ctx)) watch.journey('started', true);
  });
  provider.on('authorization.success', (ctx) => watch.journey('completed', interactive(ctx)));
  provider.on('authorization.error', (ctx, error) =>
    watch.journey(outcomeOf(error.message), interactive(ctx)),
  );
  provider.on('grant.success', (ctx) => watch.tokens(grantType(ctx), 'issued'));
  provider.on('grant.error', (ctx) => watch.tokens(grantType(ctx), 'refused'));
  provider.on('grant.revoked', (ctx) => {
    // At the token endpoint a grant is revoked for one reason only.
    if (ctx.oidc.route === 'token') watch.replay(spentModel(grantType(ctx)), 'revoked');
  });
  provider.on('server_error', (ctx) => {
    if (ctx.oidc?.route === 'token') watch.tokens(grantType(ctx), 'failed');
    if (ctx.oidc?.route === 'authorization' || interactive(ctx)) {
      watch.journey('failed', interactive(ctx));
    }
  });
}

/** By the error code the relying party is told. */
function outcomeOf(error: string): JourneyOutcome {
  switch (error) {
    case 'access_denied':
      return 'denied';
    case 'unmet_authentication_requirements':
      return 'unmet';
    case 'login_required':
    case 'consent_required':
    case 'interaction_required':
    case 'account_selection_required':
      return 'interaction_needed';
    case 'server_error':
    case 'temporarily_unavailable':
      return 'failed';
    default:
      return 'refused';
  }
}
