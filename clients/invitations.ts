import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import type { Clock } from '../clock.ts';
import { newId, randomText, type InvitationId } from '../ids.ts';
import { isTier, type Tier } from './policy/tiers.ts';

/** What whoever holds an initial access token (RFC 7591, section 1.2) may register. */
export interface Invitation {
  readonly id: InvitationId;
  readonly tier: Tier;
  /** Scopes beyond `openid` every relying party that comes by it is entitled to. */
  readonly scopes: readonly string[];
  /** How many may come by it, in all. */
  readonly uses: number;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** Kept with what is short-lived: losing one costs an operator a command, and nobody a login. */
export interface Invitations {
  /** The token is told here and never again; the store keeps it as a keyed hash. */
  issue(offer: Omit<Invitation, 'id'>): Promise<{ token: string; invitation: Invitation }>;
  /** Says nothing of how many uses are left: `spend` does. */
  find(token: string): Promise<Invitation | undefined>;
  /** True for exactly as many of any number of parallel callers as there are uses left. */
  spend(token: string, invitation: Invitation): Promise<boolean>;
  /** The registration it was spent on did not come about. */
  giveBack(token: string): Promise<void>;
}

const KIND = 'invitation';
const TOKEN_BYTES = 32;

export function createInvitations(store: EphemeralStore, clock: Clock): Invitations {
  const secondsLeft = ({ expiresAt }: Pick<Invitation, 'expiresAt'>) =>
    Math.max(1, Math.ceil((expiresAt - clock()) / 1000));
  const giveBack = (token: string) => store.decrement(KIND, usesOf(token));

  return {
    async issue(offer) {
      const token = `senid_iat_${randomText(TOKEN_BYTES)}`;
      const invitation = { ...offer, id: newId('inv') };
      await store.put(KIND, token, invitation, secondsLeft(invitation));
      return { token, invitation };
    },
    async find(token) {
      const found = (await store.get(KIND, token))?.value as Invitation | undefined;
      if (found === undefined || found.expiresAt <= clock() || !isTier(found.tier))
        return undefined;
      return found;
    },
    async spend(token, invitation) {
      const { count } = await store.increment(KIND, usesOf(token), secondsLeft(invitation));
      if (count <= invitation.uses) return true;
      await giveBack(token);
      return false;
    },
    giveBack,
  };
}

function usesOf(token: string): string {
  return `uses of ${token}`;
}
