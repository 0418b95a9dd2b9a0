import type Koa from 'koa';
import type Provider from 'oidc-provider';
import type { Client } from 'oidc-provider';

import type { ArtefactStore } from './artefact-store.ts';
import { assertionAudiences } from './client-tier.ts';
import { rememberOnce } from './replays.ts';
import { keepLateSessions } from './late-sessions.ts';

interface OverridableContext {
  readonly client: Client | undefined;
  readonly ctx: { readonly cookies: unknown; readonly state: Koa.DefaultState };
  readonly route: string;
}

/**
 * What the library takes from the request, and must take from the configuration instead (design, section 8.0);
 * and its one replay check that no adapter can make atomic (LIBRARY, section 1.14).
 */
export function hardenLibrary(provider: Provider, artefacts: ArtefactStore): void {
  const { issuer } = provider;
  const prototype: object = provider.OIDCContext.prototype;
  const addressOf = (name: string, options?: object) =>
    provider.pathFor(name, { mountPath: '', ...options });

  Object.defineProperties(prototype, {
    urlFor: {
      value(this: OverridableContext, name: string, options?: object) {
        // Its own address, as a DPoP proof names it (RFC 9449, section 4.3): at one of the two origins we have.
        const origin = name === this.route ? this.ctx.state.mutualTlsOrigin : undefined;
        return new URL(addressOf(name, options), origin ?? issuer).href;
      },
    },
    clientJwtAuthExpectedAudience: {
      value(this: OverridableContext) {
        const tokenEndpoint = new URL(addressOf('token'), issuer).href;
        return assertionAudiences(this.client, { issuer, tokenEndpoint });
      },
    },
    // One cookie jar for one request, marked secure by our own guard: the library would make a second one.
    cookies: {
      get(this: OverridableContext) {
        return this.ctx.cookies;
      },
    },
  });

  Object.assign(provider.ReplayDetection, { unique: rememberOnce(artefacts) });
  keepLateSessions(provider);
}
