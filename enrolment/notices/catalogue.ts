import type { MessageLocale } from '../../accounts/messages.ts';
import { applications as enApplications } from './en/applications.ts';
import { keeping as enKeeping } from './en/keeping.ts';
import { losing as enLosing } from './en/losing.ts';
import type { NoticeTexts } from './kinds.ts';
import { applications } from './vi/applications.ts';
import { keeping } from './vi/keeping.ts';
import { losing } from './vi/losing.ts';

/** Every notice there is, in both languages. No link in a text message, nothing secret (Circular 50/2024), no ground. */
export const NOTICE_CATALOGUE: Readonly<Record<MessageLocale, NoticeTexts>> = {
  vi: { ...applications, ...keeping, ...losing },
  en: { ...enApplications, ...enKeeping, ...enLosing },
};
