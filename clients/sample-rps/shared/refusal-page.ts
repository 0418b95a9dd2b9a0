import { html, type Html } from './html.ts';
import { inLanguage, speak, type Language, type Text } from './language.ts';
import type { PageContent } from './page.ts';
import { technicalPanel } from './parts.ts';
import type { Refusal } from './refusal.ts';
import type { Shown } from './session.ts';

/** What an error means at one service, in words for the person, and where they can go from here. */
export interface Advice {
  readonly title: Text;
  readonly meaning: Text;
  readonly next: { readonly href: string; readonly label: Text };
}

const TRY_AGAIN: Advice['next'] = {
  href: '/login',
  label: { vi: 'Thử lại', en: 'Try again' },
};

/** What each service may say better itself. */
const COMMON: Readonly<Record<string, Omit<Advice, 'next'>>> = {
  access_denied: {
    title: { vi: 'Bạn chưa đăng nhập', en: 'You are not logged in' },
    meaning: {
      vi: 'Bạn đã hủy hoặc không đồng ý chia sẻ thông tin. Chúng tôi không nhận được dữ liệu nào.',
      en: 'You cancelled, or did not agree to share the information. We have received nothing.',
    },
  },
  login_required: {
    title: { vi: 'Cần đăng nhập lại', en: 'Please log in again' },
    meaning: {
      vi: 'Phiên đăng nhập của bạn không còn dùng được cho dịch vụ này.',
      en: 'Your earlier login cannot be used for this service any more.',
    },
  },
  unmet_authentication_requirements: {
    title: { vi: 'Chưa đạt mức bảo đảm', en: 'The level of assurance was not reached' },
    meaning: {
      vi: 'Dịch vụ này cần mức bảo đảm cao hơn mức tài khoản hoặc lần xác thực của bạn đạt được.',
      en: 'This service needs a higher assurance than your account or your authentication reached.',
    },
  },
  temporarily_unavailable: {
    title: { vi: 'SenID chưa trả lời', en: 'SenID does not answer' },
    meaning: {
      vi: 'Hệ thống định danh tạm thời không trả lời. Bạn hãy thử lại sau ít phút; chưa có gì thay đổi.',
      en: 'The digital ID service does not answer right now. Please try again in a few minutes; nothing has changed.',
    },
  },
  another_person: {
    title: { vi: 'Không phải cùng một người', en: 'Not the same person' },
    meaning: {
      vi: 'Người vừa xác thực không phải là người đang đăng nhập. Chúng tôi đã dừng lại.',
      en: 'The person who has just authenticated is not the one who is logged in. We have stopped here.',
    },
  },
  unknown_login: {
    title: { vi: 'Không có lần đăng nhập này', en: 'There is no such login' },
    meaning: {
      vi: 'Câu trả lời này không thuộc về trình duyệt này, hoặc đã được dùng. Bạn hãy đăng nhập lại từ đầu.',
      en: 'This answer does not belong to this browser, or has been used already. Please start the login again.',
    },
  },
};

const OTHER: Omit<Advice, 'next'> = {
  title: { vi: 'Đăng nhập không thành công', en: 'The login did not succeed' },
  meaning: {
    vi: 'Có trục trặc giữa chúng tôi và SenID. Chưa có gì thay đổi; bạn có thể thử lại.',
    en: 'Something went wrong between us and SenID. Nothing has changed; you can try again.',
  },
};

export function commonAdvice({ error }: Pick<Refusal, 'error'>): Advice {
  return { ...((Object.hasOwn(COMMON, error) && COMMON[error]) || OTHER), next: TRY_AGAIN };
}

function homeLink(language: Language): Html {
  const label = speak(language)('Về trang chủ', 'To the home page');
  return html`<a class="button quiet" id="home" href="/">${label}</a>`;
}

export function refusalPage(advice: Advice, shown: Shown, language: Language): PageContent {
  const title = inLanguage(advice.title, language);
  const body: Html = html`<section class="card">
      <h1>${title}</h1>
      <p class="notice">${inLanguage(advice.meaning, language)}</p>
      <div class="actions">
        <a class="button" id="retry" href="${advice.next.href}">
          ${inLanguage(advice.next.label, language)}
        </a>
        ${advice.next.href !== '/' && homeLink(language)}
      </div>
    </section>
    ${technicalPanel(shown, language)}`;
  return { title, body };
}
