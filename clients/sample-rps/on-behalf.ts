import { html, type Html } from './shared/html.ts';
import { speak, type Language } from './shared/language.ts';
import type { Login } from './shared/login.ts';
import { actorOf } from './shared/actor-of.ts';
import { nameOf } from './shared/parts.ts';

/** For whom somebody is here; nothing for who is here for themselves. */
export function onBehalfNote(login: Login, language: Language): Html {
  const actor = actorOf(login.claims);
  if (actor === undefined) return html``;
  const say = speak(language);
  return html`<p class="badge" id="on-behalf" data-actor="${actor}">
    ${say('Bạn đang thực hiện thay cho', 'You are acting for')}
    <strong>${nameOf(login.userinfo, language)}</strong>
  </p>`;
}

export function aboutTitle(login: Login, language: Language): string {
  const say = speak(language);
  return actorOf(login.claims) === undefined
    ? say('Thông tin của bạn', 'About you')
    : say('Thông tin của người được thay', 'About the person you act for');
}
