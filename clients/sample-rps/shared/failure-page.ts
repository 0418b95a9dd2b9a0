import { html } from './html.ts';
import { speak, type Language } from './language.ts';
import type { PageContent } from './page.ts';

/** For requests that have nothing to do with a login: no such page, a form from elsewhere, a defect of ours. */
export function failurePage(status: number, language: Language): PageContent {
  const say = speak(language);
  const title = titleOf(status, language);
  const body = html`<section class="card">
    <h1>${title}</h1>
    <p class="muted">${say('Mã', 'Code')} ${status}</p>
    <div class="actions">
      <a class="button" id="home" href="/">${say('Về trang chủ', 'To the home page')}</a>
    </div>
  </section>`;
  return { title, body };
}

function titleOf(status: number, language: Language): string {
  const say = speak(language);
  if (status === 404) return say('Không có trang này', 'There is no such page');
  if (status < 500) return say('Yêu cầu không hợp lệ', 'That request is not valid');
  return say('Đã xảy ra lỗi', 'Something went wrong');
}
