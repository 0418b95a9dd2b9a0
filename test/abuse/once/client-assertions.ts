import type { RaceAnswer } from '../../support/once-attempt.ts';
import type { OnceBench } from '../../support/once-bench.ts';
import { inLanes, LANES, Tally } from '../../support/once-tally.ts';
import { assertionForm, OidcClient } from '../../support/oidc-client.ts';

/** Whoever is authenticated hears something else than this: of a token or a request that is good for nothing. */
const OUTCOMES = {
  wins: ({ body, status }: RaceAnswer) => status !== 0 && body['error'] !== 'invalid_client',
  refusals: ['401 invalid_client'],
} as const;
const ENDPOINTS = ['/introspect', '/token', '/par', '/revoke'];

export function describeClientAssertions(open: () => OnceBench): void {
  it('a client assertion authenticates one request, whatever the endpoint', async () => {
    const bench = open();
    const authentication = 'private_key_jwt';
    const client = await OidcClient.register(bench.issuer, { authentication });
    const tally = new Tally(OUTCOMES);
    await inLanes(Array.from({ length: LANES }), bench.trials, async () => {
      const assertion = assertionForm(await client.assertion());
      const nothing = { token: 'x', grant_type: 'refresh_token', refresh_token: 'x' };
      const form = { ...assertion, ...nothing };
      const headers = { accept: 'application/json' };
      const requests = ENDPOINTS.map((path) => ({ path, headers, form }));
      const winner = tally.count(await bench.racers.race(requests));
      tally.noteUnless((winner?.status ?? 500) < 500, `the winner was told ${winner?.status}`);
    });
    tally.conclude('client assertions', bench.trials);
  });
}
