/** Who a plan's clients are: none that we make (the suite registers its own), or of which tier, and how they are bound. */
export type PlanClients =
  | { readonly kind: 'registered-by-suite' }
  | {
      readonly kind: 'fapi';
      readonly tier: 'bank' | 'bank-signed';
      readonly auth: 'private_key_jwt' | 'mtls';
      readonly constraint: 'dpop' | 'mtls';
    }
  | { readonly kind: 'ciba'; readonly auth: 'private_key_jwt'; readonly mode: 'poll' | 'ping' }
  | { readonly kind: 'ekyc' };

/** One plan of the suite as we run it. */
export interface Plan {
  /** For `--plan`. */
  readonly name: string;
  /** `planName` and `variant` of the suite's API. */
  readonly planName: string;
  readonly variant: Readonly<Record<string, string>>;
  /** Of the file beside this one, without `.json`. */
  readonly template: string;
  readonly clients: PlanClients;
}

const BY_SUITE = { kind: 'registered-by-suite' } as const;
const DYNAMIC = { server_metadata: 'discovery', client_registration: 'dynamic_client' } as const;

const OPENID: readonly Plan[] = [
  {
    name: 'basic',
    planName: 'oidcc-basic-certification-test-plan',
    variant: DYNAMIC,
    template: 'oidcc-basic',
    clients: BY_SUITE,
  },
  {
    name: 'config',
    planName: 'oidcc-config-certification-test-plan',
    variant: {},
    template: 'oidcc-config',
    clients: BY_SUITE,
  },
  {
    name: 'formpost-basic',
    planName: 'oidcc-formpost-basic-certification-test-plan',
    variant: DYNAMIC,
    template: 'oidcc-formpost-basic',
    clients: BY_SUITE,
  },
  {
    name: 'dynamic',
    planName: 'oidcc-dynamic-certification-test-plan',
    variant: { response_type: 'code' },
    template: 'oidcc-dynamic',
    clients: BY_SUITE,
  },
  {
    name: 'rp-initiated-logout',
    planName: 'oidcc-rp-initiated-logout-certification-test-plan',
    variant: { response_type: 'code', client_registration: 'dynamic_client' },
    template: 'oidcc-rp-initiated-logout',
    clients: BY_SUITE,
  },
  {
    name: 'backchannel-logout',
    planName: 'oidcc-backchannel-rp-initiated-logout-certification-test-plan',
    variant: { response_type: 'code', client_registration: 'dynamic_client' },
    template: 'oidcc-backchannel-logout',
    clients: BY_SUITE,
  },
  {
    name: '3rdparty-init-login',
    planName: 'oidcc-3rdparty-init-login-certification-test-plan',
    variant: { response_type: 'code' },
    template: 'oidcc-3rdparty-init-login',
    clients: BY_SUITE,
  },
];

const AUTHS = ['private_key_jwt', 'mtls'] as const;
const CONSTRAINTS = ['dpop', 'mtls'] as const;

/** FAPI 2.0 in the four combinations of how a client authenticates and what its tokens are bound to. */
const FAPI: readonly Plan[] = AUTHS.flatMap((auth) =>
  CONSTRAINTS.flatMap((constraint): Plan[] => {
    const variant = {
      openid: 'openid_connect',
      fapi_profile: 'plain_fapi',
      client_auth_type: auth,
      sender_constrain: constraint,
    };
    const short = `${auth === 'mtls' ? 'mtls' : 'jwt'}-${constraint}`;
    return [
      {
        name: `fapi2-security-profile-${short}`,
        planName: 'fapi2-security-profile-final-test-plan',
        variant,
        template: 'fapi2-security-profile',
        clients: { kind: 'fapi', tier: 'bank', auth, constraint },
      },
      {
        name: `fapi2-message-signing-${short}`,
        planName: 'fapi2-message-signing-final-test-plan',
        variant: {
          ...variant,
          fapi_request_method: 'signed_non_repudiation',
          fapi_response_mode: 'jarm',
        },
        template: 'fapi2-message-signing',
        clients: { kind: 'fapi', tier: 'bank-signed', auth, constraint },
      },
    ];
  }),
);

const OTHERS: readonly Plan[] = [
  ...(['poll', 'ping'] as const).map((mode): Plan => {
    return {
      name: `fapi-ciba-${mode}`,
      planName: 'fapi-ciba-id1-test-plan',
      variant: {
        client_auth_type: 'private_key_jwt',
        fapi_ciba_profile: 'plain_fapi',
        ciba_mode: mode,
        client_registration: 'static_client',
      },
      template: 'fapi-ciba',
      clients: { kind: 'ciba', auth: 'private_key_jwt', mode },
    };
  }),
  {
    name: 'ekyc-ida',
    planName: 'ekyc-test-plan-oidccore',
    variant: {
      server_metadata: 'discovery',
      client_registration: 'static_client',
      client_auth_type: 'client_secret_basic',
      response_type: 'code',
      response_mode: 'default',
    },
    template: 'ekyc-ida',
    clients: { kind: 'ekyc' },
  },
];

export const PLANS: readonly Plan[] = [...OPENID, ...FAPI, ...OTHERS];
