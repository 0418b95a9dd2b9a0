import { openEmbeddedBench, openSharedBench, type OnceBench } from '../../support/once-bench.ts';
import { describeClientAssertions } from './client-assertions.ts';
import { describeCodes } from './codes.ts';
import { describeOneTimeCodes } from './one-time-codes.ts';
import { describePasskeyChallenges } from './passkey-challenges.ts';
import { describePushedRequests } from './pushed-requests.ts';
import { describeRefreshTokens } from './refresh-tokens.ts';
import { describeResumes } from './resumes.ts';

const KINDS = [
  describeCodes,
  describeRefreshTokens,
  describePushedRequests,
  describeClientAssertions,
  describePasskeyChallenges,
  describeOneTimeCodes,
  describeResumes,
];

const ENVIRONMENTS = [
  { name: 'one node on SQLite', open: () => openEmbeddedBench(40) },
  {
    name: 'two nodes on Redis and PostgreSQL',
    open: () => openSharedBench(Number(process.env['SENID_ONCE_TRIALS'] ?? 1_000)),
  },
];

for (const { name, open } of ENVIRONMENTS) {
  describe(`what is good for once, ${name}`, function () {
    this.timeout(600_000);
    let bench: OnceBench;
    before(async () => {
      bench = await open();
    });
    after(() => bench.stop());
    for (const describeKind of KINDS) describeKind(() => bench);
  });
}
