import { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { z } from 'zod';

type DpopFeature = NonNullable<NonNullable<Configuration['features']>['dPoP']>;

/** FAPI 2.0 Security Profile, section 5.3.2.1, on clock skew: later than this is refused in any JWT. */
export const MOST_SECONDS_AHEAD = 60;
/** So far back the library looks at a proof without a nonce. */
const MOST_SECONDS_AGO = 300;

/** Longer than any proof can be presented: with a nonce until that ends, without one by its own time. */
export const PROOF_REMEMBERED_SECONDS = MOST_SECONDS_AGO + MOST_SECONDS_AHEAD + 60;

/**
 * RFC 9449. Whoever sends a proof must put our nonce into it (section 8): a proof made earlier, for somebody to use later,
 * is worth nothing. All nodes count out the same nonces, from one secret and the clock.
 */
export function dpopFeature(secret: Buffer): DpopFeature {
  return {
    enabled: true,
    nonceSecret: secret,
    requireNonce(ctx) {
      refuseOtherTimes(ctx);
      return true;
    },
    allowReplay: false,
  };
}

const claims = z.object({ iat: z.number(), nonce: z.string().min(1).optional() });

/**
 * What the library leaves open before it looks at the proof: it accepts one from the future for five minutes, and of any age
 * beside a nonce. What is no proof at all is for the library to say.
 */
function refuseOtherTimes(ctx: KoaContextWithOIDC): void {
  const payload = payloadOf(ctx.get('DPoP'));
  // JSON has no infinity, but 1e999 is read as one: no time at all.
  if (z.object({ iat: z.literal([Infinity, -Infinity]) }).safeParse(payload).success) {
    throw new errors.InvalidDpopProof('DPoP proof iat is no time');
  }
  const proof = claims.safeParse(payload);
  if (!proof.success) return;
  const { iat, nonce } = proof.data;
  const age = Date.now() / 1000 - iat;
  if (age < -MOST_SECONDS_AHEAD) {
    throw new errors.InvalidDpopProof('DPoP proof iat is in the future');
  }
  // Without a nonce the library says so itself, and hands one out.
  if (nonce !== undefined && age > MOST_SECONDS_AGO) {
    throw new errors.InvalidDpopProof('DPoP proof iat is not recent enough');
  }
}

function payloadOf(jwt: string): unknown {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
