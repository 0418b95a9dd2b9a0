import { z } from 'zod';

/** What comes from a register is not believed to be clean: nothing invisible, nothing endless, no shape but the agreed one. */
const text = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u);

const number = z.string().regex(/^[A-Z0-9]{1,32}$/);
const day = z.iso.date();

const addressSchema = z.object({
  streetAddress: text(300),
  locality: text(120),
  region: text(120),
  country: z.string().regex(/^[A-Z]{2}$/),
});

const documentSchema = z.object({
  number,
  issued: day,
  expiry: day,
  status: z.enum(['valid', 'revoked', 'retained']),
});

/** JSON has no `undefined`: what a register leaves out, or says is null, is not there. */
function perhaps<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const person = {
  number,
  /** Letters and what stands between them in names; no digits, no markup. */
  name: z
    .string()
    .max(200)
    .regex(/^[\p{L}\p{M} .,'’·/()-]+$/u)
    .transform((name) => name.normalize('NFC')),
  sex: z.enum(['male', 'female']),
  address: perhaps(addressSchema),
  alive: z.boolean(),
  hasBiometrics: z.boolean(),
};

export const citizenSchema = z.object({ ...person, birthdate: day, card: perhaps(documentSchema) });

export const foreignerSchema = z.object({
  ...person,
  birthdate: z.union([day, z.string().regex(/^\d{4}$/)]),
  nationalities: z
    .array(z.string().regex(/^[A-Z]{3}$/))
    .min(1)
    .max(10),
  passport: documentSchema.extend({ placeOfIssue: text(120) }),
  residencePermit: perhaps(documentSchema.extend({ kind: z.enum(['permanent', 'temporary']) })),
  stayingSince: perhaps(day),
  longTermVisaUntil: perhaps(day),
});

export const guardiansSchema = z.object({
  number,
  guardians: z
    .array(
      z.object({ number, basis: z.enum(['parent', 'appointed_guardian', 'represented_adult']) }),
    )
    .max(20),
});

export const organisationSchema = z.object({
  number,
  name: text(300),
  active: z.boolean(),
  representative: number,
  established: day,
});

export const eventsSchema = z.object({
  events: z.array(
    z.object({
      position: z.string().regex(/^[\w.:-]{1,64}$/),
      at: z.int().min(0),
      number,
      change: z.enum([
        'record_changed',
        'document_renewed',
        'document_revoked',
        'document_retained',
        'document_returned',
        'died',
        'guardianship_changed',
        'number_cancelled',
      ]),
    }),
  ),
});

const evidenceId = z.string().regex(/^[\w.:-]{1,128}$/);

export const matchSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('not_found') }),
  z.object({
    result: z.literal('judged'),
    outcome: z.enum(['match', 'no_match', 'poor_sample']),
    evidenceId,
  }),
]);

export const enrolmentSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('not_found') }),
  z.object({
    result: z.literal('judged'),
    outcome: z.enum(['enrolled', 'duplicate', 'poor_sample']),
    evidenceId,
  }),
]);

type Lookup<Value> =
  | { readonly result: 'not_found' }
  | { readonly result: 'found'; readonly record: Value };

/** Whether there is somebody is said in the answer: a status may come from whatever stands between. */
export function lookupSchema<Value>(recordSchema: z.ZodType<Value>): z.ZodType<Lookup<Value>> {
  const outer = z.discriminatedUnion('result', [
    z.object({ result: z.literal('not_found') }),
    z.object({ result: z.literal('found'), record: z.unknown() }),
  ]);
  return outer.transform((answer, ctx): Lookup<Value> => {
    if (answer.result === 'not_found') return { result: 'not_found' };
    const record = recordSchema.safeParse(answer.record);
    if (record.success) return { result: 'found', record: record.data };
    ctx.addIssue('not a record');
    return z.NEVER;
  });
}
