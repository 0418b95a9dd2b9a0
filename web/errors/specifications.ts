/** Where a rule can be read: the only addresses that a page about an error links to. */
const DOCUMENTS = {
  CIBA: 'https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html',
  JARM: 'https://openid.net/specs/oauth-v2-jarm-final.html',
  'OIDC Core': 'https://openid.net/specs/openid-connect-core-1_0.html',
  'OIDC Identity Assurance':
    'https://openid.net/specs/openid-connect-4-identity-assurance-1_0.html',
  'OIDC Logout': 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html',
  'OIDC Registration': 'https://openid.net/specs/openid-connect-registration-1_0.html',
  'OIDC Unmet Requirements':
    'https://openid.net/specs/openid-connect-unmet-authentication-requirements-1_0.html',
  OpenID4VCI: 'https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html',
} as const;

type Rfc = `RFC ${number}`;
type DocumentName = keyof typeof DOCUMENTS;

/** A document and a section of it, e.g. `RFC 6749, 4.1.2.1`. */
export type Specification = `${Rfc | DocumentName}, ${string}`;

/** The address of the section; of the document where its sections have no addresses one can rely on. */
export function specificationUri(specification: Specification): string {
  const [name = '', section = ''] = specification.split(', ');
  const rfc = /^RFC (\d+)$/.exec(name)?.[1];
  if (rfc !== undefined) return `https://www.rfc-editor.org/rfc/rfc${rfc}.html#section-${section}`;
  return DOCUMENTS[name as DocumentName];
}
