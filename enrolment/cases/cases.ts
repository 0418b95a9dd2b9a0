import type { Account } from '../../accounts/account.ts';
import type { AccountId, CaseId, PasskeyId } from '../../ids.ts';
import type { Case, CaseActor, CaseFilter, CaseKind } from '../case.ts';
import type { BiometricSample } from '../registers.ts';
import type { CaseOverview, CaseView, Refusal } from './case-view.ts';
import type { CaseField, FieldFaults, FieldName, StepName, WhyNotStep } from './vocabulary.ts';

/** What a form sent: texts as they were typed, pictures as they were taken. Checked here, once. */
export type StepData = Readonly<Partial<Record<FieldName, string | BiometricSample>>>;

export interface OpenRequest {
  /** Staff at the counter, the applicant in the browser, or the holder: a guardian, a representative. */
  readonly actor: CaseActor;
  readonly data: StepData;
  /** In which the applicant reads the pages, and is told what becomes of it. */
  readonly locale?: 'vi' | 'en';
  /** Made by the form: sent again under the same one, a lost answer opens no second case. */
  readonly requestId?: string;
}

export interface StepRequest {
  readonly caseId: CaseId;
  /** The version the page was drawn from. */
  readonly seenVersion: number;
  readonly step: StepName;
  readonly actor: CaseActor;
  readonly data: StepData;
  /** Where the step demands one. */
  readonly reason?: string;
  /** Made by the form: what was taken under it before is `taken`, not `outdated`. */
  readonly requestId?: string;
}

/** Nothing was written, save for `opened` and `taken`. */
export type OpenOutcome =
  | { readonly kind: 'opened'; readonly caseId: CaseId; readonly version: number }
  | NotTaken;
export type StepOutcome =
  | { readonly kind: 'taken'; readonly caseId: CaseId; readonly version: number }
  /** Somebody was quicker: who, with what, and when. */
  | {
      readonly kind: 'outdated';
      readonly step: StepName;
      readonly actor: CaseActor;
      readonly at: number;
    }
  | NotTaken;
export type NotTaken =
  | { readonly kind: 'not_allowed'; readonly whyNot: WhyNotStep }
  /** The law does not give it to this person: with article and way on. */
  | { readonly kind: 'not_eligible'; readonly refusal: Refusal }
  | { readonly kind: 'invalid'; readonly fields: FieldFaults }
  /** A register or the matcher does not answer: neither yes nor no. Try again later. */
  | {
      readonly kind: 'unknown_for_now';
      readonly system: 'population' | 'immigration' | 'civil_status' | 'organisations' | 'matcher';
    }
  /** There is no such case, or this actor may not see it. */
  | { readonly kind: 'not_found' };

export interface Opening {
  readonly kind: CaseKind;
  readonly allowed: boolean;
  readonly whyNot: WhyNotStep | undefined;
  readonly fields: readonly CaseField[];
}

/**
 * The life of every case. All methods reject with `StoreUnavailable` when the register of SenID does not answer: then
 * nothing is known, and the same request may be sent again under its `requestId`.
 */
export interface Cases {
  /** The kinds there are, and whether this actor may open one of them now. */
  openings(actor: CaseActor): Promise<readonly Opening[]>;
  open(kind: CaseKind, request: OpenRequest): Promise<OpenOutcome>;
  take(request: StepRequest): Promise<StepOutcome>;
  /** Undefined when there is none, or this actor may not see it: another office's is as if it were not. */
  view(caseId: CaseId, viewer: CaseActor): Promise<CaseView | undefined>;
  /** Only what the viewer may see: staff their office's, holders their own and their wards'. */
  list(filter: CaseFilter, viewer: CaseActor): Promise<readonly CaseOverview[]>;
  /** What the program itself has to do on a case whose `nextAt` has come; `waiting`: it looks again later. */
  goOn(seen: Case): Promise<'taken' | 'waiting' | 'outdated' | 'nothing_to_do'>;
}

/** Number, code and one-time code on the holder's own device (D69, Art. 14). */
export interface Activation {
  /**
   * Before the one-time code is sent: `accepted` tells whom to send it to. Wrong numbers and wrong codes are the same
   * answer, and cost the same attempt.
   */
  check(request: {
    readonly number: string;
    readonly code: string;
    /** Of the browser that asks. */
    readonly address: string;
  }): Promise<ActivationCheck>;
  /** After the one-time code was verified. Spends the code: of parallel requests one is `activated`. */
  activate(request: {
    readonly number: string;
    readonly code: string;
    readonly address: string;
    /** PHC string; needed where `check` said so. */
    readonly passwordHash: string | undefined;
    /** With which the holder confirmed it. An account that becomes one of level 2 keeps no other passkey. */
    readonly confirmedWith?: PasskeyId | undefined;
  }): Promise<ActivationOutcome>;
}

export type ActivationCheck =
  | {
      readonly kind: 'accepted';
      readonly caseId: CaseId;
      readonly accountId: AccountId;
      /** Whom the one-time code goes to: what was given at the counter, and not what became of it since. */
      readonly reachedAt: Pick<Account, 'phone' | 'email'>;
      /** Of a child's account the guardian activates: it has no password and no passkey of its own. */
      readonly needs: readonly ('password' | 'passkey')[];
    }
  | ActivationRefused;
export type ActivationOutcome =
  | { readonly kind: 'activated'; readonly caseId: CaseId; readonly accountId: AccountId }
  | ActivationRefused;
export type ActivationRefused =
  | { readonly kind: 'wrong' }
  /** A new one is to be asked for at the office, or on the page of the application. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  | { readonly kind: 'outdated' };
