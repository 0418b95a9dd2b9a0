import Provider from 'oidc-provider';

import type { ArtefactPayload } from './artefact-store.ts';

/** Grants read together with what belongs to them: the library asks for them next, in the same request, once. */
export interface FoundGrants {
  keep(grantId: string | undefined, grant: ArtefactPayload): void;
  take(grantId: string): ArtefactPayload | undefined;
}

export function createFoundGrants(): FoundGrants {
  const byRequest = new WeakMap<
    object,
    { readonly grantId: string; readonly grant: ArtefactPayload }
  >();
  return {
    keep(grantId, grant) {
      const request = Provider.ctx?.oidc;
      if (request !== undefined && grantId !== undefined)
        byRequest.set(request, { grantId, grant });
    },
    take(grantId) {
      const request = Provider.ctx?.oidc;
      const found = request === undefined ? undefined : byRequest.get(request);
      if (request === undefined || found?.grantId !== grantId) return undefined;
      byRequest.delete(request);
      return found.grant;
    },
  };
}
