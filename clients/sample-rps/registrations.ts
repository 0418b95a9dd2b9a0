import type { ClientPolicy, ClientRecord } from '../client.ts';

/** Where the portal is told that a session has ended. */
export const BACKCHANNEL_LOGOUT_PATH = '/backchannel-logout';

/** How SenID knows the three samples: client metadata (RFC 7591), and the policy agreed with each organisation. */
export interface SampleOrigins {
  /** `http://localhost:3001`: without a path. */
  readonly bankOrigin: string;
  readonly landlordOrigin: string;
  readonly portalOrigin: string;
  readonly portalSecret: string;
  /** Epoch ms. */
  readonly createdAt?: number;
}

export function sampleRegistrations(origins: SampleOrigins): readonly ClientRecord[] {
  const {
    bankOrigin,
    landlordOrigin,
    portalOrigin,
    portalSecret,
    createdAt = Date.now(),
  } = origins;
  const seeded = { origin: 'seeded', createdAt } as const;
  return [
    {
      ...seeded,
      clientId: 'sample-bank',
      policy: bankPolicy,
      metadata: {
        ...commonMetadata('sample-bank', bankPolicy, bankOrigin),
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks_uri: `${bankOrigin}/jwks.json`,
        require_pushed_authorization_requests: true,
        dpop_bound_access_tokens: true,
      },
    },
    {
      ...seeded,
      clientId: 'sample-landlord',
      policy: landlordPolicy,
      metadata: {
        ...commonMetadata('sample-landlord', landlordPolicy, landlordOrigin),
        token_endpoint_auth_method: 'none',
      },
    },
    {
      ...seeded,
      clientId: 'sample-portal',
      policy: portalPolicy,
      metadata: {
        ...commonMetadata('sample-portal', portalPolicy, portalOrigin),
        token_endpoint_auth_method: 'client_secret_basic',
        client_secret: portalSecret,
        backchannel_logout_uri: `${portalOrigin}${BACKCHANNEL_LOGOUT_PATH}`,
        backchannel_logout_session_required: true,
        grant_types: ['authorization_code', 'refresh_token'],
      },
    },
  ];
}

/** What the portal's API is registered under: `resource` of a request, `aud` of a token (RFC 8707). */
export function portalResource(origin: string): string {
  return `${origin}/api`;
}

function commonMetadata(clientId: string, policy: ClientPolicy, origin: string) {
  return {
    client_id: clientId,
    client_name: policy.organisation.name.vi,
    client_uri: `${origin}/`,
    application_type: 'web',
    redirect_uris: [`${origin}/callback`],
    post_logout_redirect_uris: [`${origin}/`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    scope: ['openid', ...policy.entitledScopes].join(' '),
    subject_type: 'pairwise',
    id_token_signed_response_alg: 'ES256',
  };
}

/** A bank may not rely on an authentication made for somebody else (D69, Art. 19(4)), nor on one made earlier. */
export const bankPolicy: ClientPolicy = {
  organisation: {
    id: 'org_sample-bank',
    name: { vi: 'Ngân hàng Bến Nghé', en: 'Bến Nghé Bank' },
    publicService: false,
  },
  tier: 'bank',
  acrFloor: 'urn:senid:loa:substantial',
  reuse: 'never',
  entitledScopes: ['profile', 'identity'],
  purposes: {
    profile: {
      vi: 'Mở và giữ hồ sơ khách hàng đúng họ tên, ngày sinh của bạn.',
      en: 'To open and keep your customer record under your true name and date of birth.',
    },
    identity: {
      vi: 'Đối chiếu số định danh, giấy tờ và quốc tịch theo quy định nhận biết khách hàng.',
      en: 'To check your number, document and nationality, as customer due diligence requires.',
    },
  },
  optionalScopes: [],
};

/** A private landlord has no right to the number, and learns only what letting a room needs. */
export const landlordPolicy: ClientPolicy = {
  organisation: {
    id: 'org_sample-landlord',
    name: { vi: 'Nhà trọ Hoa Sữa', en: 'Hoa Sữa Rooms' },
    publicService: false,
  },
  tier: 'baseline',
  acrFloor: 'urn:senid:loa:low',
  reuse: 'same-organisation',
  entitledScopes: ['tenant_check'],
  purposes: {
    tenant_check: {
      vi: 'Biết người thuê phòng tên gì, đã đủ 18 tuổi, giấy tờ và thời hạn cư trú còn hiệu lực.',
      en: 'To know the name of who rents the room, that they are over 18, and that document and permission to stay are valid.',
    },
  },
  optionalScopes: [],
};

export const portalPolicy: ClientPolicy = {
  organisation: {
    id: 'org_sample-portal',
    name: { vi: 'Cổng dịch vụ công Hồng Lam', en: 'Hồng Lam Public Services' },
    publicService: true,
  },
  tier: 'baseline',
  acrFloor: 'urn:senid:loa:low',
  reuse: 'public-services',
  entitledScopes: ['profile', 'phone', 'residence'],
  purposes: {
    profile: {
      vi: 'Điền sẵn họ tên, ngày sinh vào tờ khai để bạn không phải khai lại.',
      en: 'To fill your name and date of birth into forms, so that you need not write them again.',
    },
    phone: {
      vi: 'Báo kết quả hồ sơ qua tin nhắn. Bạn có thể không chia sẻ.',
      en: 'To tell you by text message how your case ended. You may decline.',
    },
    residence: {
      vi: 'Kiểm tra điều kiện cư trú của thủ tục bạn chọn.',
      en: 'To check whether your residence status allows the procedure you choose.',
    },
  },
  optionalScopes: ['phone'],
  // Reads `act`, and shows for whom somebody is here.
  takesActors: true,
};
