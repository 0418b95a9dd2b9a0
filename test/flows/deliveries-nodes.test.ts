import assert from 'node:assert/strict';

import type { Stores } from '../../adapters/stores.ts';
import { createDeliveries } from '../../clients/deliveries.ts';
import { systemClock } from '../../clock.ts';
import { startDistributedStores, type DistributedStores } from '../support/distributed.ts';
import { startLogoutReceiver, type LogoutReceiver } from '../support/logout-receiver.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';

const MANY = 40;

describe('Two nodes that share a queue of deliveries', function () {
  this.timeout(180_000);
  let distributed: DistributedStores;
  let receiver: LogoutReceiver;
  let nodes: readonly SenidProcess[];
  let stores: Stores;
  let clientId: string;

  before(async () => {
    distributed = await startDistributedStores();
    receiver = await startLogoutReceiver();
    const env = { ...distributed.env, SENID_EGRESS_ALLOW: receiver.host.origin };
    const one = await startSenid({ name: 'queue-one', env });
    const two = await startSenid({ name: 'queue-two', env, issuer: one.issuer });
    nodes = [one, two];
    stores = await distributed.open();
    const metadata = { backchannel_logout_uri: receiver.uri('/many') };
    ({ clientId } = await OidcClient.register(one.issuer, { metadata }));
  });
  after(async () => {
    await stores.close();
    await Promise.all(nodes.map((node) => node.stop()));
    await distributed.stop();
    await receiver.host.close();
  });

  it('send each of them once, and one goes on where the other is killed', async () => {
    const people = await enqueueMany();
    await receiver.waitFor('/many', MANY, 60_000);
    await allDelivered(MANY);
    const posts = receiver.postsTo('/many');
    assert.equal(posts.length, MANY, 'none twice');
    const subjects = posts.map(({ token }) => claimOf(token, 'sub'));
    assert.equal(new Set(subjects).size, people);
    assert.equal(new Set(posts.map(({ token }) => claimOf(token, 'jti'))).size, MANY);

    receiver.answer('/many', 503);
    await enqueueMany();
    await nodes[1]?.stop('SIGKILL');
    receiver.answer('/many', 200);
    await allDelivered(2 * MANY);
  });

  /** As many people; a logout of each. */
  async function enqueueMany(): Promise<number> {
    const queue = createDeliveries(stores.deliveries, systemClock);
    const uri = receiver.uri('/many');
    await Promise.all(
      Array.from({ length: MANY }, (_, index) =>
        queue.enqueue({
          kind: 'backchannel-logout',
          clientId,
          uri,
          accountId: `acc_${index}`,
          payload: {},
        }),
      ),
    );
    return MANY;
  }

  async function allDelivered(count: number): Promise<void> {
    const deadline = Date.now() + 90_000;
    for (;;) {
      const done = await stores.deliveries.list({ clientId, state: 'delivered', limit: 200 });
      if (done.length === count) return;
      if (Date.now() > deadline) assert.fail(`${done.length} of ${count}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});

function claimOf(token: string, claim: string): unknown {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  return (JSON.parse(payload) as Record<string, unknown>)[claim];
}
