import assert from 'node:assert/strict';

import type { ClientPolicy } from '../../clients/client.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, sharedHolder, silently } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

type Agreement = Pick<ClientPolicy, 'reuse'> & {
  readonly organisation: string;
  readonly publicService: boolean;
};

/** D69, Art. 19(4): one authentication serves one relying party; what else was agreed stands in the client's policy. */
describe('a session at a second relying party', () => {
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
  });

  async function clientOf({ reuse, organisation, publicService }: Agreement): Promise<OidcClient> {
    const client = await OidcClient.register(senid.issuer);
    await withStores(senid, async ({ clients }) => {
      const record = await clients.find(client.clientId);
      assert.ok(record);
      const agreed = {
        ...record.policy.organisation,
        id: `org_${organisation}`,
        publicService,
      } as const;
      await clients.save({ ...record, policy: { ...record.policy, reuse, organisation: agreed } });
    });
    return client;
  }

  const bank = { reuse: 'never', organisation: 'bank', publicService: false } as const;
  const shop = { reuse: 'same-organisation', organisation: 'shop', publicService: false } as const;
  const office = { reuse: 'public-services', organisation: 'office', publicService: true } as const;
  const registry = { ...office, organisation: 'registry' } as const;
  const eager = { reuse: 'public-services', organisation: 'eager', publicService: false } as const;

  const cases: readonly (readonly [string, Agreement, Agreement, boolean])[] = [
    ['of the same organisation counts', shop, shop, true],
    ['of another organisation does not count', shop, { ...shop, organisation: 'rival' }, false],
    ['between two public services counts', office, registry, true],
    ['of a private service does not count at a public one', shop, office, false],
    [
      'of a public service does not count at a private one that would like it to',
      office,
      eager,
      false,
    ],
    ['does not count at a bank, its own included', bank, bank, false],
    ['of a bank does not count at a public service', bank, office, false],
  ];
  for (const [title, from, to, counts] of cases) {
    it(title, async () => {
      const [first, second] = [await clientOf(from), await clientOf(to)];
      // Agreed beforehand, so that nothing but the session decides.
      await logIn(senid, second, person);
      const { browser } = await logIn(senid, first, person);
      const response = await silently(second, browser);
      assert.equal(response.get('error'), counts ? null : 'login_required');
    });
  }

  it('that does not count is proven anew, by the same person, without forgetting who it is', async () => {
    const [first, second] = [await clientOf(shop), await clientOf(bank)];
    const { browser } = await logIn(senid, first, person);
    const { answer } = await attemptLogin(senid, second, person, { browser, until: 'continue-as' });
    assert.equal(stepOn(answer), 'continue-as');
    const one = await logIn(senid, second, person, { browser });
    const two = await logIn(senid, second, person, { browser });
    assert.equal(one.claims['sub'], two.claims['sub']);
    assert.notEqual(one.claims['authentication_event_id'], two.claims['authentication_event_id']);
  });
});
