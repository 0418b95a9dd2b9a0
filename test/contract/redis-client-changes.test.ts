import assert from 'node:assert/strict';

import type { OpenProtocol } from '../../adapters/stores.ts';
import { eventually, openFreshProtocol } from '../support/redis-protocol.ts';
import { freshKeep } from '../support/register-keep.ts';
import { sharedRedis, sharedRedisCluster } from '../support/shared-redis.ts';

const engines = [
  { name: 'Redis', url: async () => (await sharedRedis()).url },
  { name: 'Redis Cluster', url: async () => (await sharedRedisCluster()).url },
];

for (const { name, url } of engines) {
  describe(`Changed clients, told over ${name}`, () => {
    const opened: OpenProtocol[] = [];
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((stores) => stores.close()));
    });

    it('are heard by every node of the installation, and by no other installation', async () => {
      const keep = freshKeep();
      const nodes = [await listening(keep), await listening(keep), await listening(keep)];
      const stranger = await listening(freshKeep());
      const [speaker] = nodes;
      assert.ok(speaker !== undefined);
      // Listening begins a moment after it was asked for.
      await eventually('all hear', async () => {
        await speaker.stores.clientChanges.announce('client-1');
        return nodes.every(({ heard }) => heard.includes('client-1'));
      });
      await stranger.stores.clientChanges.announce('client-2');
      await eventually('the stranger hears itself', async () => {
        await stranger.stores.clientChanges.announce('client-3');
        return stranger.heard.includes('client-3');
      });
      assert.ok(!stranger.heard.includes('client-1'));
      for (const { heard } of nodes) assert.deepEqual([...new Set(heard)], ['client-1']);
    });

    async function listening(keep: ReturnType<typeof freshKeep>) {
      const stores = await openFreshProtocol(await url(), keep);
      opened.push(stores);
      const heard: string[] = [];
      stores.clientChanges.listen((clientId) => heard.push(clientId));
      return { stores, heard };
    }
  });
}
