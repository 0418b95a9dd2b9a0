import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import type { MessageSender } from '../../accounts/messages.ts';
import { MessageNotSent } from '../../errors.ts';
import {
  openOutsideSystem,
  type OutsideSystemOptions,
  type Patience,
} from '../outside/outside-system.ts';

type Place = Pick<OutsideSystemOptions, 'base' | 'token'>;

export interface GatewaysOptions extends Pick<OutsideSystemOptions, 'clock' | 'onOutcome' | 'ca'> {
  readonly sms: Place;
  readonly mail: Place;
  /** For tests: instead of how long a gateway is waited for. */
  readonly patience?: Patience;
}

const GATEWAY_PATIENCE: Patience = { attemptMs: 3_000, totalMs: 8_000, attempts: 3 };

/** What a gateway says when it has a message. */
const acceptedSchema = z.object({ result: z.literal('accepted') });

/**
 * Hands messages to gateways of an operator (docs/operations): `id`, `to`, `text`, of mails `subject`. The id is the same
 * for each attempt, so that a gateway whose answer was lost sends a message once. Rejects with `MessageNotSent`.
 */
export function openGateways(options: GatewaysOptions): MessageSender {
  const { patience = GATEWAY_PATIENCE, sms, mail, ...common } = options;
  const gateways = {
    sms: openOutsideSystem({ name: 'sms', patience, ...sms, ...common }),
    email: openOutsideSystem({ name: 'mail', patience, ...mail, ...common }),
  };
  return {
    async send({ id = randomUUID(), channel, destination, subject, text }) {
      const body = { id, to: destination, subject, text };
      const answer = await gateways[channel].ask('', body, acceptedSchema);
      if (answer.kind !== 'answered')
        throw new MessageNotSent(answer.kind === 'refused' ? 'refused' : answer.reason);
    },
  };
}
