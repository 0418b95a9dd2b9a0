import { html, type Child, type Html } from './html.ts';
import { inLanguage, speak, type Language, type Text } from './language.ts';
import type { Theme } from './theme.ts';

/** How one service presents itself. */
export interface Brand {
  /** Short, for cookie names. */
  readonly key: string;
  readonly name: Text;
  readonly tagline: Text;
  readonly theme: Theme;
  readonly mark: Html;
}

export interface PageContent {
  readonly title: string;
  readonly body: Child;
}

export function layout(brand: Brand, language: Language, { title, body }: PageContent): string {
  const say = speak(language);
  const name = inLanguage(brand.name, language);
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} – ${name}</title>
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/style.css" />
    </head>
    <body>
      <a class="skip" href="#main">${say('Đến nội dung chính', 'Skip to content')}</a>
      <header class="top">
        <div class="wrap">
          <a class="brand" href="/">
            ${brand.mark}
            <span>${name}<small>${inLanguage(brand.tagline, language)}</small></span>
          </a>
          <nav aria-label="${say('Ngôn ngữ', 'Language')}">${languageLink(language)}</nav>
        </div>
      </header>
      <main id="main"><div class="wrap">${body}</div></main>
      <footer class="bottom">
        <div class="wrap">
          ${say(
            'Dịch vụ mẫu, không có thật: minh họa cách một bên sử dụng dịch vụ kết nối với SenID.',
            'A sample, not a real service: it shows how a relying party connects to SenID.',
          )}
        </div>
      </footer>
    </body>
  </html>`;
  return `<!doctype html>\n${page.markup}`;
}

function languageLink(language: Language): Html {
  return language === 'vi'
    ? html`<a href="/?lang=en" lang="en" hreflang="en">English</a>`
    : html`<a href="/?lang=vi" lang="vi" hreflang="vi">Tiếng Việt</a>`;
}
