/** A broken rule, as opposed to a user's mistake (which is a result value). `code` is stable and documented. */
export abstract class SenidError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A record with the same unique key exists already. */
export class Conflict extends SenidError {
  readonly code = 'conflict';
}

/** A write under a grant that has been revoked. */
export class GrantRevoked extends SenidError {
  readonly code = 'grant_revoked';
}

/** A store does not answer now; the request changed nothing and may be repeated. */
export class StoreUnavailable extends SenidError {
  readonly code = 'store_unavailable';
}

/** Sealed data that does not open: wrong key, or tampered with. */
export class SealBroken extends SenidError {
  readonly code = 'seal_broken';
}

/** Start-up cannot go on; the message is one clear line for the operator. */
export class CannotStart extends SenidError {
  readonly code = 'cannot_start';
}

/** The interaction has ended, has expired, or belongs to another browser. */
export class InteractionGone extends SenidError {
  readonly code = 'interaction_gone';
}

/** Input that no page of ours sends; answered with `status` (4xx), and nothing has changed. */
export class BadInput extends SenidError {
  readonly code = 'bad_input';
  readonly status: 400 | 403 | 413 | 415 | 429;

  constructor(message: string, status: BadInput['status'], options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Why nothing came back from outside; for the log and the metrics, never for whoever gave the address. */
export type EgressReason =
  | 'refused'
  | 'unreachable'
  | 'timed_out'
  | 'refused_answer'
  | 'circuit_open';

/** A request to somebody else's address failed. The message is the same for all reasons. */
export class EgressFailed extends SenidError {
  readonly code = 'egress_failed';
  readonly reason: EgressReason;

  constructor(reason: EgressReason, options?: ErrorOptions) {
    super('the address could not be fetched', options);
    this.reason = reason;
  }
}

/** A gateway did not take a message; whether it will be sent all the same is not known. The message names nobody. */
export class MessageNotSent extends SenidError {
  readonly code = 'message_not_sent';
  /** The one who waits for it may ask again. */
  readonly status = 503;

  constructor(reason: string, options?: ErrorOptions) {
    super(`a message gateway: ${reason}`, options);
  }
}
