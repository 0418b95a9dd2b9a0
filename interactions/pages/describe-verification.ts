import { z } from 'zod';

import type { ClaimLine } from '../../web/components/claim-list.tsx';
import type { MessageKey } from '../../web/i18n/messages.ts';
import type { Translator } from '../../web/i18n/translator.ts';

const verificationSchema = z.object({
  assurance_level: z.string(),
  assurance_process: z.object({ procedure: z.string() }),
  time: z.string().optional(),
  evidence: z
    .array(
      z.object({
        check_details: z.array(z.object({ check_method: z.string() })),
        document_details: z
          .object({
            type: z.string(),
            document_number: z.string().optional(),
            date_of_expiry: z.string().optional(),
          })
          .optional(),
        record: z.object({ type: z.string(), source: z.object({ name: z.string() }) }).optional(),
      }),
    )
    .optional(),
});

type Verification = z.infer<typeof verificationSchema>;
type Evidence = NonNullable<Verification['evidence']>[number];

/** `verification` as it may be sent → lines a person can read: how, when and by what it was made sure who they are. */
export function describeVerification(
  words: Translator,
  verification: unknown,
): readonly ClaimLine[] {
  const { assurance_level, assurance_process, time, evidence } =
    verificationSchema.parse(verification);
  const { t } = words;
  const documents = evidence?.flatMap(({ document_details: details }) => details ?? []) ?? [];
  const records = evidence?.flatMap(({ record }) => record ?? []) ?? [];
  const methods = new Set(evidence?.flatMap(methodsOf) ?? []);
  return [
    {
      label: t('claim.account_level'),
      value: [assurance_level, assurance_process.procedure]
        .map((code) => wordOf(words, code))
        .join(', '),
    },
    ...line(t('verified.time'), time === undefined ? [] : [words.dateTime(Date.parse(time))]),
    ...line(
      t('verified.documents'),
      documents.map((document) => documentText(words, document)),
    ),
    ...line(
      t('verified.records'),
      records.map(({ type, source }) =>
        t('verified.record', { record: wordOf(words, type), source: source.name }),
      ),
    ),
    ...line(
      t('verified.checks'),
      [...methods].map((method) => wordOf(words, method)),
    ),
  ];
}

function methodsOf({ check_details }: Evidence): readonly string[] {
  return check_details.map(({ check_method }) => check_method);
}

function line(label: string, values: readonly string[]): readonly ClaimLine[] {
  const value = values.join('; ');
  return value === '' ? [] : [{ label, value: value.charAt(0).toUpperCase() + value.slice(1) }];
}

function documentText(
  words: Translator,
  details: NonNullable<Evidence['document_details']>,
): string {
  const { type, document_number: number, date_of_expiry: expiry } = details;
  return [
    wordOf(words, type),
    ...(number === undefined ? [] : [words.t('claim.document-number', { number })]),
    ...(expiry === undefined
      ? []
      : [words.t('claim.document-expiry', { date: words.calendarDate(expiry) })]),
  ].join(', ');
}

/** Codes of the table of proofing, in words. */
const CODES = {
  level_01: 'value.level-1',
  level_02: 'value.level-2',
  remote: 'verified.remote',
  in_person: 'verified.in-person',
  data: 'verified.check-data',
  vpip: 'verified.check-document',
  bvp: 'verified.check-person',
  population_register: 'verified.population-register',
  immigration_register: 'verified.immigration-register',
  idcard: 'document.identity-card',
  passport: 'document.passport',
  residence_permit: 'document.residence-card',
} as const satisfies Readonly<Record<string, MessageKey>>;

function isCode(code: string): code is keyof typeof CODES {
  return Object.hasOwn(CODES, code);
}

function wordOf({ t }: Translator, code: string): string {
  return isCode(code) ? t(CODES[code]) : code;
}
