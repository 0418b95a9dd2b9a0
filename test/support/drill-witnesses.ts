import type { DrillParty } from './drill-party.ts';
import { describe } from './drill-visitor.ts';
import { Interrupted, type Wire } from './drill-wire.ts';

/** Codes may be redeemed for a minute: later nobody would have to remember that one was. */
const FRESH_MS = 50_000;

type Kept = {
  readonly party: DrillParty;
  readonly form: Readonly<Record<string, string>>;
} & (
  | { readonly kind: 'code' }
  | { readonly kind: 'refresh token'; readonly successor: string | undefined }
);

/** What was spent before a fault, and is presented once more after it: the fault must not have made it good again. */
export class Witnesses {
  #kept: (Kept & { readonly spentAt: number })[] = [];

  keep(spent: Kept): void {
    this.#kept.push({ ...spent, spentAt: Date.now() });
  }

  /** All of them; nobody is a witness twice. How many there were. */
  async present(wire: Wire): Promise<number> {
    const witnesses = this.#kept.filter(({ spentAt }) => Date.now() - spentAt < FRESH_MS);
    this.#kept = [];
    await Promise.all(
      witnesses.map((each) =>
        presentAgain(wire, each).catch((error: unknown) => {
          if (!(error instanceof Interrupted)) throw error;
        }),
      ),
    );
    return witnesses.length;
  }
}

async function presentAgain(wire: Wire, spent: Kept): Promise<void> {
  const { record } = wire;
  record.replays += 1;
  const answer = await spent.party.token(wire, spent.form);
  if (answer.status === 400 && answer.body['error'] === 'invalid_grant') return;
  // Ten seconds long its own client may ask again for the successor it did not receive: the same one (docs/adr/0020).
  const isRetry =
    spent.kind === 'refresh token' && answer.body['refresh_token'] === spent.successor;
  if (answer.status === 200 && isRetry) return;
  record.doubleSpends.push(`a ${spent.kind}, after the fault: ${describe(answer)}`);
}
