import { aboutTitle, onBehalfNote } from './on-behalf.ts';
import type { PortalIntent } from './portal-brand.ts';
import type { Filing } from './procedure.ts';
import { portalPolicy } from './registrations.ts';
import { acrName } from './shared/acr-ladder.ts';
import { html, type Html } from './shared/html.ts';
import { formatTime, inLanguage, speak, type Language } from './shared/language.ts';
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

export interface PortalData {
  readonly filings: readonly Filing[];
}

/** `wasLoggedOut`: the provider has told us so, and the person has not been here since. */
export function homePage(language: Language, wasLoggedOut = false): PageContent {
  const say = speak(language);
  const title = say('Làm thủ tục ở bất cứ đâu', 'Public services, wherever you are');
  const body = html`<section class="hero">
      <div>
        <h1>${title}</h1>
        ${wasLoggedOut ? loggedOutNote(language) : ''}
        <p class="lead">
          ${say(
            'Một tài khoản định danh điện tử cho mọi dịch vụ công. Đã đăng nhập ở một cổng, bạn không phải đăng nhập lại ở cổng khác.',
            'One digital ID for all public services. Logged in at one portal, you need not log in again at another.',
          )}
        </p>
        ${loginButton(language)}
      </div>
      ${FORM_ART}
    </section>
    <div class="columns">
      <section class="card">
        <h2>${say('Chúng tôi hỏi gì, và vì sao', 'What we ask for, and why')}</h2>
        ${purposeList(portalPolicy.purposes, language)}
      </section>
      <section class="card">
        <h2>${say('Mức bảo đảm nào cho việc gì', 'Which assurance for what')}</h2>
        ${facts([
          [say('Xem hồ sơ của bạn', 'See your own record'), say('Thấp', 'Low')],
          [
            say('Đăng ký tạm trú', 'Register temporary residence'),
            say('Đáng kể, trong 15 phút', 'Substantial, within 15 minutes'),
          ],
        ])}
      </section>
    </div>`;
  return { title, body };
}

function loggedOutNote(language: Language): Html {
  const say = speak(language);
  return html`<p class="badge" id="logged-out">
    ${say(
      'Bạn đã đăng xuất khỏi SenID, nên phiên ở đây cũng đã kết thúc.',
      'You logged out of SenID, so your session here has ended too.',
    )}
  </p>`;
}

export type Citizen = Session<PortalIntent, PortalData> & { readonly login: Login };

export function accountPage({ login, data, shown }: Citizen, language: Language): PageContent {
  const say = speak(language);
  const title = say('Trang của tôi', 'My page');
  const body = html`<div class="headline">
      <h1>${say('Xin chào', 'Welcome')}, ${nameOf(login.userinfo, language)}</h1>
      ${logoutButton(language)}
    </div>
    ${onBehalfNote(login, language)}
    <div class="columns">
      <div class="stack">
        ${procedureCard(data.filings, language)} ${refreshCard(login, language)}
      </div>
      <section class="card">
        <h2>${aboutTitle(login, language)}</h2>
        ${personFacts(login, language)} ${assuranceFacts(login, language)}
      </section>
    </div>
    ${technicalPanel(shown, language)}`;
  return { title, body };
}

function personFacts({ userinfo }: Login, language: Language): Html {
  const say = speak(language);
  return facts([
    [say('Ngày sinh', 'Date of birth'), userinfo?.birthdate ?? '–'],
    [
      say('Điện thoại', 'Phone'),
      userinfo?.phone_number ?? say('bạn không chia sẻ', 'you did not share it'),
    ],
    [say('Thời hạn cư trú', 'Permission to stay'), residenceText(userinfo, language)],
  ]);
}

/** Citizens need none, and have no such claim. */
function residenceText(userinfo: Login['userinfo'], language: Language): string {
  const say = speak(language);
  const valid = userinfo?.['residence_valid'];
  if (valid === undefined) return say('không áp dụng', 'not applicable');
  return valid === true ? say('còn hiệu lực', 'valid') : say('đã hết hạn', 'expired');
}

function procedureCard(filings: readonly Filing[], language: Language): Html {
  const say = speak(language);
  return html`<section class="card">
    <p class="badge">${say('Thủ tục', 'Procedure')}</p>
    <h2>${say('Đăng ký tạm trú', 'Register temporary residence')}</h2>
    <p class="muted">
      ${say(
        'Cần mức bảo đảm “đáng kể” trong 15 phút gần nhất. Nếu chưa đủ, SenID sẽ xác thực bổ sung rồi đưa bạn trở lại.',
        'Needs “substantial” assurance from the last 15 minutes. If yours is not enough, SenID steps it up and brings you back.',
      )}
    </p>
    <form method="post" action="/procedure">
      <button class="button" id="procedure">${say('Nộp hồ sơ', 'File the case')}</button>
    </form>
    <ul class="receipts" id="filings">
      ${filings.map((filing) => filingItem(filing, language))}
    </ul>
  </section>`;
}

function filingItem({ reference, filed_at, filed_by }: Filing, language: Language): Html {
  const say = speak(language);
  const acr = acrName(filed_by.acr);
  return html`<li>
    <span>${say('Đã nộp', 'Filed')}</span><strong>${reference}</strong>
    <small>
      ${formatTime(filed_at, language)} · ${say('xác thực', 'authenticated')}:
      ${acr && inLanguage(acr, language)}, ${formatTime(filed_by.auth_time, language)}
    </small>
  </li>`;
}

function refreshCard({ refreshToken }: Login, language: Language): Html {
  const say = speak(language);
  if (refreshToken === undefined) return html``;
  return html`<section class="card">
    <h2>${say('Gia hạn phiên', 'Extend the session')}</h2>
    <p class="muted small">
      ${say(
        'Đổi refresh token lấy bộ token mới. SenID kiểm tra lại tài khoản và sự đồng ý của bạn.',
        'Exchanges the refresh token for new tokens. SenID looks at your account and your consent again.',
      )}
    </p>
    <form method="post" action="/refresh">
      <button class="button quiet" id="refresh">${say('Làm mới', 'Refresh')}</button>
    </form>
  </section>`;
}

const FORM_ART = html`<svg class="art" viewBox="0 0 320 220" aria-hidden="true">
  <rect
    x="74"
    y="18"
    width="150"
    height="190"
    rx="14"
    fill="#fff"
    opacity=".2"
    transform="rotate(6 149 113)"
  />
  <rect x="64" y="14" width="150" height="190" rx="14" fill="#fff" />
  <circle cx="92" cy="48" r="13" fill="#f4b740" />
  <g fill="#1d4690" opacity=".8">
    <rect x="114" y="38" width="74" height="8" rx="4" />
    <rect x="114" y="52" width="50" height="8" rx="4" opacity=".5" />
  </g>
  <g fill="#1d4690" opacity=".22">
    <rect x="84" y="82" width="110" height="9" rx="4.5" />
    <rect x="84" y="102" width="110" height="9" rx="4.5" />
    <rect x="84" y="122" width="72" height="9" rx="4.5" />
    <rect x="84" y="160" width="56" height="22" rx="8" />
  </g>
  <circle cx="216" cy="164" r="38" fill="#f4b740" />
  <path
    d="m199 165 12 12 23-25"
    fill="none"
    stroke="#122f68"
    stroke-width="8"
    stroke-linecap="round"
    stroke-linejoin="round"
  />
</svg>`;
