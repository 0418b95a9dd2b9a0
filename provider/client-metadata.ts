import { errors } from 'oidc-provider';
import { z } from 'zod';

const schemas = {
  purposes: z.record(z.string().max(40), z.string().min(1).max(300)),
  optional_scopes: z.array(z.string().max(40)).max(20),
} as const;

/** Members of our own in dynamic registration (RFC 7591, section 2, allows them). Throws `InvalidClientMetadata`. */
export function validateOwnMetadata(key: string, value: unknown): void {
  if (value === undefined || !(key === 'purposes' || key === 'optional_scopes')) return;
  const parsed = schemas[key].safeParse(value);
  if (!parsed.success) {
    throw new errors.InvalidClientMetadata(
      key === 'purposes'
        ? 'purposes must be an object of scope → one sentence of at most 300 characters'
        : 'optional_scopes must be an array of scopes',
    );
  }
}
