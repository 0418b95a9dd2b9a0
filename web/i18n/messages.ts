import { en } from './en.ts';
import type { Locale } from './locale.ts';
import { vi } from './vi.ts';

export type MessageKey = keyof typeof vi;

/** Both catalogues; that their keys agree is checked by the compiler, their placeholders by a test. */
export const messages: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { vi, en };
