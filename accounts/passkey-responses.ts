import { z } from 'zod';

/** Longest answer looked at, in characters; a packed attestation with a certificate chain takes about 6 000. */
const MAX_RESPONSE_CHARACTERS = 32_768;

const base64url = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\w-]+$/);

/** At most 1023 bytes (WebAuthn Level 3, section 4, "credential ID"). */
const credentialId = base64url(1364);
const clientDataJSON = base64url(4096);

/** An extension result decides nothing here, so it is not carried further. */
const noExtensions = z.unknown().transform(() => ({}));

const envelope = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  clientExtensionResults: noExtensions,
};

const registrationSchema = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON,
    attestationObject: base64url(24_576),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,32}$/))
      .max(10)
      .default([]),
  }),
});

const authenticationSchema = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON,
    authenticatorData: base64url(4096),
    signature: base64url(1024),
    /** At most 64 bytes (WebAuthn Level 3, section 5.4.3). */
    userHandle: base64url(86)
      .nullish()
      .transform((handle) => handle ?? undefined),
  }),
});

export type PasskeyRegistrationResponse = z.infer<typeof registrationSchema>;
export type PasskeyAuthenticationResponse = z.infer<typeof authenticationSchema>;

/** The browser's `PublicKeyCredential.toJSON()` as text; undefined when it is not that. */
export function parseRegistrationResponse(text: string): PasskeyRegistrationResponse | undefined {
  return registrationSchema.safeParse(parseJson(text)).data;
}

/** The browser's `PublicKeyCredential.toJSON()` as text; undefined when it is not that. */
export function parseAuthenticationResponse(
  text: string,
): PasskeyAuthenticationResponse | undefined {
  return authenticationSchema.safeParse(parseJson(text)).data;
}

function parseJson(text: string): unknown {
  if (text.length > MAX_RESPONSE_CHARACTERS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
