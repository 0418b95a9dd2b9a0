import { portalPolicy } from './registrations.ts';
import { html } from './shared/html.ts';
import type { Brand } from './shared/page.ts';
import type { Refusal } from './shared/refusal.ts';
import { commonAdvice, type Advice } from './shared/refusal-page.ts';

/** Why a browser is at the provider, or was to get new tokens. */
export type PortalIntent = 'login' | 'procedure' | 'refresh';

export const portalBrand: Brand = {
  key: 'portal',
  name: portalPolicy.organisation.name,
  tagline: { vi: 'Thủ tục hành chính trực tuyến', en: 'Public services online' },
  mark: html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" aria-hidden="true">
    <rect width="48" height="48" rx="13" fill="#1d4690" />
    <path d="M8 33 19 17l7 9 5-6 9 13z" fill="#fff" />
    <path d="M8 37h32" stroke="#f4b740" stroke-width="3.5" stroke-linecap="round" />
    <circle cx="35" cy="13" r="4" fill="#f4b740" />
  </svg>`,
  theme: {
    light: {
      page: '#f3f6fb',
      surface: '#ffffff',
      sunken: '#f3f6fb',
      ink: '#131d30',
      muted: '#53617a',
      line: '#d9e1ee',
      accent: '#1d4690',
      accentHover: '#14346f',
      onAccent: '#ffffff',
      tint: '#e4edfb',
      heroFrom: '#122f68',
      heroTo: '#2a62bd',
      highlight: '#d99a1c',
    },
    dark: {
      page: '#0d121c',
      surface: '#161d2b',
      sunken: '#0d121c',
      ink: '#e9eef8',
      muted: '#a8b5cb',
      line: '#2b3750',
      accent: '#93bbff',
      accentHover: '#b5d0ff',
      onAccent: '#0c1d40',
      tint: '#1d2942',
      heroFrom: '#0c1f49',
      heroTo: '#234f9a',
      highlight: '#f4b740',
    },
  },
};

export function portalAdvice(refusal: Refusal, intent: PortalIntent | undefined): Advice {
  const common = commonAdvice(refusal);
  switch (intent) {
    case 'procedure':
      return {
        title: { vi: 'Hồ sơ chưa được nộp', en: 'Your case has not been filed' },
        meaning: {
          vi: `${common.meaning.vi} Thủ tục này cần mức bảo đảm “đáng kể”: tài khoản mức độ 02 và passkey. Các phần khác của cổng vẫn dùng được.`,
          en: `${common.meaning.en} This procedure needs “substantial” assurance: a level-2 account and a passkey. You can go on using the rest of the portal.`,
        },
        next: { href: '/', label: { vi: 'Về trang của tôi', en: 'Back to my page' } },
      };
    case 'refresh':
      return refusal.from === 'unavailable'
        ? { ...common, next: { href: '/', label: { vi: 'Quay lại', en: 'Back' } } }
        : {
            ...common,
            title: { vi: 'Phiên làm việc đã kết thúc', en: 'Your session has ended' },
            meaning: {
              vi: 'SenID không gia hạn phiên này nữa: đã đăng xuất, rút lại sự đồng ý hoặc tài khoản bị khóa.',
              en: 'SenID does not extend this session any more: you logged out, withdrew consent, or the account is locked.',
            },
          };
    case 'login':
    case undefined:
      return common;
    default:
      return intent satisfies never;
  }
}
