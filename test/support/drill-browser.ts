import type { Wire } from './drill-wire.ts';
import { HttpAgent, type Answer } from './http-agent.ts';

/** A form of ours that somebody posted and that was accepted. */
export interface AcceptedForm {
  readonly page: Answer;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
}

/** A browser whose exchanges go over a counted wire. */
export class DrillBrowser extends HttpAgent {
  readonly #wire: Wire;
  readonly #onAccepted: (form: AcceptedForm) => void;

  constructor(wire: Wire, onAccepted: (form: AcceptedForm) => void = () => {}) {
    super();
    this.#wire = wire;
    this.#onAccepted = onAccepted;
  }

  override async post(page: Answer, values: AcceptedForm['values']): Promise<Answer> {
    const from = Date.now();
    const answer = await super.post(page, values);
    if (answer.status === 303) this.#onAccepted({ page, values, from, until: Date.now() });
    return answer;
  }

  protected override async exchange(target: URL, init: RequestInit): Promise<Response> {
    const { status, headers, body } = await this.#wire.ask({
      path: `${target.pathname}${target.search}`,
      headers: init.headers as Record<string, string>,
      form: init.body instanceof URLSearchParams ? init.body : undefined,
    });
    const received = new Headers();
    for (const [name, value] of Object.entries(headers)) {
      for (const each of [value ?? []].flat()) received.append(name, each);
    }
    return new Response(body === '' ? null : body, { status, headers: received });
  }
}
