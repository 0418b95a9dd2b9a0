import assert from 'node:assert/strict';

import { SealBroken } from '../../errors.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { sampleClient } from './samples.ts';

export function describeClientStoreContract(name: string, open: OpenBench): void {
  describe(`The client store on ${name}`, () => {
    const bench = freshBench(open);

    it('gives back a client as saved, as another object', async () => {
      const { clients } = bench().stores;
      const client = sampleClient();
      await clients.save(client);
      const found = await clients.find(client.clientId);
      assert.deepEqual(found, client);
      assert.notEqual(found?.metadata, client.metadata);
      assert.equal(await clients.find('unknown'), undefined);
    });

    it('replaces the whole record on a second save', async () => {
      const { clients } = bench().stores;
      const client = sampleClient();
      const changed = {
        ...sampleClient({ origin: 'seeded', createdAt: 2 }),
        clientId: client.clientId,
      };
      await clients.save(client);
      await clients.save(changed);
      assert.deepEqual(await clients.find(client.clientId), changed);
    });

    it('removes a client, and does not mind removing it twice', async () => {
      const { clients } = bench().stores;
      const [client, other] = [sampleClient(), sampleClient()];
      await clients.save(client);
      await clients.save(other);
      await clients.remove(client.clientId);
      await clients.remove(client.clientId);
      assert.equal(await clients.find(client.clientId), undefined);
      assert.deepEqual(await clients.find(other.clientId), other);
    });

    it('replaces only a client that is there: one removed meanwhile does not come back', async () => {
      const { clients } = bench().stores;
      const client = sampleClient();
      assert.equal(await clients.replace(client), false);
      assert.equal(await clients.find(client.clientId), undefined);
      await clients.save(client);
      const changed = { ...client, metadata: { redirect_uris: ['https://rp.example/new'] } };
      assert.equal(await clients.replace(changed), true);
      assert.deepEqual(await clients.find(client.clientId), changed);
      await clients.remove(client.clientId);
      assert.equal(await clients.replace(changed), false);
      assert.equal(await clients.find(client.clientId), undefined);
    });

    it('lists clients by id, page by page', async () => {
      const { clients } = bench().stores;
      const page = async (after: string, limit: number) =>
        (await clients.list({ after, limit })).map(({ clientId }) => clientId);
      const names = ['list-B', 'list-a', 'list-b', 'list-ă'];
      for (const clientId of names) await clients.save({ ...sampleClient(), clientId });
      assert.deepEqual(await page('list-', 2), ['list-B', 'list-a']);
      assert.deepEqual(await page('list-a', 9), ['list-b', 'list-ă']);
    });

    it('reads a policy from before there were tiers as the baseline', async () => {
      const { stores, tamper } = bench();
      const client = sampleClient();
      const { tier: _tier, ...older } = client.policy;
      await stores.clients.save(client);
      const written = JSON.stringify(older).replaceAll("'", "''");
      await tamper(
        `update clients set policy = '${written}' where client_id = '${client.clientId}'`,
      );
      assert.equal((await stores.clients.find(client.clientId))?.policy.tier, 'baseline');
    });

    it('does not open metadata that was moved to another client', async () => {
      const { stores, tamper } = bench();
      const [honest, thief] = [sampleClient(), sampleClient()];
      await stores.clients.save(honest);
      await stores.clients.save(thief);
      await tamper(
        `update clients set sealed_metadata = (select sealed_metadata from clients
           where client_id = '${honest.clientId}') where client_id = '${thief.clientId}'`,
      );
      await assert.rejects(stores.clients.find(thief.clientId), SealBroken);
    });
  });
}
