import assert from 'node:assert/strict';

import { messages } from '../../../web/i18n/messages.ts';
import { registerTaking } from '../../support/acting.ts';
import { GuardianVisit } from '../../support/guardian-visit.ts';
import { startSenid, type SenidProcess } from '../../support/senid-process.ts';
import { logIn } from '../../support/session-login.ts';

const { vi } = messages;
const MAI = { number: '099188000093', phone: '0900000093' };
/** Hers, of 5 and of 8. */
const LAN = { number: '099321000116', name: 'Nguyễn Thị Ngọc Lan' };
const DUC = { number: '099218000109', name: 'Nguyễn Minh Đức' };
/** Hers as well, of 13. */
const CHAU = { number: '099312000208', name: 'Nguyễn Bảo Châu' };

describe('One guardian’s phone for two wards of level 1', function () {
  this.timeout(120_000);
  let senid: SenidProcess;
  let mai: GuardianVisit;
  const codes: string[] = [];

  before(async () => {
    senid = await startSenid({ registers: true, name: 'two-wards' });
    mai = await GuardianVisit.of(senid, MAI.number);
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
  });

  it('each page says whose picture, and whose account, it is', async () => {
    for (const { number, name } of [LAN, DUC]) {
      const photo = await mai.declare(number);
      assert.ok(photo.body.includes(`Ảnh khuôn mặt của ${name}`), photo.body);
      assert.match(photo.body, /capture="environment"/, 'the camera that looks away from her');
      assert.ok(!photo.body.includes(vi['enrol.photo.label']), 'it is not the guardian’s face');
      const result = await mai.sendFace(photo, number);
      assert.match(result.body, new RegExp(`<h1[^>]*>[^<]*của ${name}`), result.body);
      assert.ok(!result.body.includes(vi['enrol.approved.title']));
      codes.push(...(await mai.activationCodes(MAI.phone, 1)));
    }
  });

  it('the code of one opens not the account of the other; each its own, and both are used', async () => {
    const [ofLan = '', ofDuc = ''] = codes;
    const crossed = await mai.offer(LAN.number, ofDuc);
    assert.equal(crossed.status, 422, crossed.body);
    await mai.activate(LAN.number, MAI.phone, ofLan);
    await mai.activate(DUC.number, MAI.phone, ofDuc);
    const client = await registerTaking(senid);
    for (const { name } of [LAN, DUC]) {
      const { claims, accessToken } = await logIn(senid, client, mai.person, {
        how: 'password',
        actsFor: name,
        parameters: { scope: 'openid profile' },
      });
      assert.equal(claims['account_level'], 1);
      assert.equal((await client.userinfo(accessToken)).body['name'], name);
    }
  });

  it('takes the face of neither for the other’s', async () => {
    const photo = await mai.declare(CHAU.number);
    const result = await mai.sendFace(photo, LAN.number);
    assert.match(result.body, new RegExp(`<h1[^>]*>[^<]*cho ${CHAU.name}`), result.body);
    assert.ok(result.body.includes(vi['case-refusal.data_not_matched']), result.body);
  });
});
