/** What an error means to the person in front of it: one text each, in both languages. */
export type ErrorKind =
  | 'service-request'
  | 'refused'
  | 'level'
  | 'expired'
  | 'not-found'
  | 'bad-request'
  | 'untrusted-form'
  | 'too-many'
  | 'busy'
  | 'unexpected';

/** Stable codes: those of OAuth and OpenID as the library throws them, then our own. */
const kindOf: Readonly<Record<string, ErrorKind>> = {
  access_denied: 'refused',
  consent_required: 'refused',
  interaction_required: 'refused',
  login_required: 'refused',
  account_selection_required: 'refused',
  unmet_authentication_requirements: 'level',
  authorization_pending: 'service-request',
  credential_request_denied: 'service-request',
  insufficient_scope: 'service-request',
  invalid_authorization_details: 'service-request',
  invalid_binding_message: 'service-request',
  invalid_client: 'service-request',
  invalid_client_attestation: 'service-request',
  invalid_client_metadata: 'service-request',
  invalid_credential_request: 'service-request',
  invalid_dpop_proof: 'service-request',
  invalid_grant: 'service-request',
  invalid_nonce: 'service-request',
  invalid_proof: 'service-request',
  invalid_redirect_uri: 'service-request',
  invalid_request: 'service-request',
  invalid_request_object: 'service-request',
  invalid_request_uri: 'service-request',
  invalid_scope: 'service-request',
  invalid_software_statement: 'service-request',
  invalid_target: 'service-request',
  invalid_token: 'service-request',
  registration_not_supported: 'service-request',
  request_not_supported: 'service-request',
  request_uri_not_supported: 'service-request',
  unapproved_software_statement: 'service-request',
  unauthorized_client: 'service-request',
  unknown_credential_configuration: 'service-request',
  unknown_credential_identifier: 'service-request',
  unsupported_grant_type: 'service-request',
  unsupported_response_mode: 'service-request',
  unsupported_response_type: 'service-request',
  unsupported_token_type: 'service-request',
  use_attestation_challenge: 'service-request',
  use_dpop_nonce: 'service-request',
  use_fresh_attestation: 'service-request',
  unknown_user_id: 'bad-request',
  invalid_user_code: 'bad-request',
  missing_user_code: 'bad-request',
  expired_login_hint_token: 'expired',
  expired_token: 'expired',
  session_not_found: 'expired',
  interaction_expired: 'expired',
  transaction_failed: 'unexpected',
  not_found: 'not-found',
  method_not_allowed: 'bad-request',
  bad_request: 'bad-request',
  payload_too_large: 'bad-request',
  unsupported_media_type: 'bad-request',
  forged_request: 'untrusted-form',
  csrf: 'untrusted-form',
  slow_down: 'too-many',
  too_many_requests: 'too-many',
  temporarily_unavailable: 'busy',
  store_unavailable: 'busy',
  server_error: 'unexpected',
};

/** Never throws: a code nobody foresaw is a fault of ours. */
export function errorKind(code: string): ErrorKind {
  return (Object.hasOwn(kindOf, code) ? kindOf[code] : undefined) ?? 'unexpected';
}

/** Every code with a text of its own, for the reference page and for tests. */
export const errorCodes: readonly string[] = Object.keys(kindOf);
