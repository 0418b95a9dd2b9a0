import { once } from 'node:events';
import { createServer } from 'node:net';

import { interactionPolicy } from 'oidc-provider';

import { startBank } from '../../../clients/sample-rps/bank.ts';
import { startLandlord } from '../../../clients/sample-rps/landlord.ts';
import { startPortal } from '../../../clients/sample-rps/portal.ts';
import { sampleRegistrations } from '../../../clients/sample-rps/registrations.ts';
import type { Running } from '../../../clients/sample-rps/shared/program.ts';
import {
  startBareProvider,
  type BareAnswer,
  type BareInteraction,
  type BareProvider,
} from '../../support/bare-provider.ts';
import { BARE_PERSON } from '../../support/bare-provider-configuration.ts';

const portalSecret = 'a secret of at least thirty-two characters';

/** The three samples, and a bare provider that does what the test tells it to. */
export class Stage {
  readonly issuer: string;
  readonly bank: string;
  readonly landlord: string;
  readonly portal: string;
  /** Set by a test: how the person answers from now on. Undefined: they reach what is asked. */
  answer: ((interaction: BareInteraction) => BareAnswer) | undefined;
  /** Set by a test: claims that differ from the invented person's. */
  claims: Readonly<Record<string, unknown>> = {};
  readonly interactions: BareInteraction[] = [];
  /** The provider ignores what is asked for, as the library alone does with `acr_values`. */
  careless = false;
  #provider: BareProvider | undefined;
  #samples: Running[] = [];

  private constructor(ports: readonly number[]) {
    const [issuer, bank, landlord, portal] = ports.map((port) => `http://localhost:${port}`);
    this.issuer = issuer ?? '';
    this.bank = bank ?? '';
    this.landlord = landlord ?? '';
    this.portal = portal ?? '';
  }

  static async open(): Promise<Stage> {
    const stage = new Stage(await Promise.all([freePort(), freePort(), freePort(), freePort()]));
    await stage.startProvider();
    const { issuer } = stage;
    stage.#samples = await Promise.all([
      startBank({ issuer, port: portOf(stage.bank) }),
      startLandlord({ issuer, port: portOf(stage.landlord) }),
      startPortal({ issuer, port: portOf(stage.portal), clientSecret: portalSecret }),
    ]);
    return stage;
  }

  async startProvider(): Promise<void> {
    const registrations = sampleRegistrations({
      bankOrigin: this.bank,
      landlordOrigin: this.landlord,
      portalOrigin: this.portal,
      portalSecret,
    });
    this.#provider = await startBareProvider({
      port: portOf(this.issuer),
      clients: registrations.map(({ metadata }) => ({ client_id: '', ...metadata })),
      ...(this.careless ? { policy: interactionPolicy.base() } : {}),
      person: () => ({ ...BARE_PERSON, ...this.claims }),
      answer: (interaction) => {
        this.interactions.push(interaction);
        return this.answer?.(interaction) ?? reach(interaction);
      },
    });
  }

  async stopProvider(): Promise<void> {
    await this.#provider?.close();
    this.#provider = undefined;
  }

  async close(): Promise<void> {
    await Promise.all(this.#samples.map((sample) => sample.close()));
    await this.stopProvider();
  }
}

/** A person who reaches what is asked, now. */
export function reach({ params }: BareInteraction, accountId = 'person-1'): BareAnswer {
  return { accountId, acr: String(params['acr_values']), amr: ['pwd', 'hwk'] };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return address.port;
}

function portOf(origin: string): number {
  return Number(new URL(origin).port);
}
