import assert from 'node:assert/strict';

import { rawRequest, type RawRequest } from '../support/oidc-client-raw.ts';

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

export function words(text: string): readonly string[] {
  return text.split(' ');
}

/** A clear 4xx, or what everybody gets to see; never a 5xx, a code, or anything of our insides. */
export async function assertRefused(issuer: string, request: RawRequest): Promise<void> {
  const title = `${request.method ?? 'GET'} ${request.path.slice(0, 80)}`;
  const { status, headers, body } = await rawRequest(issuer, request);
  assert.ok(status >= 200 && status < 500, `${title}: ${status} ${body}`);
  const { location = '' } = headers;
  assert.ok(!location.includes('code=') && !/^(https?:)?[/\\]{2}evil/.test(location), title);
  assert.equal(headers['x-evil'], undefined, title);
  assert.doesNotMatch(body, /\bat .*\.[jt]s:\d+|node_modules|SQLITE|ZodError/, title);
}
