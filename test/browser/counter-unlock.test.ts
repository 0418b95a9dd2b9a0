import assert from 'node:assert/strict';

import { newId, type LockId } from '../../ids.ts';
import { messages } from '../../web/i18n/messages.ts';
import { Desks } from '../support/counter-desks.ts';
import { browserSuite } from '../support/journey-stage.ts';
import { withStores } from '../support/session-server.ts';

const MAI = '099188000093';
const POLICE = 'Cơ quan Cảnh sát điều tra Công an thành phố Hà Nội';
const COURT = 'Tòa án nhân dân khu vực 1';
const { vi } = messages;

browserSuite(
  'An agency that takes its lock back',
  (stage) => {
    const desks = new Desks(stage);

    /** Two agencies have asked for a lock of the same account; each by a document of its own. */
    async function lockedTwice(): Promise<ReadonlyMap<string, LockId>> {
      return withStores(stage.senid, async ({ accounts }) => {
        const account = await accounts.findByIdentifier(MAI);
        assert.ok(account !== undefined);
        const ids = new Map<string, LockId>();
        for (const [agency, documentNumber] of [
          [POLICE, '12/QĐ-CSĐT'],
          [COURT, '7/2026/QĐ-TA'],
        ] as const) {
          const id = newId('lock');
          ids.set(agency, id);
          await accounts.addLock({
            id,
            accountId: account.id,
            ground: 'authority_request',
            requester: 'agency',
            lockedAt: Date.parse('2026-11-02T03:00:00Z'),
            liftedAt: undefined,
            details: { agency, documentNumber, documentDate: '2026-11-01' },
          });
        }
        return ids;
      });
    }

    it('is read by the words of the lock, has one working day and then two, and opens that lock alone', async function () {
      this.timeout(300_000);
      const locks = await lockedTwice();
      const receiving = await desks.take('receiving');
      const address = await receiving.receive('agency_unlock', {
        number: MAI,
        agency: COURT,
        document_number: '19/2026/QĐ-TA',
        document_date: '20',
        document_date_month: '11',
        document_date_year: '2026',
      });
      await receiving.press('step-documents_checked');
      const choices = receiving.page
        .locator('fieldset')
        .filter({ hasText: vi['case-field.lock_id'] });
      const offered = await choices.locator('label').allInnerTexts();
      assert.equal(offered.length, 2, offered.join(' / '));
      for (const [agency, number] of [
        [POLICE, '12/QĐ-CSĐT'],
        [COURT, '7/2026/QĐ-TA'],
      ] as const) {
        const label = offered.find((text) => text.includes(agency)) ?? assert.fail(agency);
        assert.ok(label.startsWith(vi['officer.lock-ground-authority_request']), label);
        assert.ok(label.includes(`văn bản số ${number} ngày 01/11/2026`), label);
        assert.ok(label.includes('10:00, 02/11/2026'), label);
      }
      assert.doesNotMatch(offered.join(' '), /lock_/, 'nobody chooses by an id');
      await receiving.page.click('label[for=document_shown]');
      await choices.locator('label', { hasText: COURT }).click();
      await receiving.press('take');
      await receiving.take('completed');
      assert.match(await receiving.text(), /\(1 ngày làm việc;/);
      await receiving.take('forwarded');
      assert.match(await receiving.text(), /\(2 ngày làm việc;/);

      const deciding = await desks.take('deciding');
      await deciding.open(address);
      await deciding.take('approved');
      assert.ok((await deciding.text()).includes(vi['case-status.done']));
      assert.ok((await deciding.text()).includes(vi['case-next.nobody']));
      const left = await withStores(stage.senid, async ({ accounts }) => {
        const account = await accounts.findByIdentifier(MAI);
        return account && accounts.openLocks(account.id);
      });
      assert.deepEqual(
        left?.map(({ id }) => id),
        [locks.get(POLICE)],
        'the lock of the other agency stands',
      );
    });
  },
  { registers: true },
);
