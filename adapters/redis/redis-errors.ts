import { StoreUnavailable } from '../../errors.ts';

/**
 * What a server that is there, but cannot serve now, answers: changing masters, full, starting, cut off, or in a state
 * an operator has to mend. Before Redis 7 the word stands inside the message when a script met it.
 */
const UNAVAILABLE =
  /\b(ASK|BUSY|CLUSTERDOWN|LOADING|MASTERDOWN|MISCONF|MOVED|NOAUTH|NOPERM|NOREPLICAS|OOM|READONLY|TRYAGAIN|UNBLOCKED|WRONGPASS)\b|non local key|cluster is down/;

/** Gives failures their name in `errors.ts`. What the server answers for another reason is a mistake of ours. */
export function translateRedisError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  const reason = reasonOf(error);
  if (error instanceof Error && error.name === 'ReplyError' && !UNAVAILABLE.test(reason)) {
    return error;
  }
  return new StoreUnavailable(`the store does not answer (${reason})`, { cause: error });
}

/** One line. Several addresses of one name that all failed come as an error without a message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== '') return error.message;
  return 'code' in error ? String(error.code) : error.name;
}

export function hasForgottenScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT');
}
