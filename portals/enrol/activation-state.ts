import { z } from 'zod';

import { isId, type AccountId, type CaseId } from '../../ids.ts';

/** Somebody who activates an account. */
export const activationSchema = z.object({
  number: z.string().optional(),
  /** Proven in this browser a moment ago, when the account was applied for. */
  provenContact: z.string().optional(),
  /** As it was accepted. */
  code: z.string().optional(),
  caseId: z.custom<CaseId>((value) => isId('case', value)).optional(),
  accountId: z.custom<AccountId>((value) => isId('acc', value)).optional(),
  /** Whom the one-time code goes to. */
  reachedAt: z
    .object({
      phone: z
        .string()
        .optional()
        .transform((phone) => phone),
      email: z
        .string()
        .optional()
        .transform((email) => email),
    })
    .optional(),
  needs: z.array(z.enum(['password', 'passkey'])).optional(),
  sent: z.object({ channel: z.enum(['sms', 'email']), masked: z.string() }).optional(),
  /** The one-time code came back. */
  phoneProven: z.boolean().optional(),
  /** Epoch ms. */
  activatedAt: z.number().optional(),
  passkeyMade: z.boolean().optional(),
});

export type ActivationState = z.infer<typeof activationSchema>;

export type Stage = 'start' | 'phone' | 'password' | 'confirm' | 'passkey' | 'done';

/** Whose turn it is. Pure. */
export function activationStage(state: ActivationState): Stage {
  if (state.accountId === undefined || state.code === undefined) return 'start';
  if (state.activatedAt !== undefined) {
    return state.needs?.includes('passkey') === true && state.passkeyMade === undefined
      ? 'passkey'
      : 'done';
  }
  if (state.phoneProven !== true) return 'phone';
  return state.needs?.includes('password') === true ? 'password' : 'confirm';
}
