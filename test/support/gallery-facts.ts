import type { AssuranceAsk, AssuranceWord } from '../../web/assurance-ask.ts';
import type { PersonFacts } from '../../web/components/person-card.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

/** A fixed hour, so that two galleries differ only where the pages do. */
const now = Date.parse('2026-11-21T07:05:00Z');

export function galleryContext(locale: 'vi' | 'en', path: string, nonce: string): PageContext {
  return {
    locale,
    nonce,
    path,
    requestId: 'req_7hQ2mX4cVb9TfK1sZpRw0aLd',
    now,
    expiresAt: now + 10 * 60_000,
    sandbox: true,
    service: {
      name: locale === 'vi' ? 'Ngân hàng Sao Mai' : 'Sao Mai Bank',
      domain: 'nganhang.saomai.example',
      homeUri: 'http://localhost:3001/',
    },
  };
}

export const target: FormTarget = { action: '/interaction/8fK2', csrf: 'c5rf' };

export const people = {
  an: {
    name: 'Nguyễn Văn An',
    maskedIdentifier: '•••••••••011',
    level: 2,
    signedInAt: now - 9 * 60_000,
  },
  binh: { name: 'Trần Thị Bình', maskedIdentifier: '•••••••••028', level: 1 },
  chen: { name: 'CHEN YI TING', maskedIdentifier: '•••••••••048', level: 1 },
} as const satisfies Record<string, PersonFacts>;

export function asks(ctx: PageContext): Readonly<Record<AssuranceWord, AssuranceAsk>> {
  const reason =
    ctx.locale === 'vi'
      ? 'Bạn đang mở tài khoản thanh toán mới.'
      : 'You are opening a new payment account.';
  return {
    low: { level: 'low' },
    substantial: { level: 'substantial', reason },
    high: { level: 'high', reason },
  };
}

export const passkeyOptions = {
  challenge: 'AAECAwQFBgcICQoLDA0ODw',
  rpId: 'localhost',
  timeout: 60_000,
  userVerification: 'required',
} as const;
