import type { X509Certificate } from 'node:crypto';

import { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';

import { isSameName } from './distinguished-name.ts';

type MutualTlsFeature = NonNullable<NonNullable<Configuration['features']>['mTLS']>;
type RegisteredName = Parameters<NonNullable<MutualTlsFeature['certificateSubjectMatches']>>[1];

/** EKU `id-kp-clientAuth` (RFC 5280, section 4.2.1.12). */
const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';

export interface MutualTlsParts {
  /** False where no request can come with a certificate. */
  readonly enabled: boolean;
  /** Whose certificates name a client; with none of them nobody may use `tls_client_auth`. */
  readonly authorities: readonly X509Certificate[];
}

/** RFC 8705: what the library is told about the certificate the guard found (`web/client-certificate.ts`). */
export function mutualTlsFeature({ enabled, authorities }: MutualTlsParts): MutualTlsFeature {
  return {
    enabled,
    certificateBoundAccessTokens: enabled,
    selfSignedTlsClientAuth: enabled,
    tlsClientAuth: enabled && authorities.length > 0,
    getCertificate: certificateOf,
    certificateAuthorized: (ctx) => {
      const certificate = certificateOf(ctx);
      return certificate !== undefined && isIssuedBy(certificate, authorities, Date.now());
    },
    certificateSubjectMatches: (ctx, property, expected) => {
      const certificate = certificateOf(ctx);
      return certificate !== undefined && names(certificate, property, expected);
    },
  };
}

/** What a client may authenticate with when certificates can be shown. */
export function mutualTlsMethods({ enabled, authorities }: MutualTlsParts) {
  if (!enabled) return [];
  const byName = authorities.length > 0 ? (['tls_client_auth'] as const) : [];
  return [...byName, 'self_signed_tls_client_auth'] as const;
}

/** Endpoints that relying parties call, by the library's names for their routes. */
const ALIASED: Readonly<Record<string, string>> = {
  token: 'token_endpoint',
  pushed_authorization_request: 'pushed_authorization_request_endpoint',
  userinfo: 'userinfo_endpoint',
  introspection: 'introspection_endpoint',
  revocation: 'revocation_endpoint',
  device_authorization: 'device_authorization_endpoint',
  backchannel_authentication: 'backchannel_authentication_endpoint',
};

/** RFC 8705, section 5, for discovery: nothing where no request can come with a certificate. */
export function mutualTlsAliases(
  origin: string | undefined,
  routes: Readonly<Record<string, string>>,
): { mtls_endpoint_aliases?: Readonly<Record<string, string>> } {
  if (origin === undefined) return {};
  const aliases = Object.entries(routes).flatMap(([route, path]) => {
    const name = ALIASED[route];
    return name === undefined ? [] : [[name, `${origin}${path}`] as const];
  });
  return { mtls_endpoint_aliases: Object.fromEntries(aliases) };
}

function certificateOf(ctx: KoaContextWithOIDC): X509Certificate | undefined {
  return ctx.state.clientCertificate;
}

/**
 * By one of the authorities itself: there is no path to build, and so no path to get wrong. Whoever has an authority of
 * its own for such certificates names that one, not the root above it.
 */
export function isIssuedBy(
  certificate: X509Certificate,
  authorities: readonly X509Certificate[],
  now: number,
): boolean {
  const { validFromDate, validToDate, keyUsage } = certificate;
  if (now < validFromDate.getTime() || now > validToDate.getTime()) return false;
  if (!isForClients(keyUsage)) return false;
  return authorities.some(
    (authority) =>
      authority.ca &&
      now <= authority.validToDate.getTime() &&
      certificate.checkIssued(authority) &&
      certificate.verify(authority.publicKey),
  );
}

/** Without the extension any use is allowed. */
function isForClients(usage: readonly string[] | undefined): boolean {
  return usage === undefined || usage.includes(CLIENT_AUTHENTICATION);
}

/** RFC 8705, section 2.1.2: the one name a client registered, whole and unchanged. Wildcards mean nothing. */
export function names(
  certificate: X509Certificate,
  property: RegisteredName,
  expected: string,
): boolean {
  switch (property) {
    case 'tls_client_auth_subject_dn':
      return isSameName(expected, certificate.subject);
    case 'tls_client_auth_san_dns':
      return alternativeNames(certificate, 'DNS').some(
        (name) => name.toLowerCase() === expected.toLowerCase(),
      );
    case 'tls_client_auth_san_uri':
      return alternativeNames(certificate, 'URI').includes(expected);
    case 'tls_client_auth_san_email':
      return alternativeNames(certificate, 'email').includes(expected);
    case 'tls_client_auth_san_ip': {
      const wanted = oneSpelling(expected);
      return alternativeNames(certificate, 'IP Address').some(
        (name) => wanted !== undefined && oneSpelling(name) === wanted,
      );
    }
    default:
      property satisfies never;
      throw new errors.InvalidClientAuth('unknown name of a certificate');
  }
}

const ALTERNATIVE_NAME = /(?:^|, )([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^",]*)/g;

/** Node quotes whatever could be taken for the next name. */
function alternativeNames(certificate: X509Certificate, kind: string): readonly string[] {
  const listed = [...(certificate.subjectAltName ?? '').matchAll(ALTERNATIVE_NAME)];
  return listed
    .filter(([, each]) => each === kind)
    .map(([, , value = '']) => (value.startsWith('"') ? String(JSON.parse(value)) : value));
}

function oneSpelling(address: string): string | undefined {
  const host = address.includes(':') ? `[${address}]` : address;
  return URL.parse(`https://${host}/`)?.hostname;
}
