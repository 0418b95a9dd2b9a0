/**
 * Login that somebody else begins: OpenID Connect Core, section 4. A relying party registers this address of its own as
 * `initiate_login_uri`, which has to be https (OIDC Registration, section 2).
 */
export const LOGIN_START_PATH = '/login/start';

export interface StartedLogin {
  /** Whom the sender believes the person to be; only a hint, passed on. */
  readonly loginHint: string | undefined;
  /** A path of ours, where the person goes afterwards. */
  readonly returnTo: string;
}

const LONGEST_HINT = 200;

/**
 * Anybody can send a browser here, with anything. Undefined: this is not about the one provider we trust, and nothing
 * may happen. A target elsewhere is replaced by our front page: we are nobody's redirector (section 4).
 */
export function startedLogin(
  parameters: URLSearchParams,
  { issuer, origin }: { readonly issuer: string; readonly origin: string },
): StartedLogin | undefined {
  if (parameters.getAll('iss').length !== 1 || parameters.get('iss') !== issuer) return undefined;
  const hint = parameters.get('login_hint') ?? '';
  return {
    loginHint: hint !== '' && hint.length <= LONGEST_HINT ? hint : undefined,
    returnTo: pathOfOurs(parameters.get('target_link_uri'), origin),
  };
}

function pathOfOurs(target: string | null, origin: string): string {
  const url = target === null ? null : URL.parse(target);
  if (url === null || url.origin !== origin || url.username !== '' || url.password !== '')
    return '/';
  // `//elsewhere` as a path is an address of elsewhere in a Location.
  return url.pathname.startsWith('//') ? '/' : `${url.pathname}${url.search}`;
}
