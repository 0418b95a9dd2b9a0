import type { Middleware } from 'koa';
import type Provider from 'oidc-provider';

import { allowLibraryForms } from './pages.tsx';

/** The library as the last middleware of our own application: one Koa context, one cookie jar, our guards in front. */
export function mountProvider(provider: Provider, recordEvents: Middleware): Middleware {
  const [library, ...others] = provider.middleware;
  if (library === undefined || others.length > 0) throw new TypeError('expected the library alone');
  return async (ctx, next) => {
    await recordEvents(ctx, async () => {
      await allowLibraryForms(ctx, async () => library(ctx, next));
    });
  };
}
