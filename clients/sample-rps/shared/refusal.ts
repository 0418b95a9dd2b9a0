import * as client from 'openid-client';

import { UnacceptableLogin } from './login.ts';
import { ProviderAway } from './provider.ts';

/** Why there is no login, in the members of an OAuth error response. */
export interface Refusal {
  /** Who says so: the provider, our own verification of its answer, or nobody because it did not answer. */
  readonly from: 'provider' | 'verification' | 'unavailable';
  readonly error: string;
  readonly error_description?: string;
}

/** Undefined: not a refusal but a defect, to be thrown on. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (isAway(error)) return { from: 'unavailable', error: 'temporarily_unavailable' };
  if (
    error instanceof client.AuthorizationResponseError ||
    error instanceof client.ResponseBodyError
  ) {
    return described('provider', error.error, error.error_description);
  }
  if (error instanceof UnacceptableLogin) {
    return described('verification', error.code, error.message);
  }
  if (error instanceof client.ClientError) {
    return described('verification', error.code ?? 'invalid_answer', error.message);
  }
  return undefined;
}

function isAway(error: unknown): boolean {
  if (error instanceof ProviderAway) return true;
  if (!(error instanceof client.ClientError)) return false;
  return error.cause instanceof ProviderAway || error.code === 'OAUTH_TIMEOUT';
}

function described(from: Refusal['from'], error: string, description: string | undefined): Refusal {
  return {
    from,
    error,
    ...(description === undefined ? {} : { error_description: description }),
  };
}
