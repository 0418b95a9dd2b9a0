import type { EventDefinitions } from './event-definition.ts';

/** What becomes of applications and requests. Who acted, and on which case, stands in the context of each event. */
export interface CaseEventData {
  readonly caseOpened: { readonly kind: string };
  readonly caseStepTaken: {
    readonly kind: string;
    readonly step: string;
    readonly sequence: number;
    readonly status: string;
    readonly reason: string | undefined;
    readonly undid: string | undefined;
    readonly evidenceId: string | undefined;
  };
  readonly accountIssued: { readonly level: 1 | 2; readonly subjectType: string };
  readonly accountActivated: { readonly level: 1 | 2 };
  readonly activationRefused: { readonly reason: 'wrong' | 'expired' | 'throttled' };
  readonly calendarDayChanged: {
    readonly date: string;
    readonly kind: 'off' | 'make_up' | 'as_statute';
    readonly reason: string;
  };
}

export const CASE_EVENTS: EventDefinitions<keyof CaseEventData> = {
  caseOpened: {
    type: 'case.opened',
    description: 'An application or request was received.',
    fields: { kind: 'Kind of case' },
  },
  caseStepTaken: {
    type: 'case.step_taken',
    description:
      'Somebody, or the program, took a step of a case. What was entered and the reason in words stand in the step, sealed.',
    fields: {
      kind: 'Kind of case',
      step: 'Name of the step',
      sequence: 'Which step of the case it is',
      status: 'Where the case stands after it',
      reason: 'Code of a refusal, or `given` where a reason was demanded and written',
      undid: 'The step that `undone` took back',
      evidenceId: 'The matcher’s own record of a comparison',
    },
  },
  accountIssued: {
    type: 'account.issued',
    description: 'An application was approved: an account was made, or may be raised to level 2.',
    fields: { level: 'Mức độ tài khoản that was asked for', subjectType: 'Of the account' },
  },
  accountActivated: {
    type: 'account.activated',
    description: 'A holder activated an account on their own device (D69, Art. 14).',
    fields: { level: 'Mức độ tài khoản from now on' },
  },
  activationRefused: {
    type: 'account.activation_refused',
    description: 'An activation failed. Neither number nor code is recorded.',
    fields: { reason: '`wrong`, `expired` or `throttled`' },
  },
  calendarDayChanged: {
    type: 'calendar.day_changed',
    description: 'A supervisor changed a day of the table of working days.',
    fields: {
      date: 'The day',
      kind: '`off`, `make_up`, or `as_statute`: the entry was removed',
      reason: 'Why, and by which decision',
    },
  },
};
