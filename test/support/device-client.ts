import { OidcClient } from './oidc-client.ts';
import type { JsonAnswer } from './oidc-client-answer.ts';
import type { RegistrationOptions } from './oidc-client-registration.ts';
import { noteSecret } from './session-secrets.ts';

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

export interface DeviceStart {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A television: a public client that can show a code and ask again and again. */
export function registerDevice(
  issuer: string,
  { metadata = {}, ...options }: RegistrationOptions = {},
): Promise<OidcClient> {
  return OidcClient.register(issuer, {
    authentication: 'none',
    ...options,
    metadata: {
      redirect_uris: [],
      response_types: [],
      grant_types: [DEVICE_GRANT, 'refresh_token'],
      ...metadata,
    },
  });
}

export async function startDevice(
  client: OidcClient,
  parameters: Readonly<Record<string, string>> = {},
): Promise<DeviceStart> {
  const { status, body } = await client.post('/device-authorization', {
    scope: 'openid',
    ...parameters,
  });
  if (status !== 200) throw new Error(`device: ${JSON.stringify(body)}`);
  noteSecret('device code', body['device_code']);
  return {
    deviceCode: String(body['device_code']),
    userCode: String(body['user_code']),
    body,
  };
}

export function pollDevice(
  client: OidcClient,
  { deviceCode }: Pick<DeviceStart, 'deviceCode'>,
): Promise<JsonAnswer> {
  return client.post('/token', { grant_type: DEVICE_GRANT, device_code: deviceCode });
}
