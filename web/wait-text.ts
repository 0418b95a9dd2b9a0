import type { Translator } from './i18n/translator.ts';

/** "5 minutes": rounded up, so that whoever waits that long need not wait again. */
export function waitText({ t }: Translator, seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 60) return t('wait.seconds', { count: whole });
  const minutes = Math.ceil(whole / 60);
  if (minutes < 60) return t('wait.minutes', { count: minutes });
  return t('wait.hours', { count: Math.ceil(minutes / 60) });
}
