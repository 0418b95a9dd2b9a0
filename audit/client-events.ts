import type { EventDefinitions } from './event-definition.ts';

/** What becomes of a relying party's registration. */
export const CLIENT_EVENTS: EventDefinitions<
  'clientRegistered' | 'clientUpdated' | 'clientRemoved' | 'clientInvited'
> = {
  clientRegistered: {
    type: 'client.registered',
    description: 'A relying party was registered.',
    fields: {
      origin: '`seeded` or `self-registered`',
      tier: 'Its tier (docs/reference/tiers.md)',
      invitationId: 'The invitation it came by, where there was one',
    },
  },
  clientUpdated: {
    type: 'client.updated',
    description: 'A relying party replaced what it says of itself (RFC 7592).',
    fields: { tier: 'Its tier, which an update does not change' },
  },
  clientRemoved: {
    type: 'client.removed',
    description: 'A relying party was removed: its tokens open nothing any more.',
    fields: { initiator: '`relying_party` or `operator`' },
  },
  clientInvited: {
    type: 'client.invited',
    description: 'An initial access token was made, with which relying parties may register.',
    fields: {
      invitationId: 'The invitation; the token itself is recorded nowhere',
      tier: 'The tier of whoever comes by it',
      scopes: 'What whoever comes by it is entitled to',
      uses: 'How many may come by it',
      expiresAt: 'Until when, epoch ms',
    },
  },
};
