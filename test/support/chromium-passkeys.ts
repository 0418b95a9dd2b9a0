import { performance } from 'node:perf_hooks';

import type { CDPSession, Page } from 'playwright-core';

export interface PasskeyDeviceOptions {
  /** Backup flags set: what a password manager in the cloud makes. */
  readonly synced?: boolean;
}

/**
 * The authenticator of one tab, as Chromium plays it (CDP domain WebAuthn). Nobody touches it until `present` is
 * called: otherwise the suggestions of the sign-in page would be answered at once.
 */
export class PasskeyDevice {
  readonly #cdp: CDPSession;
  readonly #authenticatorId: string;

  private constructor(cdp: CDPSession, authenticatorId: string) {
    this.#cdp = cdp;
    this.#authenticatorId = authenticatorId;
  }

  static async attach(
    page: Page,
    { synced = false }: PasskeyDeviceOptions,
  ): Promise<PasskeyDevice> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: false,
        defaultBackupEligibility: synced,
        defaultBackupState: synced,
      },
    });
    return new PasskeyDevice(cdp, authenticatorId);
  }

  /** Whether its owner is there to touch it. */
  async present(enabled: boolean): Promise<void> {
    const authenticatorId = this.#authenticatorId;
    await this.#cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  }

  /** Whether it checks PIN, finger or face. */
  async verifiesUser(isUserVerified: boolean): Promise<void> {
    const authenticatorId = this.#authenticatorId;
    await this.#cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  }

  async credentials() {
    const authenticatorId = this.#authenticatorId;
    return (await this.#cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  }

  /** Passkeys made before: in a second tab, on another day. Their counter goes on counting, or they would be clones. */
  async hold(credentials: Passkeys): Promise<void> {
    const authenticatorId = this.#authenticatorId;
    await this.#cdp.send('WebAuthn.clearCredentials', { authenticatorId });
    for (const credential of credentials) {
      const signCount = Math.ceil(performance.now());
      await this.#cdp.send('WebAuthn.addCredential', {
        authenticatorId,
        credential: { ...credential, signCount },
      });
    }
  }
}

/**
 * For pages. Chromium's virtual device answers a request for suggestions (conditional mediation) when it comes or never;
 * here it waits for the person to pick one in the field, as the list that no test can press does. `suggestions` of the
 * window says how far it is.
 */
export const SUGGESTIONS_ARE_PICKED = `if (navigator.credentials) {
  const get = navigator.credentials.get.bind(navigator.credentials);
  navigator.credentials.get = async (options) => {
    if (options.mediation !== 'conditional') return get(options);
    const field = document.querySelector('input[autocomplete~=webauthn]');
    const picked = new Promise((resolve) => field.addEventListener('click', resolve));
    self.suggestions = 'shown';
    await picked;
    return get(options);
  };
}`;

/** For pages: as Chromium does it, unasked; `suggestions` of the window says how far it is. */
export const SUGGESTIONS_COME_UNASKED = `if (navigator.credentials) {
  const get = navigator.credentials.get.bind(navigator.credentials);
  navigator.credentials.get = (options) => {
    const answer = get(options);
    if (options.mediation === 'conditional') {
      self.suggestions = 'shown';
      answer.then(() => (self.suggestions = 'answered'), () => (self.suggestions = 'refused'));
    }
    return answer;
  };
}`;

/** Private keys and all. */
export type Passkeys = Awaited<ReturnType<PasskeyDevice['credentials']>>;
