import type { UserInfoResponse } from 'openid-client';

import { acrName } from './acr-ladder.ts';
import { html, jsonElement, type Child, type Html } from './html.ts';
import { formatTime, inLanguage, speak, type Language, type Text } from './language.ts';

import type { Login } from './login.ts';
import { LOTUS } from './lotus.ts';
import type { Shown } from './session.ts';
import { amrNames, claimText, SCOPE_NAMES } from './vocabulary.ts';

/** The parts that the pages of all three services share. */

export function loginButton(language: Language): Html {
  const label = speak(language)('Đăng nhập bằng định danh điện tử', 'Log in with digital ID');
  return html`<a class="button" id="login" href="/login">${LOTUS}<span>${label}</span></a>`;
}

export function logoutButton(language: Language): Html {
  return html`<form class="inline" method="post" action="/logout">
    <button class="button quiet" id="logout">${speak(language)('Đăng xuất', 'Log out')}</button>
  </form>`;
}

/** What will be asked and why: the same purposes as on the consent page of the provider. */
export function purposeList(purposes: Readonly<Record<string, Text>>, language: Language): Html {
  return html`<ul class="asks">
    ${Object.entries(purposes).map(
      ([scope, purpose], index) =>
        html`<li>
          <span class="dot" aria-hidden="true">${index + 1}</span>
          <div>
            <h3>${scopeName(scope, language)} <code>${scope}</code></h3>
            <p>${inLanguage(purpose, language)}</p>
          </div>
        </li>`,
    )}
  </ul>`;
}

function scopeName(scope: string, language: Language): string {
  const name = SCOPE_NAMES[scope];
  return name === undefined ? '' : inLanguage(name, language);
}

export function facts(rows: readonly (readonly [label: string, value: Child])[]): Html {
  return html`<dl class="facts">
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** How surely it is them, now: for people. */
export function assuranceFacts({ claims }: Login, language: Language): Html {
  const say = speak(language);
  const acr = acrName(claims['acr']);
  return facts([
    [
      say('Mức bảo đảm', 'Assurance'),
      acr === undefined ? claimText(claims['acr']) : inLanguage(acr, language),
    ],
    [say('Mức độ tài khoản', 'Account level'), claimText(claims['account_level'])],
    [
      say('Xác thực lúc', 'Authenticated at'),
      claims.auth_time === undefined ? '–' : formatTime(claims.auth_time, language),
    ],
    [say('Phương tiện', 'Means'), amrNames(claims['amr'], language) || '–'],
  ]);
}

export function nameOf(userinfo: UserInfoResponse | undefined, language: Language): string {
  return userinfo?.name ?? speak(language)('bạn', 'you');
}

/** For integrators and tests: the request, and what it led to after verification. */
export function technicalPanel(shown: Shown, language: Language): Html {
  const say = speak(language);
  return html`<section class="card" aria-labelledby="technical">
      <h2 id="technical">${say('Dành cho người tích hợp', 'For integrators')}</h2>
      <div class="columns">
        <div>
          ${block('request', say('Yêu cầu đã gửi', 'The request that was sent'), shown.request)}
          ${block('challenge', say('API đã đòi hỏi', 'What the API demanded'), shown.challenge)}
          ${block('introspection', say('Access token (introspection)', 'The access token (introspection)'), shown.introspection)}
        </div>
        <div>
          ${block('error', say('Lỗi', 'Error'), shown.error)}
          ${block('id-token', say('ID token đã kiểm chứng', 'The verified ID token'), shown.idToken)}
          ${block('userinfo', say('Userinfo', 'Userinfo'), shown.userinfo)}
        </div>
      </div>
    </section>
    ${jsonElement('result', shown)}`;
}

function block(id: string, title: string, data: unknown): Child {
  if (data === undefined) return undefined;
  return html`<details open>
    <summary>${title}</summary>
    <pre id="${id}" tabindex="0" role="region" aria-label="${title}">
${typeof data === 'string' ? data : JSON.stringify(data, null, 2)}</pre>
  </details>`;
}
