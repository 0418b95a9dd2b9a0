import { z } from 'zod';

/** One message is one line of JSON, and no longer than this. */
export const MOST_BYTES = 64 * 1024;

const kid = z.string().min(1).max(200);
const leadMs = z
  .number()
  .int()
  .min(0)
  .max(366 * 86_400_000);

/** What is asked of a signer. */
const wishes = [
  z.strictObject({ do: z.literal('records') }),
  z.strictObject({ do: z.literal('public-keys') }),
  z.strictObject({ do: z.literal('sign'), kid, data: z.base64url() }),
  z.strictObject({ do: z.literal('rotate'), alg: z.string().min(1).max(20), leadMs }),
  z.strictObject({ do: z.literal('retire'), kid, leadMs }),
  z.strictObject({ do: z.literal('withdraw'), kid }),
] as const;

export const questionSchema = z.strictObject({
  id: z.number().int().min(0),
  wish: z.discriminatedUnion('do', wishes),
});
export type Question = z.infer<typeof questionSchema>;
export type Wish = Question['wish'];

export const answerSchema = z.union([
  z.strictObject({ id: z.number().int(), value: z.unknown() }),
  z.strictObject({ id: z.number().int(), error: z.enum(['refused', 'failed']) }),
]);
export type Answer = z.infer<typeof answerSchema>;

const recordSchema = z.object({
  kid,
  alg: z.string(),
  createdAt: z.number().int(),
  activeFrom: z.number().int(),
});
export const recordsSchema = z.array(recordSchema);

/** A strict object: a signer that sent a private part by mistake is not listened to. */
const publicJwkSchema = z.strictObject({
  kty: z.string(),
  kid,
  alg: z.string(),
  use: z.literal('sig'),
  crv: z.string().exactOptional(),
  x: z.string().exactOptional(),
  y: z.string().exactOptional(),
  n: z.string().exactOptional(),
  e: z.string().exactOptional(),
});
export const publicKeysSchema = z.array(recordSchema.extend({ publicJwk: publicJwkSchema }));

export const signatureSchema = z.base64url();

export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made'), key: recordSchema }),
  z.object({ kind: z.literal('waiting'), key: recordSchema }),
  z.object({ kind: z.literal('superseded'), key: recordSchema, successor: recordSchema }),
  z.object({ kind: z.literal('removed'), key: recordSchema, successor: recordSchema.optional() }),
  z.object({ kind: z.literal('retired'), key: recordSchema, until: z.number().int() }),
  z.object({ kind: z.literal('unknown') }),
]);
