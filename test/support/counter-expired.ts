import assert from 'node:assert/strict';

import { createSessionRecords } from '../../portals/session/session-records.ts';
import type { PortalTab } from './counter-journey.ts';
import { portalCookie } from './portal-visit.ts';
import { withStores } from './session-server.ts';

/** As if an officer had left their desk: their session at the console has not been used for so many minutes. */
export async function leaveIdle({ journey }: PortalTab, minutes: number): Promise<void> {
  const { senid, context } = journey;
  const cookies = await context.cookies(senid.issuer);
  const cookie = cookies.find(({ name }) => name === portalCookie('officer'));
  await withStores(senid, async ({ ephemerals }) => {
    const records = createSessionRecords(ephemerals, { name: 'officer' });
    const found = await records.find(cookie?.value);
    assert.ok(found !== undefined, 'no session of the console');
    const seenAt = found.record.seenAt - minutes * 60_000;
    assert.ok(await records.update(found, { ...found.record, seenAt }));
  });
}
