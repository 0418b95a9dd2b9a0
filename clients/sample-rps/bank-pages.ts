import { bankPolicy } from './registrations.ts';
import { html, type Html } from './shared/html.ts';
import { formatDong, formatTime, speak, type Language } from './shared/language.ts';
import type { Login } from './shared/login.ts';
import type { PageContent } from './shared/page.ts';
import {
  assuranceFacts,
  facts,
  loginButton,
  logoutButton,
  nameOf,
  purposeList,
  technicalPanel,
} from './shared/parts.ts';
import type { Session } from './shared/session.ts';
import { claimText } from './shared/vocabulary.ts';
import type { BankData, BankIntent, Receipt, TransferMistake } from './transfer.ts';

export function homePage(language: Language): PageContent {
  const say = speak(language);
  const title = say('Ngân hàng ngay trong tay bạn', 'Your bank, in your hand');
  const body = html`<section class="hero">
      <div>
        <h1>${title}</h1>
        <p class="lead">
          ${say(
            'Đăng nhập bằng tài khoản định danh điện tử mức độ 02 và passkey: không mật khẩu ngân hàng, không ảnh chụp giấy tờ.',
            'Log in with a level-2 e-ID account and a passkey: no bank password, no photographs of documents.',
          )}
        </p>
        ${loginButton(language)}
      </div>
      ${CARD_ART}
    </section>
    <div class="columns">
      <section class="card">
        <h2>${say('Chúng tôi hỏi gì, và vì sao', 'What we ask for, and why')}</h2>
        ${purposeList(bankPolicy.purposes, language)}
      </section>
      <section class="card">
        <h2>${say('An toàn khi chuyển tiền', 'Safe transfers')}</h2>
        <p>
          ${say(
            'Chuyển trên 10.000.000 ₫, bạn xác thực thêm một lần ngay lúc đó. Lần đăng nhập trước không thay được.',
            'For more than 10,000,000 ₫ you authenticate once more, at that moment. The login before does not count.',
          )}
        </p>
        <p class="muted small">
          ${say(
            'Ngân hàng không dùng lại phiên đăng nhập của dịch vụ khác.',
            'The bank never relies on a login made for another service.',
          )}
        </p>
      </section>
    </div>`;
  return { title, body };
}

export type Customer = Session<BankIntent, BankData> & { readonly login: Login };

export interface RejectedForm {
  readonly mistake: TransferMistake;
  readonly form: URLSearchParams;
}

export function accountPage(
  { login, data, shown }: Customer,
  language: Language,
  rejected?: RejectedForm,
): PageContent {
  const say = speak(language);
  const title = say('Tài khoản của bạn', 'Your account');
  const body = html`<div class="headline">
      <h1>${say('Xin chào', 'Welcome')}, ${nameOf(login.userinfo, language)}</h1>
      ${logoutButton(language)}
    </div>
    <div class="columns">
      <div class="stack">
        ${transferCard(language, rejected)} ${receiptsCard(data.receipts, language)}
      </div>
      <section class="card">
        <h2>${say('Khách hàng đã xác thực', 'Verified customer')}</h2>
        ${identityFacts(login, language)} ${assuranceFacts(login, language)}
      </section>
    </div>
    ${technicalPanel(shown, language)}`;
  return { title, body };
}

function identityFacts({ userinfo }: Login, language: Language): Html {
  const say = speak(language);
  const known = (claim: string) => claimText(userinfo?.[claim]);
  return facts([
    [
      say('Số định danh cá nhân', 'Personal identification number'),
      known('personal_identification_number'),
    ],
    [say('Ngày sinh', 'Date of birth'), known('birthdate')],
    [say('Quốc tịch', 'Nationality'), known('nationalities')],
  ]);
}

function transferCard(language: Language, rejected: RejectedForm | undefined): Html {
  const say = speak(language);
  return html`<section class="card">
    <h2>${say('Chuyển tiền', 'Send money')}</h2>
    <form id="transfer" method="post" action="/transfer">
      ${field(rejected, {
        name: 'to',
        label: say('Người nhận', 'Recipient'),
        suggestion: 'Nguyễn Thị Lan',
        hint: say('Tên người nhận, không có ký tự đặc biệt.', 'A name without special characters.'),
        inputMode: 'text',
      })}
      ${field(rejected, {
        name: 'amount',
        label: say('Số tiền (₫)', 'Amount (₫)'),
        suggestion: '12.000.000',
        hint: say(
          'Số nguyên, không quá 1.500.000.000 ₫. Trên 10.000.000 ₫ cần xác thực bổ sung.',
          'A whole number, 1,500,000,000 ₫ at most. More than 10,000,000 ₫ needs a step-up.',
        ),
        inputMode: 'numeric',
      })}
      <button class="button" id="transfer-submit">${say('Chuyển tiền', 'Send')}</button>
    </form>
  </section>`;
}

interface Field {
  readonly name: TransferMistake;
  readonly label: string;
  readonly suggestion: string;
  readonly hint: string;
  readonly inputMode: 'text' | 'numeric';
}

function field(rejected: RejectedForm | undefined, { name, ...texts }: Field): Html {
  const wrong = rejected?.mistake === name;
  return html`<label>
    ${texts.label}
    <input
      id="${name}"
      name="${name}"
      value="${rejected?.form.get(name) ?? texts.suggestion}"
      inputmode="${texts.inputMode}"
      aria-describedby="${name}-hint"
      aria-invalid="${String(wrong)}"
      autocomplete="off"
      required
      ${wrong && 'autofocus'}
    />
    <small id="${name}-hint" class="${wrong && 'mistake'}">${texts.hint}</small>
  </label>`;
}

function receiptsCard(receipts: readonly Receipt[], language: Language): Html {
  const say = speak(language);
  return html`<section class="card" id="receipts">
    <h2>${say('Giao dịch', 'Transfers')}</h2>
    ${receipts.length === 0 && html`<p class="muted">${say('Chưa có giao dịch nào.', 'None yet.')}</p>`}
    <ul class="receipts">
      ${receipts.map(
        ({ to, amount, at, evidence }) =>
          html`<li data-amount="${amount}">
            <span>${to}</span><strong>−${formatDong(amount, language)}</strong>
            <small>
              ${formatTime(at, language)} ·
              ${evidence.stepUp ? say('đã xác thực bổ sung', 'confirmed by step-up') : say('không cần xác thực bổ sung', 'no step-up needed')}
            </small>
          </li>`,
      )}
    </ul>
  </section>`;
}

const CARD_ART = html`<svg class="art" viewBox="0 0 320 220" aria-hidden="true">
  <rect x="46" y="16" width="250" height="156" rx="18" fill="#fff" opacity=".14" />
  <rect x="20" y="44" width="250" height="156" rx="18" fill="#f6f1e3" />
  <rect x="42" y="82" width="42" height="32" rx="7" fill="#e8b64c" />
  <path d="M42 98h42M56 82v32M70 82v32" stroke="#a9791c" stroke-width="1.5" />
  <path
    d="M20 160c42-22 83-22 125 0s83 22 125 0v22a18 18 0 0 1-18 18H38a18 18 0 0 1-18-18z"
    fill="#0f6b57"
  />
  <g fill="#12231e" opacity=".75">
    <rect x="42" y="128" width="46" height="8" rx="4" />
    <rect x="98" y="128" width="46" height="8" rx="4" />
    <rect x="154" y="128" width="46" height="8" rx="4" />
  </g>
  <circle cx="236" cy="78" r="15" fill="#0f6b57" opacity=".85" />
  <circle cx="220" cy="78" r="15" fill="#e8b64c" opacity=".9" />
</svg>`;
