import { readFileSync } from 'node:fs';

import { CONFORMANCE_CODE } from '../../accounts/conformance-code.ts';
import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import { clientMembers, type Members } from './clients.ts';
import type { Plan } from './plans.ts';

/** A person of level 2 with everything a scope can name. */
export const TEST_LOGIN = '099090000011';

export type SuiteConfiguration = Readonly<Record<string, unknown>> & { readonly alias: string };

export interface Addresses {
  readonly issuer: string;
  readonly suite: string;
  /** Of who answers in the place of the person (`approver.ts`); without one, a person does. */
  readonly approver?: string | undefined;
}

/** The template of a plan, beside the sources: it is not compiled. */
function templateOf({ template }: Pick<Plan, 'template'>): string {
  const file = new URL(`../../../test/conformance/${template}.json`, import.meta.url);
  return readFileSync(file, 'utf8');
}

/** What is posted to the suite for a plan: the template with its places filled, and clients made for it now. */
export async function configurationFor(plan: Plan, at: Addresses): Promise<SuiteConfiguration> {
  const places = {
    issuer: at.issuer,
    login: TEST_LOGIN,
    password: PERSONA_PASSWORD,
    code: CONFORMANCE_CODE,
    resource: await resourceOf(plan, at.issuer),
  };
  const filled = fill(templateOf(plan), places);
  const configuration = JSON.parse(filled) as SuiteConfiguration;
  // A plan that is run twice at once would meet its own redirects.
  const alias = plan.clients.kind === 'registered-by-suite' ? configuration.alias : plan.name;
  const members: Members = await clientMembers(plan, { ...at, alias, login: TEST_LOGIN });
  return { ...configuration, ...members, ...approverMembers(plan, at), alias };
}

/** The suite puts in the id and what it wants. */
function approverMembers({ clients }: Plan, { approver }: Addresses): Members {
  if (clients.kind !== 'ciba' || approver === undefined) return {};
  const query = 'auth_req_id={auth_req_id}&action={action}';
  return { automated_ciba_approval_url: `${approver}/approve?${query}` };
}

/** `{{name}}` → the value, as it stands inside a JSON string. Throws for a place nobody knows. */
function fill(template: string, places: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{([a-z]+)\}\}/g, (_whole, name: string) => {
    const value = places[name];
    if (value === undefined) throw new Error(`a template asks for ${name}`);
    return JSON.stringify(value).slice(1, -1);
  });
}

/** The protected resource of FAPI and CIBA plans is userinfo, where the certificate can be seen if tokens are bound to one. */
async function resourceOf({ clients }: Plan, issuer: string): Promise<string> {
  const usual = `${issuer}/userinfo`;
  const isBound = clients.kind === 'fapi' ? clients.constraint === 'mtls' : clients.kind === 'ciba';
  if (!isBound) return usual;
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { mtls_endpoint_aliases: aliases } = (await response.json()) as {
    mtls_endpoint_aliases?: { userinfo_endpoint?: string };
  };
  return aliases?.userinfo_endpoint ?? usual;
}
