import { SenidError } from '../errors.ts';

/** A command that was refused; nothing has changed. The message is one line for the operator. */
export class CannotDo extends SenidError {
  readonly code = 'cannot_do';
}
