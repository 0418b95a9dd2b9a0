import { bankPolicy } from './registrations.ts';
import { html } from './shared/html.ts';
import type { Brand } from './shared/page.ts';
import type { Refusal } from './shared/refusal.ts';
import { commonAdvice, type Advice } from './shared/refusal-page.ts';
import type { BankIntent } from './transfer.ts';

export const bankBrand: Brand = {
  key: 'bank',
  name: bankPolicy.organisation.name,
  tagline: { vi: 'Gửi trọn niềm tin', en: 'Where trust is kept' },
  mark: html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" aria-hidden="true">
    <rect width="48" height="48" rx="13" fill="#0c5a4a" />
    <path d="M9 30c5-4 10-4 15 0s10 4 15 0v5c-5 4-10 4-15 0s-10-4-15 0z" fill="#e8b64c" />
    <path d="M24 9l11 15c-4-1.5-7.5-1-11 1.800C20.5 23 17 22.5 13 24z" fill="#fff" />
  </svg>`,
  theme: {
    light: {
      page: '#f3f7f5',
      surface: '#ffffff',
      sunken: '#f3f7f5',
      ink: '#12231e',
      muted: '#52665f',
      line: '#d8e3de',
      accent: '#0c5a4a',
      accentHover: '#084338',
      onAccent: '#ffffff',
      tint: '#e2f1ec',
      heroFrom: '#073b31',
      heroTo: '#0f6b57',
      highlight: '#d89b1d',
    },
    dark: {
      page: '#0c1513',
      surface: '#14211d',
      sunken: '#0c1513',
      ink: '#e8f1ee',
      muted: '#a3b8b0',
      line: '#2a3d37',
      accent: '#6fd6b8',
      accentHover: '#96e5cd',
      onAccent: '#06231c',
      tint: '#1b302a',
      heroFrom: '#06281f',
      heroTo: '#0d5747',
      highlight: '#e8b64c',
    },
  },
};

const NOT_DONE: Pick<Advice, 'next'> = {
  next: { href: '/', label: { vi: 'Về tài khoản', en: 'Back to my account' } },
};

/** The same error means something else when money was about to move. */
export function bankAdvice(refusal: Refusal, intent: BankIntent | undefined): Advice {
  if (intent?.kind === 'transfer') return transferAdvice(refusal);
  if (refusal.error === 'unmet_authentication_requirements') {
    return {
      ...commonAdvice(refusal),
      meaning: {
        vi: 'Ngân hàng cần tài khoản định danh điện tử mức độ 02 và passkey. Hãy nâng mức độ tài khoản hoặc thêm passkey, rồi đăng nhập lại.',
        en: 'The bank needs a level-2 e-ID account and a passkey. Raise your account level or add a passkey, then log in again.',
      },
    };
  }
  return commonAdvice(refusal);
}

function transferAdvice(refusal: Refusal): Advice {
  const common = commonAdvice(refusal);
  return {
    ...NOT_DONE,
    title: { vi: 'Chưa chuyển tiền', en: 'The money has not been sent' },
    meaning:
      refusal.error === 'access_denied'
        ? {
            vi: 'Bạn đã hủy xác thực bổ sung, nên lệnh chuyển tiền không được thực hiện.',
            en: 'You cancelled the step-up, so the transfer was not carried out.',
          }
        : {
            vi: `${common.meaning.vi} Lệnh chuyển tiền không được thực hiện.`,
            en: `${common.meaning.en} The transfer was not carried out.`,
          },
  };
}
