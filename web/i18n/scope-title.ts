import type { MessageKey } from './messages.ts';
import type { Translator } from './translator.ts';

const titles: Readonly<Record<string, MessageKey & `scope.${string}`>> = {
  openid: 'scope.openid',
  profile: 'scope.profile',
  email: 'scope.email',
  phone: 'scope.phone',
  address: 'scope.address',
  identity: 'scope.identity',
  residence: 'scope.residence',
  stay: 'scope.stay',
  tenant_check: 'scope.tenant_check',
  offline_access: 'scope.offline_access',
};

/** What a scope holds, in a few words; undefined for what is no scope of ours. */
export function scopeTitle({ t }: Translator, scope: string): string | undefined {
  const key = Object.hasOwn(titles, scope) ? titles[scope] : undefined;
  return key === undefined ? undefined : t(key);
}
