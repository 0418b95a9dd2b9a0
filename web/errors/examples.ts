/** Requests that are right, for the pages about errors. Line breaks are for reading only. */

export const AUTHORIZE = `GET /authorize
  ?response_type=code
  &client_id=YOUR_CLIENT_ID
  &redirect_uri=https%3A%2F%2Fservice.example%2Fcallback
  &scope=openid%20profile
  &state=RANDOM
  &nonce=RANDOM
  &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
  &code_challenge_method=S256`;

export const PUSHED = `POST /par
Content-Type: application/x-www-form-urlencoded
Authorization: Basic BASE64(client_id:client_secret)

response_type=code&client_id=YOUR_CLIENT_ID&redirect_uri=…&scope=openid&code_challenge=…&code_challenge_method=S256

GET /authorize?client_id=YOUR_CLIENT_ID&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A…`;

export const CODE_FOR_TOKENS = `POST /token
Content-Type: application/x-www-form-urlencoded
Authorization: Basic BASE64(client_id:client_secret)

grant_type=authorization_code
  &code=THE_CODE_YOU_GOT
  &redirect_uri=https%3A%2F%2Fservice.example%2Fcallback
  &code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`;

export const REFRESH = `POST /token
Content-Type: application/x-www-form-urlencoded
Authorization: Basic BASE64(client_id:client_secret)

grant_type=refresh_token&refresh_token=THE_NEWEST_ONE`;

export const ASSERTION = `{ "alg": "ES256", "kid": "YOUR_KEY" }
{
  "iss": "YOUR_CLIENT_ID",
  "sub": "YOUR_CLIENT_ID",
  "aud": "THE_ISSUER",
  "jti": "NEVER_USED_BEFORE",
  "iat": 1763800000,
  "exp": 1763800060
}`;

export const BEARER = `GET /userinfo
Authorization: Bearer YOUR_ACCESS_TOKEN`;

export const REGISTER = `POST /register
Content-Type: application/json

{
  "client_name": "My service",
  "redirect_uris": ["https://service.example/callback"],
  "token_endpoint_auth_method": "client_secret_basic",
  "purposes": { "profile": "To greet you by name" }
}`;

export const PROOF = `{ "typ": "dpop+jwt", "alg": "ES256", "jwk": { "kty": "EC", "crv": "P-256", "x": "…", "y": "…" } }
{
  "jti": "NEVER_USED_BEFORE",
  "htm": "POST",
  "htu": "THE_ISSUER/token",
  "iat": 1763800000
}`;

export const REQUEST_OBJECT = `{ "alg": "ES256", "kid": "YOUR_KEY", "typ": "oauth-authz-req+jwt" }
{
  "iss": "YOUR_CLIENT_ID",
  "aud": "THE_ISSUER",
  "nbf": 1763800000,
  "exp": 1763800300,
  "client_id": "YOUR_CLIENT_ID",
  "response_type": "code",
  "redirect_uri": "https://service.example/callback",
  "scope": "openid",
  "code_challenge": "…",
  "code_challenge_method": "S256"
}`;
