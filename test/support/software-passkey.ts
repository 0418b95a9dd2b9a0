import { z } from 'zod';

import type { Answer } from './http-agent.ts';
import type { CeremonyBehaviour } from './virtual-authenticator-behaviour.ts';
import { createVirtualAuthenticator, type VirtualAuthenticator } from './virtual-authenticator.ts';

const requestSchema = z.object({
  challenge: z.string(),
  rpId: z.string(),
  allowCredentials: z.array(z.object({ id: z.string() })).default([]),
});
const creationSchema = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
});

/** A virtual authenticator that reads its options off our pages, as `passkey.js` does, and answers for their form. */
export class SoftwarePasskey {
  readonly #authenticator: VirtualAuthenticator;
  #registered = false;

  constructor(issuer: string, character: Partial<CeremonyBehaviour> = {}) {
    this.#authenticator = createVirtualAuthenticator({ origin: issuer, ...character });
  }

  get registered(): boolean {
    return this.#registered;
  }

  /** For `passkey_response` on the page that adds a passkey. */
  register(page: Answer, lies?: Partial<CeremonyBehaviour>): string {
    return this.registerWith(optionsOn(page), lies);
  }

  /** The same with options that stand on no page. */
  registerWith(options: unknown, lies?: Partial<CeremonyBehaviour>): string {
    this.#registered = true;
    return this.#authenticator.create(creationSchema.parse(options), lies);
  }

  /** For `passkey_response` on the pages for sign-in and step-up. */
  prove(page: Answer, lies?: Partial<CeremonyBehaviour>): string {
    return this.#authenticator.get(requestSchema.parse(optionsOn(page)), lies);
  }

  /** With whatever credential it holds, whether the page allows that one or not. */
  forceProve(page: Answer): string {
    const { challenge, rpId } = requestSchema.parse(optionsOn(page));
    return this.#authenticator.get({ challenge, rpId });
  }
}

export function offersPasskey(page: Answer): boolean {
  return page.body.includes('id="passkey-options"');
}

function optionsOn(page: Answer): unknown {
  const json = /<script type="application\/json" id="passkey-options">(.*?)<\/script>/s.exec(
    page.body,
  )?.[1];
  if (json === undefined) throw new Error(`no passkey options on ${page.url} (${page.status})`);
  return JSON.parse(json);
}
