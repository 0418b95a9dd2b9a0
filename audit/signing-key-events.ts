import type { EventDefinitions } from './event-definition.ts';

/** Events of the keys that sign. */
export const SIGNING_KEY_EVENTS: EventDefinitions<
  'signingKeyMade' | 'signingKeySuperseded' | 'signingKeyRemoved'
> = {
  signingKeyMade: {
    type: 'signing_key.made',
    description: 'A signing key was made and is published from now on.',
    fields: {
      kid: 'The key: the thumbprint of its public part (RFC 7638)',
      alg: 'Its algorithm',
      activeFrom: 'When it begins to sign, epoch ms',
    },
  },
  signingKeySuperseded: {
    type: 'signing_key.superseded',
    description: 'A signing key is ended in good order: published while what it signed is good.',
    fields: { kid: 'The key', successor: 'The key that signs in its place, now or later' },
  },
  signingKeyRemoved: {
    type: 'signing_key.removed',
    description: 'A signing key was erased and is published no more.',
    fields: {
      kid: 'The key',
      reason: '`expired`, with all it has signed; `unused`: it never signed; or `compromised`',
      successor: 'The key that signs in its place, where it was the one that signed',
    },
  },
};
