import assert from 'node:assert/strict';

import { describeClaims } from '../../../interactions/pages/describe-claims.ts';
import { translator } from '../../../web/i18n/translator.ts';

const vi = translator('vi');

function lines(claims: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  return describeClaims(vi, claims).map(({ label, value }) => [label, value] as const);
}

describe('Claims on the consent page', () => {
  it('are shown as the person would say them', () => {
    const claims = {
      birthdate: '1990-03-14',
      gender: 'female',
      nationalities: ['VNM', 'KOR'],
      age_over_18: true,
    };
    assert.deepEqual(lines(claims), [
      ['Ngày, tháng, năm sinh', '14/03/1990'],
      ['Giới tính', 'Nữ'],
      ['Quốc tịch', 'Việt Nam và Hàn Quốc'],
      ['Từ đủ 18 tuổi', 'Có'],
    ]);
  });

  it('name the number after the kind of person who holds it', () => {
    assert.deepEqual(
      lines({ personal_identification_number: '099090000011' })[0]?.[0],
      'Số định danh cá nhân',
    );
    assert.deepEqual(
      lines({ personal_identification_number: 'F00000000031' })[0]?.[0],
      'Số định danh của người nước ngoài',
    );
  });

  it('say beside a phone number whether it was verified', () => {
    assert.deepEqual(lines({ phone_number: '+84 900', phone_number_verified: false }), [
      ['Số điện thoại', '+84 900 (chưa xác minh)'],
    ]);
  });

  it('never leave out what they do not know', () => {
    assert.deepEqual(lines({ shoe_size: { eu: 42 }, constructor: 'x' }), [
      ['shoe_size', '{"eu":42}'],
      ['constructor', 'x'],
    ]);
  });

  it('never leave out a verification whose subject is absent', () => {
    assert.deepEqual(lines({ email_verified: true }), [['Thư điện tử đã xác minh', 'Có']]);
  });
});
