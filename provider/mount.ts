import type { Middleware } from 'koa';

import type { Log } from '../log.ts';
import { completeError } from './complete-error.ts';
import type { RunningProvider } from './create-provider.ts';
import { keepCodeOnPage } from './device-pages.tsx';
import type { SigningKeys } from './key-watch.ts';
import { omitEmpty } from './discovery.ts';
import { allowLibraryForms } from './pages.tsx';
import { tellInterval } from './polling.ts';
import { letBeCached } from './published-documents.ts';
import { requireSignedIntrospection } from './token-place.ts';

export interface MountOptions {
  readonly keys: SigningKeys;
  readonly jwksMaxAgeSeconds: number;
  readonly log: Log;
}

/** The library as the last middleware of our own application: one Koa context, one cookie jar, our guards in front. */
export function mountProvider(running: RunningProvider, options: MountOptions): Middleware {
  return async (ctx, next) => {
    // The library spends a code first and signs afterwards: with no signature to be had, it had better not begin.
    if (ctx.method === 'POST' && ctx.path === '/token') options.keys.requireAvailable();
    const { middleware } = running.current();
    const [library, ...others] = middleware;
    if (library === undefined || others.length > 0) {
      throw new TypeError('expected the library alone');
    }
    await running.recordEvents(ctx, async () => {
      await allowLibraryForms(ctx, async () => {
        await running.postedRequests(ctx, async () => {
          await keepCodeOnPage(ctx, async () => {
            await running.logoutForms(ctx, async () => {
              await library(ctx, next);
            });
          });
        });
      });
    });
    requireSignedIntrospection(ctx);
    completeError(ctx, running.current().issuer, options.log);
    omitEmpty(ctx);
    tellInterval(ctx);
    letBeCached(ctx, options.jwksMaxAgeSeconds);
  };
}
