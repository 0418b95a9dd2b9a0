import assert from 'node:assert/strict';

import { countryName } from '../../../web/i18n/country-name.ts';
import { translator } from '../../../web/i18n/translator.ts';
import { waitText } from '../../../web/wait-text.ts';

const vi = translator('vi');
const en = translator('en');

describe('Times and amounts on a page', () => {
  it('are in Viet Nam time, whatever the zone of the server', () => {
    const lateEvening = Date.parse('2026-11-21T18:30:00Z');
    assert.equal(vi.dateTime(lateEvening), '01:30, 22/11/2026');
    assert.equal(en.dateTime(lateEvening), '01:30 on 22 November 2026');
  });

  it('leave a calendar date on its day', () => {
    assert.equal(vi.calendarDate('1990-03-14'), '14/03/1990');
    assert.equal(en.calendarDate('1990-03-14'), '14 March 1990');
  });

  it('show a year of birth alone where no more is known', () => {
    assert.equal(vi.calendarDate('1996'), '1996');
  });

  it('round a wait up, so that whoever waits that long need not wait again', () => {
    assert.equal(waitText(vi, 0.2), '1 giây');
    assert.equal(waitText(en, 61), '2 minutes');
    assert.equal(waitText(en, 60), '1 minute');
    assert.equal(waitText(vi, 3_601), '2 giờ');
  });

  it('put elements into a sentence without losing a word of it', () => {
    const parts = vi.rich('otp.sent-sms', { destination: '••• 321' });
    assert.equal(parts.join(''), 'Chúng tôi đã gửi mã xác thực tới số điện thoại ••• 321.');
  });
});

describe('Names of countries', () => {
  it('come from the three letters that registers write', () => {
    assert.equal(countryName('vi', 'KOR'), 'Hàn Quốc');
    assert.equal(countryName('en', 'VNM'), 'Vietnam');
  });

  it('never swallow a code that nobody knows', () => {
    assert.equal(countryName('vi', 'XXQ'), 'XXQ');
    assert.equal(countryName('en', 'not a code'), 'not a code');
  });
});
