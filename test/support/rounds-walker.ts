import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { openGateways } from '../../adapters/gateways/open-gateways.ts';
import { openStores } from '../../adapters/open-stores.ts';
import { openStateRegisters } from '../../adapters/registers/open-state-registers.ts';
import { createAudit } from '../../audit/events.ts';
import { readConfig } from '../../config.ts';
import { openKeeping } from '../../enrolment/keeping/open-keeping.ts';
import { createNoticeSender } from '../../enrolment/notices/notice-sender.ts';
import { goThroughGuardianships } from '../../enrolment/rounds/birthday-round.ts';
import { goThroughDocuments } from '../../enrolment/rounds/document-round.ts';
import { followFeed } from '../../enrolment/rounds/feed-round.ts';
import { createLog } from '../../log.ts';
import { startDeliveryLoop } from '../../provider/delivery-loop.ts';
import { loadSecrets } from '../../secrets.ts';

/**
 * One of several nodes: does one kind of work on the folder, to its end, and prints what became of each page. Of all but
 * documents it prints as well when it is in the middle of something: each time the clock is looked at, or a gateway is asked.
 */
const {
  ROUNDS_NOW = '',
  ROUNDS_WORK = 'documents',
  ROUNDS_SIMULATOR: url = '',
  ...environment
} = process.env;
const config = readConfig(environment);
const clock = () => Date.parse(ROUNDS_NOW);
const stores = await openStores({ config, secrets: loadSecrets(config), clock, own: false });
const heard = { ...stores, clock: seenClock };
const outside = { clock, onOutcome: () => {} };

const WORK: Readonly<Record<string, () => Promise<string>>> = {
  documents: () => goThroughDocuments({ ...stores, clock }),
  guardianships: () => goThroughGuardianships(heard),
  changes: async () => {
    const { settleDue } = openKeeping({ ...heard, stores, notMeUri: 'https://id.example/not-me' });
    return (await settleDue(5)) === 0 ? 'done' : 'more';
  },
  feed: async () => {
    const registers = openStateRegisters({ url, ...outside });
    const outcome = await followFeed({ ...heard, registers }, 'population');
    return outcome === 'up_to_date' ? 'done' : outcome;
  },
  notices: deliverNotices,
};

for (;;) {
  const outcome = await WORK[ROUNDS_WORK]?.();
  writeSync(1, `${outcome}\n`);
  if (outcome === 'done') break;
}
await stores.close();

function seenClock(): number {
  writeSync(1, '.\n');
  return clock();
}

async function deliverNotices(): Promise<string> {
  const [sms, mail] = [{ base: `${url}/sms/messages` }, { base: `${url}/mail/messages` }];
  const send = createNoticeSender(openGateways({ sms, mail, ...outside }));
  const loop = startDeliveryLoop({
    store: stores.deliveries,
    senders: {
      notice: (delivery) => {
        writeSync(1, '.\n');
        return send(delivery);
      },
    },
    audit: createAudit(stores.audit, clock),
    clock,
    log: createLog('silent'),
  });
  while ((await stores.deliveries.list({ state: 'waiting', limit: 1 })).length > 0) await delay(50);
  await loop.stop();
  return 'done';
}
