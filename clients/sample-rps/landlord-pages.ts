import type { Tenant } from './landlord.ts';
import { landlordPolicy } from './registrations.ts';
import { html, type Html } from './shared/html.ts';
import { speak, type Language } from './shared/language.ts';
import type { Login } from './shared/login.ts';
import type { PageContent } from './shared/page.ts';
import {
  assuranceFacts,
  loginButton,
  logoutButton,
  purposeList,
  technicalPanel,
} from './shared/parts.ts';
import type { Shown } from './shared/session.ts';

export function homePage(language: Language): PageContent {
  const say = speak(language);
  const title = say(
    'Thuê phòng, không cần đưa căn cước',
    'Rent a room without handing over your ID',
  );
  const body = html`<section class="hero">
      <div>
        <h1>${title}</h1>
        <p class="lead">
          ${say(
            'Chủ nhà chỉ cần biết bạn tên gì, đã đủ 18 tuổi và giấy tờ còn hiệu lực. Không chụp ảnh, không giữ giấy tờ.',
            'A landlord needs your name, that you are over 18, and that your document is valid. No photographs, no deposit of papers.',
          )}
        </p>
        ${loginButton(language)}
      </div>
      ${HOUSE_ART}
    </section>
    <div class="columns">
      <section class="card">
        <h2>${say('Chúng tôi hỏi gì, và vì sao', 'What we ask for, and why')}</h2>
        ${purposeList(landlordPolicy.purposes, language)}
      </section>
      <section class="card">
        <h2>${say('Chúng tôi không bao giờ nhận', 'What we never receive')}</h2>
        <p>
          ${say(
            'Số định danh cá nhân, số giấy tờ, ngày sinh, địa chỉ, số điện thoại, ảnh của bạn.',
            'Your identification number, document number, date of birth, address, phone number or picture.',
          )}
        </p>
        <p class="muted small">
          ${say(
            'Câu trả lời chỉ hiện trong phiên này, không lưu lại.',
            'The answer is shown in this session only, and is not stored.',
          )}
        </p>
      </section>
    </div>`;
  return { title, body };
}

export function tenantPage(
  tenant: Tenant,
  login: Login,
  shown: Shown,
  language: Language,
): PageContent {
  const say = speak(language);
  const title = isWelcome(tenant)
    ? say('Đã xác nhận người thuê', 'The tenant is confirmed')
    : say('Chưa đủ điều kiện thuê', 'Not all conditions are met');
  const body = html`<div class="headline">
      <h1>${title}</h1>
      ${logoutButton(language)}
    </div>
    <div class="columns">
      <section class="card">
        <p class="badge">${say('Phòng 203', 'Room 203')}</p>
        <p class="figure">${tenant.name}</p>
        <ul class="asks">
          ${answer(tenant.age_over_18, say('Đã đủ 18 tuổi', 'Over 18'), language)}
          ${answer(tenant.document_valid, say('Giấy tờ còn hiệu lực', 'Document valid'), language)}
          ${
            tenant.residence_valid !== undefined &&
            answer(
              tenant.residence_valid,
              say('Còn thời hạn cư trú', 'Permission to stay valid'),
              language,
            )
          }
        </ul>
      </section>
      <section class="card">
        <h2>${say('Cách xác nhận', 'How it was confirmed')}</h2>
        ${assuranceFacts(login, language)}
        <p class="muted small">
          ${say(
            'Chủ nhà không nhận số định danh, ngày sinh hay địa chỉ.',
            'The landlord did not receive the number, date of birth or address.',
          )}
        </p>
      </section>
    </div>
    ${technicalPanel(shown, language)}`;
  return { title, body };
}

function isWelcome({ age_over_18, document_valid, residence_valid }: Tenant): boolean {
  return age_over_18 && document_valid === true && residence_valid !== false;
}

function answer(value: boolean | undefined, question: string, language: Language): Html {
  const say = speak(language);
  const words =
    value === undefined
      ? say('Chưa biết', 'Not known')
      : value
        ? say('Có', 'Yes')
        : say('Không', 'No');
  return html`<li>
    <span class="dot" aria-hidden="true">${value === undefined ? '?' : value ? '✓' : '✕'}</span>
    <div>
      <strong>${question}</strong>
      <p>${words}</p>
    </div>
  </li>`;
}

const HOUSE_ART = html`<svg class="art" viewBox="0 0 320 220" aria-hidden="true">
  <circle cx="258" cy="52" r="26" fill="#f6d48b" />
  <path d="M30 204V96l78-60 78 60v108z" fill="#fff3e2" />
  <path d="m16 104 92-72 92 72-10 13-82-64-82 64z" fill="#52200c" />
  <rect x="186" y="112" width="100" height="92" fill="#f3d3b4" />
  <path d="M180 112h112l-14-24h-98z" fill="#52200c" />
  <rect x="88" y="138" width="42" height="66" rx="21" fill="#a3441c" />
  <circle cx="120" cy="174" r="3" fill="#f6d48b" />
  <g fill="#bb5525" opacity=".85">
    <rect x="48" y="116" width="28" height="32" rx="4" />
    <rect x="142" y="116" width="28" height="32" rx="4" />
    <rect x="208" y="134" width="24" height="28" rx="4" />
    <rect x="244" y="134" width="24" height="28" rx="4" />
  </g>
  <path d="M8 204h304" stroke="#fff" stroke-opacity=".5" stroke-width="4" stroke-linecap="round" />
</svg>`;
