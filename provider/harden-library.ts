import type Provider from 'oidc-provider';
import type { Client } from 'oidc-provider';

import type { ArtefactStore } from './artefact-store.ts';
import { assertionAudiences } from './client-tier.ts';
import { asProtocolError } from './protocol-error.ts';

interface OverridableContext {
  readonly client: Client | undefined;
  readonly ctx: { readonly cookies: unknown };
}

/**
 * What the library takes from the request, and must take from the configuration instead (design, section 8.0);
 * and its one replay check that no adapter can make atomic (LIBRARY, section 1.14).
 */
export function hardenLibrary(provider: Provider, artefacts: ArtefactStore): void {
  const { issuer } = provider;
  const prototype: object = provider.OIDCContext.prototype;

  Object.defineProperties(prototype, {
    urlFor: {
      value: (name: string, options?: object) =>
        new URL(provider.pathFor(name, { mountPath: '', ...options }), issuer).href,
    },
    clientJwtAuthExpectedAudience: {
      value(this: OverridableContext) {
        return assertionAudiences(this.client, { issuer, tokenEndpoint: provider.urlFor('token') });
      },
    },
    // One cookie jar for one request, marked secure by our own guard: the library would make a second one.
    cookies: {
      get(this: OverridableContext) {
        return this.ctx.cookies;
      },
    },
  });

  Object.assign(provider.ReplayDetection, {
    unique: (iss: string, jti: string, exp: number) =>
      asProtocolError(
        artefacts.remember(
          `client-assertion ${iss}`,
          jti,
          Math.max(1, exp - Math.floor(Date.now() / 1000)),
        ),
      ),
  });
}
