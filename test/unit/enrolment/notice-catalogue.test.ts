import assert from 'node:assert/strict';

import { noticeOnPage } from '../../../enrolment/notices/compose.ts';
import { NOTICE_CATALOGUE } from '../../../enrolment/notices/catalogue.ts';
import type { NoticeKind } from '../../../enrolment/notices/kinds.ts';
import { composedSamples, sampleFacts } from '../../support/notice-samples.ts';

/** GSM 03.38, without its extension table: what one septet each holds. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/u;
const LINK = /:\/\/|www\.|\.(vn|com|org|net|example)\b/i;
const MOST_PARTS = 4;
const locales = ['vi', 'en'] as const;

function partsOf(text: string): number {
  const isPlain = GSM.test(text);
  const [alone, joined] = isPlain ? [160, 153] : [70, 67];
  return text.length <= alone ? 1 : Math.ceil(text.length / joined);
}

describe('the catalogue of notices', () => {
  it('has the same kinds in both languages, each with all its texts', () => {
    const kinds = Object.keys(sampleFacts('An')) as NoticeKind[];
    assert.ok(kinds.length > 30);
    for (const locale of locales) {
      assert.deepEqual(Object.keys(NOTICE_CATALOGUE[locale]).toSorted(), kinds.toSorted());
    }
    assert.deepEqual(
      kinds.filter((kind) => NOTICE_CATALOGUE.vi[kind].title === NOTICE_CATALOGUE.en[kind].title),
      [],
    );
  });

  for (const locale of locales) {
    it(`sends text messages of at most ${MOST_PARTS} parts, without a link (${locale})`, () => {
      for (const { kind, text } of composedSamples('An', { channel: 'sms', locale })) {
        assert.ok(partsOf(text) <= MOST_PARTS, `${kind}: ${partsOf(text)} parts: ${text}`);
        assert.doesNotMatch(text, LINK, kind);
        assert.match(text, /^SenID: /, kind);
        assert.doesNotMatch(text, /undefined|NaN|Invalid|\n/, kind);
      }
    });

    it(`sends mails with one link at most, to the page where a code is typed (${locale})`, () => {
      for (const { kind, subject, text } of composedSamples('An', { channel: 'email', locale })) {
        const links = text.match(/https?:\S+/g) ?? [];
        assert.doesNotMatch(subject, LINK, kind);
        assert.ok(links.length <= 1, kind);
        assert.ok(
          links.every((link) => link === 'https://id.example/not-me'),
          kind,
        );
        assert.equal(links.length === 1, text.includes('0000-AAAA-ZZZZ'), kind);
        assert.doesNotMatch(text, /undefined|NaN|Invalid/, kind);
      }
    });
  }

  it('is in English plain enough for the short alphabet of text messages', () => {
    for (const { kind, text } of composedSamples('An', { channel: 'sms', locale: 'en' })) {
      assert.match(text, GSM, kind);
    }
  });

  it('tells times in Viet Nam, in the order of each language', () => {
    const changed = (locale: 'vi' | 'en') =>
      composedSamples('An', { channel: 'sms', locale }).find(
        ({ kind }) => kind === 'recovery_requested',
      )?.text ?? '';
    assert.match(changed('vi'), /23:59 ngày 30\/09\/2026/);
    assert.match(changed('en'), /23:59 on 30 September 2026/);
  });

  it('never says why an account is locked', () => {
    for (const locale of locales) {
      for (const channel of ['sms', 'email'] as const) {
        for (const { kind, text } of composedSamples('An', { channel, locale })) {
          if (!kind.includes('lock')) continue;
          assert.doesNotMatch(text, /own request|chính bạn yêu cầu|vi phạm|breach|tố tụng|death/i);
        }
      }
    }
  });

  it('stands on a page as it was told, and not at all where a program does not know it', () => {
    const notice = { kind: 'document_expiring', parameters: { document: 'passport', days: 7 } };
    const parameters = { ...notice.parameters, validUntil: '2026-12-01' };
    const told = noticeOnPage({ ...notice, parameters }, 'en');
    assert.match(told?.body ?? '', /passport expires in 7 days: .* 1 December 2026/);
    assert.equal(noticeOnPage({ kind: 'toString', parameters: {} }, 'vi'), undefined);
    assert.equal(noticeOnPage({ kind: 'from_the_future', parameters: {} }, 'vi'), undefined);
  });
});
