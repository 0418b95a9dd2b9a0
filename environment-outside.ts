import { z } from 'zod';

/** What names the systems outside: registers, matcher, gateways, and the simulator that stands for them. */
export const outsideVariables = {
  STATE_REGISTERS_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      "Origin of the State's registers and the biometric matcher. When absent, a sandbox asks the simulator it starts itself; with none, whatever needs a register waits until there is one",
    ),
  STATE_REGISTERS_TOKEN_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('The token that is shown to `STATE_REGISTERS_URL` (`Authorization: Bearer`)'),
  SENID_DRAFTED_ELIGIBILITY: z
    .enum(['on', 'off'])
    .default('off')
    .describe(
      'Whether foreigners may hold accounts as the drafts of D320 have it from 28 September 2026 (residence card, 90 days of stay, or a long-term visa). The signed text was not seen: switched on by an operator who has read it',
    ),
  SENID_SIMULATOR: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      'Sandbox only: start the simulator of the registers, the matcher and the gateways, unless `STATE_REGISTERS_URL` names others',
    ),
  SENID_SIMULATOR_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .default(3004)
    .describe('Port of that simulator'),
  SMS_GATEWAY_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Where text messages are handed over, by POST of JSON (docs/operations). A sandbox without it shows them in its outbox; production needs it, https',
    ),
  SMS_GATEWAY_TOKEN_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('The token that is shown to `SMS_GATEWAY_URL`; read anew for each message'),
  MAIL_GATEWAY_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where mails are handed over, as `SMS_GATEWAY_URL`'),
  MAIL_GATEWAY_TOKEN_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('The token that is shown to `MAIL_GATEWAY_URL`; read anew for each message'),
} as const;
