import type { EventDefinitions } from './event-definition.ts';

/** Events of logins that happen elsewhere than where they are approved (RFC 8628, CIBA). */
export const ELSEWHERE_EVENTS: EventDefinitions<
  'userCodeRefused' | 'approvalRequested' | 'approvalAnswered'
> = {
  userCodeRefused: {
    type: 'device.user_code_refused',
    description:
      'A code for a login on another device was typed that does not exist, or too many were.',
    fields: { reason: '`unknown`; `throttled`: too many wrong codes from this browser or address' },
  },
  approvalRequested: {
    type: 'approval.requested',
    description:
      'A relying party asked a person to approve a login elsewhere (CIBA). Its message is not recorded.',
    fields: {
      delivery: '`poll` or `ping`',
      notified: 'Whether the person was sent a message; there is a limit to them',
    },
  },
  approvalAnswered: {
    type: 'approval.answered',
    description: 'A person, or what happened on the way, answered such a request.',
    fields: { outcome: '`approved`, or the OAuth error code the relying party is told' },
  },
};
