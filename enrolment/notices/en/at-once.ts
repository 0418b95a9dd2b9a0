import type { AtOnceTexts } from '../kinds.ts';

export const atOnce: AtOnceTexts = {
  one_time_code: {
    subject: 'SenID verification code',
    text: ({ code, validMinutes }) =>
      `SenID: your verification code is ${code}, valid for ${validMinutes} minutes. Never share it with anyone, even someone who claims to be an official.`,
  },
  approval_waiting: {
    subject: 'A request waits for your approval',
    text: () =>
      'SenID: a request is waiting for your approval. Open SenID yourself and choose “Requests to approve”. If you asked no service for it, decline.',
  },
};
