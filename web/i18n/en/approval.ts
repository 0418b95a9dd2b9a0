import type { TranslationOf } from '../catalogue.ts';
import type { approval as source } from '../vi/approval.ts';

export const approval: TranslationOf<typeof source> = {
  'approvals.title': 'Requests to approve',
  'approvals.lead':
    'These services ask you to approve something you are doing elsewhere, for example at a counter or on the phone.',
  'approvals.none': 'Nothing is waiting for you now.',
  'approvals.none-next':
    'Requests are good for a few minutes only. If you expect one, ask the service to send it again, and load this page anew.',
  'approvals.gone': 'This request has expired or was already answered.',
  'approvals.asked-at': 'Sent at {time}, expires at {until}',
  'approvals.review': 'View request',
  'approvals.home': 'Requests to approve',
  'approvals.home-text': 'A service says it has sent you a request? View and answer it here.',
  'approve.title': '{service} asks for your approval',
  'approve.lead':
    'Approve only if you have just asked {service} to do this: at a counter, on the phone, or on another device.',
  'approve.message': 'What you approve',
  'approve.message-hint': 'The service must be showing you, or reading to you, exactly this text.',
  'approve.no-message':
    'The service sent no text to compare. Ask it what this is about before you approve.',
  'approve.when': 'The request was sent at {time}.',
  'approve.asks': 'If you approve, the service knows who you are and receives:',
  'approve.asks-nothing':
    'If you approve, the service knows you by its own code for you, and receives nothing else.',
  'approve.warning':
    'Staff of SenID, banks or the police never urge you to approve. If you did not start this, decline.',
  'approve.yes': 'Approve',
  'approve.no': 'Decline',
  'approve.done-title': 'You have approved',
  'approve.done': 'The service goes on right away. You can close this page.',
  'approve.denied-title': 'You have declined',
  'approve.denied': 'The service is told that you declined, and received nothing.',
  'approve.level-title': 'Level not reached',
  'approve.level':
    'The service asks for a level of assurance that you did not reach. It received nothing.',
  'approve.failed-title': 'This request is no longer good',
  'approve.failed':
    'It has expired, was already answered, or was interrupted. The service received nothing from this page.',
  'approve.again': 'View the requests that wait',
};
