import { inLanguage, type Language, type Text } from './language.ts';

/** Technical values in words for people. */
export const SCOPE_NAMES: Readonly<Record<string, Text>> = {
  profile: { vi: 'Họ tên, ngày sinh', en: 'Name and date of birth' },
  identity: { vi: 'Số định danh và giấy tờ', en: 'Number and document' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  residence: { vi: 'Tình trạng cư trú', en: 'Residence status' },
  tenant_check: { vi: 'Xác nhận người thuê', en: 'Confirmation of a tenant' },
};

/** RFC 8176; `mfa` and `user` say how the others were used, and are left out. */
const AMR_NAMES: Readonly<Record<string, Text>> = {
  pwd: { vi: 'mật khẩu', en: 'password' },
  otp: { vi: 'mã một lần', en: 'one-time code' },
  sms: { vi: 'tin nhắn', en: 'text message' },
  hwk: { vi: 'passkey trên thiết bị', en: 'passkey on the device' },
  swk: { vi: 'passkey đồng bộ', en: 'synced passkey' },
  face: { vi: 'khuôn mặt', en: 'face' },
  fpt: { vi: 'vân tay', en: 'fingerprint' },
};

export function amrNames(amr: unknown, language: Language): string {
  if (!Array.isArray(amr)) return '';
  const names = amr.map((value) => AMR_NAMES[String(value)]).filter((name) => name !== undefined);
  return names.map((name) => inLanguage(name, language)).join(', ');
}

/** A claim as text; claims are whatever the provider sent. */
export function claimText(value: unknown): string {
  if (Array.isArray(value)) return value.map(claimText).join(', ');
  const plain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return plain ? String(value) : '–';
}
