import type { MessageSender } from '../accounts/messages.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { StateRegisters } from '../enrolment/registers.ts';
import { openGateways } from './gateways/open-gateways.ts';
import type { OutsideSystemOptions } from './outside/outside-system.ts';
import { tokenIn } from './outside/token-file.ts';
import { noStateRegisters } from './registers/no-registers.ts';
import { openStateRegisters } from './registers/open-state-registers.ts';

/** The systems outside, as they are configured (docs/adr/0033). */
export interface Outside {
  readonly registers: StateRegisters;
  /** Undefined where a sandbox's outbox takes the messages. */
  readonly gateways: MessageSender | undefined;
}

/** Asks nobody yet. Throws `CannotStart` when a token cannot be read. */
export function openOutside(options: {
  readonly config: Pick<Config, 'registers' | 'gateways'>;
  readonly clock: Clock;
  readonly onOutcome: OutsideSystemOptions['onOutcome'];
}): Outside {
  const { config, clock, onOutcome } = options;
  const { registers, gateways } = config;
  const common = { clock, onOutcome };
  return {
    registers:
      registers === undefined
        ? noStateRegisters()
        : openStateRegisters({
            url: registers.url,
            token: tokenIn(registers.tokenFile),
            ...common,
          }),
    gateways:
      gateways &&
      openGateways({
        sms: { base: gateways.sms.url, token: tokenIn(gateways.sms.tokenFile) },
        mail: { base: gateways.mail.url, token: tokenIn(gateways.mail.tokenFile) },
        ...common,
      }),
  };
}
