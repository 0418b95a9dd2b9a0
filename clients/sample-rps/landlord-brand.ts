import { landlordPolicy } from './registrations.ts';
import { html } from './shared/html.ts';
import type { Brand } from './shared/page.ts';
import type { Refusal } from './shared/refusal.ts';
import { commonAdvice, type Advice } from './shared/refusal-page.ts';

export const landlordBrand: Brand = {
  key: 'landlord',
  name: landlordPolicy.organisation.name,
  tagline: { vi: 'Phòng cho thuê, hẻm yên tĩnh', en: 'Rooms to let in a quiet lane' },
  mark: html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" aria-hidden="true">
    <rect width="48" height="48" rx="13" fill="#a3441c" />
    <path d="M10 24 24 12l14 12v13a2 2 0 0 1-2 2H12a2 2 0 0 1-2-2z" fill="#fff3e2" />
    <path d="M20 39V29a4 4 0 0 1 8 0v10z" fill="#a3441c" />
    <circle cx="33" cy="13" r="3" fill="#f6d48b" />
  </svg>`,
  theme: {
    light: {
      page: '#fbf6ef',
      surface: '#fffdfa',
      sunken: '#f8f0e6',
      ink: '#2b1a12',
      muted: '#6f5a4e',
      line: '#eaddce',
      accent: '#a3441c',
      accentHover: '#833314',
      onAccent: '#ffffff',
      tint: '#fbe8d9',
      heroFrom: '#7a2f12',
      heroTo: '#bb5525',
      highlight: '#d98a1f',
    },
    dark: {
      page: '#17100c',
      surface: '#231913',
      sunken: '#17100c',
      ink: '#f6ebe1',
      muted: '#c5afa0',
      line: '#3d2d23',
      accent: '#f3a677',
      accentHover: '#f8c09b',
      onAccent: '#34140a',
      tint: '#35241a',
      heroFrom: '#4b1c0a',
      heroTo: '#93401a',
      highlight: '#f0b45c',
    },
  },
};

export function landlordAdvice(refusal: Refusal): Advice {
  const common = commonAdvice(refusal);
  switch (refusal.error) {
    case 'access_denied':
      return {
        ...common,
        title: { vi: 'Chưa xác nhận người thuê', en: 'The tenant was not confirmed' },
        meaning: {
          vi: 'Bạn không đồng ý chia sẻ. Chủ nhà không nhận được gì; bạn vẫn có thể xuất trình giấy tờ trực tiếp.',
          en: 'You did not agree to share. The landlord has received nothing; you can still show your document in person.',
        },
      };
    case 'incomplete_answer':
      return {
        ...common,
        title: { vi: 'Chưa đủ thông tin', en: 'The answer is incomplete' },
        meaning: {
          vi: 'Tài khoản của bạn chưa có đủ thông tin để xác nhận. Hãy xuất trình giấy tờ trực tiếp.',
          en: 'Your account does not hold enough to confirm you. Please show your document in person.',
        },
      };
    default:
      return common;
  }
}
