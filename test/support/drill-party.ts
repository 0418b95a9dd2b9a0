import { SUBSTANTIAL } from '../../accounts/assurance.ts';
import type { DrillKeys } from './drill-keys.ts';
import { Interrupted, type Wire } from './drill-wire.ts';
import type { OidcClient } from './oidc-client.ts';
import { tokensOf, type Tokens } from './oidc-client-answer.ts';
import type { Person } from './session-people.ts';

/** What a token must say. */
export interface Expected {
  readonly person: Person;
  readonly acr: string | undefined;
  readonly nonce: string;
}

interface Raised {
  readonly wire: Wire;
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/** A relying party that believes nothing: each token is looked at as if it were a forgery, and so is each answer. */
export class DrillParty {
  readonly client: OidcClient;
  readonly scope: string;
  readonly #keys: DrillKeys;
  /** `sub` is pairwise: one for each person, and never another's. */
  readonly #people = new Map<string, string>();
  readonly #subjects = new Map<string, string>();

  constructor(client: OidcClient, scope: string, keys: DrillKeys) {
    this.client = client;
    this.scope = scope;
    this.#keys = keys;
  }

  /** Any answer below 500 of the token endpoint. */
  async token(wire: Wire, form: Readonly<Record<string, string>>) {
    return this.#post({ wire, path: '/token', form });
  }

  redemption(code: string, verifier: string): Readonly<Record<string, string>> {
    const { redirectUri } = this.client;
    return {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
    };
  }

  /** Throws unless it is a success, after having looked at every claim. */
  async accept(
    wire: Wire,
    answer: Awaited<ReturnType<DrillParty['token']>>,
    expected: Expected,
  ): Promise<Tokens> {
    const tokens = tokensOf({ ...answer, headers: new Headers() });
    await this.#examine(wire, tokens.idToken, expected);
    return tokens;
  }

  /** The status; whatever is told must be about this person. */
  async userinfo(wire: Wire, accessToken: string, { login, accountId }: Person): Promise<number> {
    const { status, body } = await wire.askJson({
      path: '/userinfo',
      headers: { accept: 'application/json', authorization: `Bearer ${accessToken}` },
    });
    if (status !== 200) return status;
    // `insertPerson` makes name and phone number of the same digits as the login.
    const digits = login.slice(3);
    const told = [body['sub'], body['name'], body['phone_number']];
    const right = [this.#subjects.get(accountId), `Người Thử ${digits}`, `+849${digits}`];
    if (told.join() !== right.join()) wire.record.wrongTokens.push('userinfo of somebody else');
    return status;
  }

  async #post({ wire, path, form }: Raised) {
    const own = await this.client.authentication();
    const headers = { accept: 'application/json', ...own.headers };
    return wire.askJson({ path, headers, form: { ...own.form, ...form } });
  }

  async #examine({ record }: Wire, idToken: string, expected: Expected): Promise<void> {
    const { person, acr, nonce } = expected;
    const wrong = (what: string) => void record.wrongTokens.push(what);
    let claims: Readonly<Record<string, unknown>>;
    try {
      claims = (await this.#keys.verify(idToken, this.client.clientId)).payload;
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      wrong(`signature: ${String(error)}`);
      return;
    }
    record.verified += 1;
    const sub = String(claims['sub']);
    const known = this.#subjects.get(person.accountId) ?? sub;
    if (sub !== known) wrong('sub of somebody else, or another one than before');
    if ((this.#people.get(sub) ?? person.accountId) !== person.accountId) wrong('sub given twice');
    this.#subjects.set(person.accountId, known);
    this.#people.set(sub, person.accountId);
    if (claims['nonce'] !== nonce) wrong('nonce of another request');
    if (acr === SUBSTANTIAL && claims['acr'] !== SUBSTANTIAL) wrong(`acr ${String(claims['acr'])}`);
    const evidence = claims['authentication_event_id'];
    if (typeof evidence !== 'string') return wrong('no evidence of an authentication');
    record.writes.push({
      kind: 'authentication',
      id: evidence,
      accountId: person.accountId,
      clientId: this.client.clientId,
      acr: String(claims['acr']),
    });
  }
}
