import { z } from 'zod';

import { SCOPES } from './scopes.ts';

/** Longer than this nobody believes a token that cannot be taken back (docs/adr/0025). */
const LONGEST_JWT_SECONDS = 5 * 60;
const LONGEST_OPAQUE_SECONDS = 10 * 60;

const scope = z.enum(SCOPES.map((each) => each.scope)).exclude(['offline_access']);

/** One entry of `RESOURCE_SERVERS_FILE`. */
const resourceServerSchema = z
  .strictObject({
    /** RFC 8707, section 2: an absolute URI without a fragment. Compared as it is written; also `aud` of the tokens. */
    identifier: z
      .string()
      .max(500)
      .refine(isResource, 'must be an absolute URI without a fragment'),
    /** The scopes a token for it may carry. They are ours: what a person agreed to is what an API can be told. */
    scopes: z.array(scope).default([]),
    /** Client ids of those who may ask for a token, or `any`. */
    clients: z.union([z.literal('any'), z.array(z.string().min(1))]),
    /** `jwt`: RFC 9068, verified without us. `opaque`: only introspection tells, and it may be revoked. */
    token_format: z.enum(['jwt', 'opaque']).default('jwt'),
    token_seconds: z.int().min(10).max(LONGEST_OPAQUE_SECONDS).default(LONGEST_JWT_SECONDS),
    signing_alg: z.enum(['ES256', 'EdDSA', 'PS256', 'RS256']).default('ES256'),
    /** The client it is when it introspects; absent: nobody but the token's own client may. */
    introspected_by: z.string().min(1).optional(),
  })
  .refine(
    (server) => server.token_format === 'opaque' || server.token_seconds <= LONGEST_JWT_SECONDS,
    `token_seconds: a JWT cannot be revoked, and so lives for at most ${LONGEST_JWT_SECONDS}`,
  );

/** An API that takes access tokens of ours, and what they are like. */
export type ResourceServer = z.infer<typeof resourceServerSchema>;

const resourceServersSchema = z
  .array(resourceServerSchema)
  .refine(
    (servers) => new Set(servers.map(({ identifier }) => identifier)).size === servers.length,
    'each identifier must stand once',
  );

/** What is wrong, or the servers with their defaults filled in. */
export function parseResourceServers(
  value: unknown,
): { readonly servers: readonly ResourceServer[] } | { readonly problem: string } {
  const parsed = resourceServersSchema.safeParse(value);
  if (parsed.success) return { servers: parsed.data };
  const [issue] = parsed.error.issues;
  return { problem: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() };
}

export interface ResourceServers {
  readonly identifiers: readonly string[];
  find(identifier: unknown): ResourceServer | undefined;
}

export function resourceServers(servers: readonly ResourceServer[]): ResourceServers {
  const known = new Map<unknown, ResourceServer>(servers.map((each) => [each.identifier, each]));
  return {
    identifiers: servers.map(({ identifier }) => identifier),
    find: (identifier) => known.get(identifier),
  };
}

/** Whether a relying party may have tokens for an API. */
export function mayAskFor({ clients }: ResourceServer, clientId: string): boolean {
  return clients === 'any' || clients.includes(clientId);
}

function isResource(identifier: string): boolean {
  return URL.canParse(identifier) && !identifier.includes('#');
}
