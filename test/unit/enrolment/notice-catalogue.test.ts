import assert from 'node:assert/strict';

import fc from 'fast-check';

import { noticeOnPage } from '../../../enrolment/notices/compose.ts';
import { CATALOGUE } from '../../../enrolment/notices/catalogue.ts';
import type { NoticeKind } from '../../../enrolment/notices/kinds.ts';
import { inShortAlphabet, messageParts } from '../../../enrolment/notices/short-alphabet.ts';
import { composedSamples, SAMPLE_ROUNDS, sampleFacts } from '../../support/notice-samples.ts';

/** GSM 03.38, without its extension table: what one septet each holds. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/u;
const LINK = /:\/\/|www\.|\.(vn|com|org|net|example)\b/i;
/** Operators in Viet Nam take no registered text with one of these. */
const REFUSED_BY_OPERATORS = /[#%&@[\]{}\\<>]/;
const GROUNDS = /own request|chinh ban yeu cau|vi pham|breach|to tung|death|da chet/i;
const VIETNAMESE = Array.from(
  'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĐÀẬỆỔỮỲ “”‘’…–,.',
);
const MOST_PARTS = 2;
const locales = ['vi', 'en'] as const;

/** Each kind, with each value of its facts. */
const every = (channel: 'sms' | 'email', locale: 'vi' | 'en') =>
  Array.from({ length: SAMPLE_ROUNDS }).flatMap((_, round) =>
    composedSamples('An', { channel, locale }, round),
  );

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
      assert.deepEqual(Object.keys(CATALOGUE[locale].notices).toSorted(), kinds.toSorted());
    }
    assert.deepEqual(
      kinds.filter((kind) => CATALOGUE.vi.notices[kind].title === CATALOGUE.en.notices[kind].title),
      [],
    );
  });

  for (const locale of locales) {
    it(`sends text messages of at most ${MOST_PARTS} parts, in the short alphabet, without a link (${locale})`, () => {
      for (const { kind, text } of every('sms', locale)) {
        assert.match(text, GSM, kind);
        assert.doesNotMatch(text, REFUSED_BY_OPERATORS, kind);
        assert.equal(messageParts(text), partsOf(text), kind);
        assert.ok(partsOf(text) <= MOST_PARTS, `${kind}: ${partsOf(text)} parts: ${text}`);
        assert.doesNotMatch(text, LINK, kind);
        assert.match(text, /^SenID: /, kind);
        assert.doesNotMatch(text, /undefined|NaN|Invalid|\n/, kind);
      }
    });

    it(`sends mails with one link at most, to the page where a code is typed (${locale})`, () => {
      for (const { kind, subject, text } of every('email', locale)) {
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

  it('says the one-time code in one part, with its time and the warning', () => {
    for (const [locale, warning] of [
      ['vi', /Khong chia se ma nay/],
      ['en', /Never share/],
    ] as const) {
      const sent = composedSamples('An', { channel: 'sms', locale });
      const text = sent.find(({ kind }) => kind === 'one_time_code')?.text ?? '';
      assert.match(text, /048213.*15/);
      assert.match(text, warning);
      assert.equal(partsOf(text), 1);
    }
  });

  it('has no secret in a subject or a title', () => {
    for (const locale of locales) {
      for (const { kind, subject } of every('email', locale)) {
        assert.doesNotMatch(subject, /\d{3}|[0-9A-Z]{4}-/, kind);
      }
    }
  });

  it('keeps what the short alphabet cannot hold out of it, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...VIETNAMESE) }), (text) => {
        const plain = inShortAlphabet(text);
        assert.match(plain, /^[a-zA-Z ,."'-]*$/);
        assert.equal(plain.replaceAll('...', '…').length, text.normalize('NFC').length);
      }),
    );
    assert.equal(
      inShortAlphabet('Tự mở “Không phải tôi”, ĐÃ ĐỔI…'),
      'Tu mo "Khong phai toi", DA DOI...',
    );
  });

  it('tells times in Viet Nam, in the order of each language', () => {
    const changed = (locale: 'vi' | 'en') =>
      composedSamples('An', { channel: 'sms', locale }).find(
        ({ kind }) => kind === 'recovery_requested',
      )?.text ?? '';
    assert.match(changed('vi'), /23:59 ngay 30\/09\/2026/);
    assert.match(changed('en'), /23:59 on 30 September 2026/);
  });

  it('never says why an account is locked', () => {
    for (const locale of locales) {
      for (const channel of ['sms', 'email'] as const) {
        for (const { kind, text } of composedSamples('An', { channel, locale })) {
          if (!kind.includes('lock')) continue;
          assert.doesNotMatch(inShortAlphabet(text), GROUNDS);
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
