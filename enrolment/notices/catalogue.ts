import type { MessageLocale } from '../../accounts/messages.ts';
import { applications as enApplications } from './en/applications.ts';
import { atOnce as enAtOnce } from './en/at-once.ts';
import { keeping as enKeeping } from './en/keeping.ts';
import { losing as enLosing } from './en/losing.ts';
import type { AtOnceTexts, NoticeTexts } from './kinds.ts';
import { applications } from './vi/applications.ts';
import { atOnce } from './vi/at-once.ts';
import { keeping } from './vi/keeping.ts';
import { losing } from './vi/losing.ts';

interface Texts {
  /** What happened: on the page, by text message and mail. */
  readonly notices: NoticeTexts;
  /** What somebody waits for. */
  readonly atOnce: AtOnceTexts;
}

/**
 * Everything a person is told by text message and mail, in both languages. No link in a text message, nothing about the
 * account that a stranger could use (Circular 50/2024), no ground of a lock. As a page: docs/reference/messages.md.
 */
export const CATALOGUE: Readonly<Record<MessageLocale, Texts>> = {
  vi: { notices: { ...applications, ...keeping, ...losing }, atOnce },
  en: { notices: { ...enApplications, ...enKeeping, ...enLosing }, atOnce: enAtOnce },
};
