import { errors } from 'oidc-provider';
import { z } from 'zod';

import type { NewcomerWishes } from '../clients/newcomer-policy.ts';
import type { Metadata } from '../clients/policy/tier-check.ts';
import { checkDirectGrants } from './direct-clients.ts';

/** Members of our own in client metadata, and the two of RFC 7591 the library does not keep. */
export const OWN_CLIENT_METADATA = [
  'purposes',
  'optional_scopes',
  'tier',
  'require_pkce',
  'software_id',
  'software_version',
] as const;

interface Rule {
  readonly schema: z.ZodType;
  readonly demand: string;
}

/** Stands on our pages: nothing that cannot be seen, breaks the line or turns the direction of writing. */
function visibleText(longest: number): z.ZodType {
  return z
    .string()
    .max(longest)
    .refine((text) => text.trim() !== '' && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text));
}

const RULES: Readonly<Record<string, Rule>> = {
  purposes: {
    schema: z.record(z.string().max(40), visibleText(300)),
    demand: 'must be an object of scope → one sentence of at most 300 characters that can be seen',
  },
  optional_scopes: {
    schema: z.array(z.string().max(40)).max(20),
    demand: 'must be an array of scopes',
  },
  require_pkce: { schema: z.boolean(), demand: 'must be true or false' },
  /** The library takes any length; it stands on our pages. */
  client_name: {
    schema: visibleText(120),
    demand: 'must be a text of at most 120 characters that can be seen',
  },
  /** The library compares the hosts of these before it looks whether they are addresses at all. */
  redirect_uris: {
    schema: z
      .array(
        z
          .string()
          .max(2_000)
          .refine((uri) => URL.canParse(uri)),
      )
      .max(50),
    demand: 'must be an array of at most 50 absolute addresses',
  },
  contacts: {
    schema: z.array(z.string().max(254)).max(20),
    demand: 'must be an array of at most 20 mail addresses',
  },
  software_id: {
    schema: z.string().min(1).max(200),
    demand: 'must be a text of at most 200 characters',
  },
  software_version: {
    schema: z.string().min(1).max(200),
    demand: 'must be a text of at most 200 characters',
  },
};

/** Keys with certificates are three deep. */
const DEEPEST = 8;

/**
 * Members of our own in dynamic registration (RFC 7591, section 2, allows them), and what the library does not check of
 * the others. Throws `InvalidClientMetadata`.
 */
export function requireSaneMembers(metadata: Metadata): void {
  if (isDeeperThan(metadata, DEEPEST)) {
    throw new errors.InvalidClientMetadata('client metadata is nested too deeply');
  }
  for (const [name, { schema, demand }] of Object.entries(RULES)) {
    const value = metadata[name];
    if (value !== undefined && !schema.safeParse(value).success) {
      throw new errors.InvalidClientMetadata(`${name} ${demand}`);
    }
  }
  checkDirectGrants(metadata);
}

/** RFC 7591, section 2: `scope` is what it may ask for, and that is what it is entitled to. */
export function requireScopes({ scope }: Metadata, entitled: readonly string[]): void {
  if (typeof scope !== 'string') return;
  const allowed = ['openid', ...entitled];
  const beyond = scope.split(' ').filter((each) => !allowed.includes(each));
  if (beyond.length === 0) return;
  throw new errors.InvalidClientMetadata(
    `scope holds ${beyond.join(' ')}, where ${allowed.join(' ')} may be asked for`,
  );
}

const wishesSchema = z.object({
  client_name: z.string().optional(),
  purposes: z.record(z.string(), z.string()).default({}),
  optional_scopes: z.array(z.string()).default([]),
});

/** What it says of itself that our pages show. */
export function wishesOf(
  clientId: string,
  metadata: Metadata,
): Pick<NewcomerWishes, 'clientId' | 'clientName' | 'purposes' | 'optionalScopes'> {
  const wishes = wishesSchema.parse(metadata);
  return {
    clientId,
    clientName: wishes.client_name ?? clientId,
    purposes: wishes.purposes,
    optionalScopes: wishes.optional_scopes,
  };
}

/** Level by level: who nests without end must not make us call ourselves without end. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((each): readonly unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
