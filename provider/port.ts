import type { Context } from 'koa';

import type { Factor } from '../accounts/factors.ts';
import type { Principal } from '../accounts/principal.ts';
import type { ClientRecord } from '../clients/client.ts';
import type { DisclosureItem } from '../clients/disclosure.ts';
import type { AccountId, ApprovalId } from '../ids.ts';
import type { PromptReason } from './prompts.ts';
import type { AuthorizationRequest } from './request.ts';

/** A journey can be extended, but not for ever. */
export const LONGEST_INTERACTION_SECONDS = 60 * 60;

/** Reasons the library itself gives for prompts a request names. */
export type LibraryReason =
  | 'select_account_prompt'
  | 'login_prompt'
  | 'consent_prompt'
  | 'native_client'
  | 'subject_mismatch';

/** What a relying party asks a person to approve while they are not at its pages (CIBA). */
export interface ApprovalFacts {
  readonly bindingMessage: string | undefined;
  /** Epoch ms. */
  readonly requestedAt: number;
}

/** One authorization request that waits for the person, as the journey in the browser sees it. */
export interface PendingInteraction {
  readonly uid: string;
  /** The same through all interactions of one request: factors are recorded under it. */
  readonly transaction: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly reasons: readonly (PromptReason | LibraryReason)[];
  readonly request: AuthorizationRequest;
  readonly client: ClientRecord;
  readonly items: readonly DisclosureItem[];
  /** Validated by the library; where the answer goes. Undefined where it goes to another device. */
  readonly redirectUri: string | undefined;
  /** Where the relying party asked by itself, and nobody came from its pages. */
  readonly approval: ApprovalFacts | undefined;
  /** False when the request names somebody else (`id_token_hint`, or the `sub` claim with a value). */
  isFor(principal: Principal): boolean;
  /** The request names somebody. */
  readonly namesSubject: boolean;
  /** The browser's session now, when somebody is signed in and has proven something in it. */
  readonly session: BrowserSession | undefined;
}

export interface BrowserSession {
  readonly uid: string;
  /** Who proves: never somebody acted for. */
  readonly accountId: AccountId;
  /** For whom they were at this relying party before, where they had to choose. */
  readonly chosen: Principal | undefined;
}

export interface InteractionAnswer {
  readonly accountId: AccountId;
  /** For whom, where that had to be chosen. */
  readonly principal: Principal | undefined;
  /** What this journey proved; the session adopts it when it resumes. */
  readonly factors: readonly Factor[];
}

/** Errors a journey may end with at the relying party. */
export type JourneyError = 'access_denied' | 'unmet_authentication_requirements';

/** The only door between the journey and the provider: a step answers here and never calls another step. */
export interface InteractionPort {
  /** Throws `InteractionGone` when it has ended, expired, or belongs to another browser. */
  load(ctx: Context, uid: string): Promise<PendingInteraction>;
  /** Both return the address to go on to: the provider, which checks everything again. */
  finish(ctx: Context, uid: string, answer: InteractionAnswer): Promise<string>;
  abort(ctx: Context, uid: string, error: JourneyError, description: string): Promise<string>;
  /** New expiry, epoch ms; bounded by an hour since the interaction began. */
  extend(ctx: Context, uid: string): Promise<number>;
}

/** One request in a person's list. */
export interface WaitingApproval extends ApprovalFacts {
  readonly id: ApprovalId;
  readonly client: ClientRecord;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** What waits for the person who is signed in in this browser. */
export interface ApprovalPort {
  signedIn(ctx: Context): Promise<AccountId | undefined>;
  /** Where somebody signs in who only wants to see what waits; leads back to `returnTo`. */
  signInAddress(): string;
  waiting(accountId: AccountId): Promise<readonly WaitingApproval[]>;
  /** Begins the journey that approves or declines; its address, or undefined when there is nothing to decide any more. */
  begin(ctx: Context, accountId: AccountId, id: string): Promise<string | undefined>;
}

/** Whose browser this is, for sites of our own (docs/adr/0034). */
export interface SessionPort {
  /** `uid` stays the same until the session ends, however often its cookie changes. */
  current(ctx: Context): Promise<{ uid: string; accountId: AccountId } | undefined>;
}
