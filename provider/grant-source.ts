import type { KoaContextWithOIDC } from 'oidc-provider';

type Entities = KoaContextWithOIDC['oidc']['entities'];

/** The grant types whose tokens reach the client directly, without a redirect through the person's browser. */
export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
export const CIBA_GRANT = 'urn:openid:params:grant-type:ciba';

/** What the tokens of a request to the token endpoint are made from; undefined for none of ours. */
export function grantSource({
  RefreshToken,
  AuthorizationCode,
  DeviceCode,
  BackchannelAuthenticationRequest,
}: Entities):
  | NonNullable<
      | Entities['RefreshToken']
      | Entities['AuthorizationCode']
      | Entities['DeviceCode']
      | Entities['BackchannelAuthenticationRequest']
    >
  | undefined {
  return RefreshToken ?? AuthorizationCode ?? DeviceCode ?? BackchannelAuthenticationRequest;
}

const MODELS: Readonly<Record<string, string>> = {
  refresh_token: 'RefreshToken',
  authorization_code: 'AuthorizationCode',
  [DEVICE_GRANT]: 'DeviceCode',
  [CIBA_GRANT]: 'BackchannelAuthenticationRequest',
};

/** The model of what a client spends with this grant type, as it was sent. */
export function spentModel(grantType: unknown): string {
  return MODELS[String(grantType)] ?? 'AuthorizationCode';
}
