import { errors } from 'oidc-provider';
import { z } from 'zod';

interface Rule {
  readonly schema: z.ZodType;
  readonly demand: string;
}

const RULES: Readonly<Record<string, Rule>> = {
  purposes: {
    schema: z.record(z.string().max(40), z.string().min(1).max(300)),
    demand: 'must be an object of scope → one sentence of at most 300 characters',
  },
  optional_scopes: {
    schema: z.array(z.string().max(40)).max(20),
    demand: 'must be an array of scopes',
  },
  /** The library takes any length; it stands on our pages. */
  client_name: {
    schema: z.string().min(1).max(120),
    demand: 'must be a text of at most 120 characters',
  },
  /** The library compares the hosts of these before it looks whether they are addresses at all. */
  redirect_uris: {
    schema: z.array(z.string().refine((uri) => URL.canParse(uri))),
    demand: 'must be an array of absolute addresses',
  },
};

/**
 * Members of our own in dynamic registration (RFC 7591, section 2, allows them), and what the library does not check of
 * the others. Throws `InvalidClientMetadata`.
 */
export function validateMetadata(metadata: Readonly<Record<string, unknown>>): void {
  for (const [name, { schema, demand }] of Object.entries(RULES)) {
    const value = metadata[name];
    if (value !== undefined && !schema.safeParse(value).success) {
      throw new errors.InvalidClientMetadata(`${name} ${demand}`);
    }
  }
}
