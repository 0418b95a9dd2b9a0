import { z } from 'zod';

const idToken = z.looseObject({
  sub: z.string(),
  acr: z.string(),
  amr: z.array(z.string()),
  auth_time: z.number(),
  iat: z.number(),
  account_level: z.number(),
  authentication_level: z.number(),
  authentication_event_id: z.string(),
});
export type IdToken = z.infer<typeof idToken>;

const answer = z.object({
  request: z.unknown().optional(),
  idToken: idToken.optional(),
  userinfo: z.record(z.string(), z.unknown()).optional(),
  challenge: z.string().optional(),
  error: z
    .object({ from: z.string(), error: z.string(), error_description: z.string().optional() })
    .optional(),
});

/** What a sample relying party has of its latest exchange with SenID, at its `/result.json`. */
export type Answer = z.infer<typeof answer>;

export function parseAnswer(json: unknown): Answer {
  return answer.parse(json);
}
