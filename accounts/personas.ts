import type {
  Account,
  DocumentType,
  IdentityDocument,
  LockGround,
  PostalAddress,
} from './account.ts';
import { dateInVietNam } from './vietnam-date.ts';

/** Of all personas. */
export const PERSONA_PASSWORD = 'Senid!2026';

/** A person as described, before the register gives out ids and links wards to guardians. */
export type PersonaAccount = Omit<Account, 'id' | 'guardianId' | 'createdAt'>;

export interface Persona {
  readonly login: string;
  readonly notable: { readonly vi: string; readonly en: string };
  readonly guardianLogin: string | undefined;
  readonly lock: LockGround | undefined;
  readonly account: PersonaAccount;
}

type PersonaFacts = Pick<Account, 'name' | 'birthdate' | 'sex'> &
  Partial<Pick<Account, 'level' | 'phone' | 'email'>> &
  Partial<Pick<Persona, 'guardianLogin' | 'lock'>> & {
    readonly login: string;
    readonly notable: Persona['notable'];
    readonly address: PostalAddress;
    readonly activated?: boolean;
  };

/**
 * The made-up people of the sandbox (design, section 7): province code 099 does not exist, nor do the phone numbers.
 * Ages and expiries are relative to `now`, so that a sandbox made years from now shows the same states.
 */
export function personas(now: number): readonly Persona[] {
  return [...citizens(now), ...citizensKeptOut(now), ...foreigners(now)];
}

function citizens(now: number): readonly Persona[] {
  return [
    citizen(now, {
      login: '099090000011',
      notable: { vi: 'Chưa có khóa bảo mật (passkey)', en: 'No passkey yet' },
      name: 'Nguyễn Văn An',
      birthdate: '1990-05-17',
      sex: 'male',
      level: 2,
      phone: '+84900000011',
      email: 'an.nguyen@example.vn',
      address: at('Số 12, ngõ 34, phố Hoa Sen', 'Phường Ba Đình', 'Thành phố Hà Nội'),
    }),
    citizen(now, {
      login: '099185000028',
      notable: { vi: 'Không đạt được mức đáng kể', en: 'Cannot reach substantial' },
      name: 'Trần Thị Bình',
      birthdate: '1985-11-02',
      sex: 'female',
      phone: '+84900000028',
      email: 'binh.tran@example.vn',
      address: at('Số 56, đường Bạch Đằng', 'Phường Hải Châu', 'Thành phố Đà Nẵng'),
    }),
  ];
}

/** Who may not sign in: locked, too young, not yet activated. */
function citizensKeptOut(now: number): readonly Persona[] {
  return [
    citizen(now, {
      login: '099080000055',
      notable: {
        vi: 'Tài khoản bị khóa theo yêu cầu của chủ tài khoản',
        en: 'Locked at own request',
      },
      name: 'Lê Văn Cường',
      birthdate: '1980-03-09',
      sex: 'male',
      level: 2,
      phone: '+84900000055',
      email: 'cuong.le@example.vn',
      lock: 'own_request',
      address: at('Số 78, đường Cách Mạng Tháng Tám', 'Phường Ninh Kiều', 'Thành phố Cần Thơ'),
    }),
    citizen(now, {
      login: '099216000079',
      notable: {
        vi: '10 tuổi, người giám hộ là Nguyễn Văn An',
        en: '10 years old, ward of Nguyễn Văn An',
      },
      name: 'Phạm Minh Khôi',
      birthdate: away(now, { years: -10, months: -6 }),
      sex: 'male',
      guardianLogin: '099090000011',
      address: at('Số 12, ngõ 34, phố Hoa Sen', 'Phường Ba Đình', 'Thành phố Hà Nội'),
    }),
    citizen(now, {
      login: '099095000086',
      notable: { vi: 'Tài khoản chưa được kích hoạt', en: 'Account not yet activated' },
      name: 'Đỗ Văn Hạnh',
      birthdate: '1995-08-21',
      sex: 'male',
      phone: '+84900000086',
      email: 'hanh.do@example.vn',
      activated: false,
      address: at('Số 90, đường Nguyễn Huệ', 'Phường Sài Gòn', 'Thành phố Hồ Chí Minh'),
    }),
  ];
}

function foreigners(now: number): readonly Persona[] {
  return [
    foreigner(now, 'KOR', {
      login: 'F00000000031',
      notable: { vi: 'Thẻ tạm trú còn hạn', en: 'Residence card valid' },
      name: 'KIM MIN JUN',
      birthdate: '1988-07-25',
      sex: 'male',
      level: 2,
      phone: '+84900000031',
      email: 'minjun.kim@example.vn',
      residenceYears: 2,
      address: at('Căn hộ 1203, tòa nhà Sao Mai', 'Phường Tân Hưng', 'Thành phố Hồ Chí Minh'),
    }),
    foreigner(now, 'TWN', {
      login: 'F00000000048',
      notable: { vi: 'Chỉ biết năm sinh', en: 'Birth date known by year only' },
      name: 'CHEN YI TING',
      birthdate: '1996',
      sex: 'female',
      email: 'yiting.chen@example.vn',
      residenceYears: 1,
      address: at('Số 15, đường Hữu Nghị', 'Phường Từ Sơn', 'Tỉnh Bắc Ninh'),
    }),
    foreigner(now, 'KOR', {
      login: 'F00000000062',
      notable: { vi: 'Thẻ tạm trú hết hạn', en: 'Residence card expired' },
      name: 'PARK JI WOO',
      birthdate: '1992-12-30',
      sex: 'female',
      level: 2,
      phone: '+84900000062',
      email: 'jiwoo.park@example.vn',
      residenceYears: -1,
      address: at('Số 27, đường Lê Hồng Phong', 'Phường Hải An', 'Thành phố Hải Phòng'),
    }),
  ];
}

function citizen(now: number, facts: PersonaFacts): Persona {
  return persona(now, facts, {
    subjectType: 'citizen',
    nationalities: ['VNM'],
    document: document('identity_card', facts.login, away(now, { years: 4 })),
    residencePermit: undefined,
  });
}

function foreigner(
  now: number,
  nationality: string,
  facts: PersonaFacts & { readonly residenceYears: number },
): Persona {
  const { login, residenceYears } = facts;
  const residenceExpiry = away(now, { years: residenceYears });
  return persona(now, facts, {
    subjectType: 'foreigner',
    nationalities: [nationality],
    document: document('passport', `M${login.slice(-8)}`, away(now, { years: 6 })),
    residencePermit: document('residence_card', `TT${login.slice(-7)}`, residenceExpiry),
  });
}

function persona(
  now: number,
  facts: PersonaFacts,
  proofing: Pick<PersonaAccount, 'subjectType' | 'nationalities' | 'document' | 'residencePermit'>,
): Persona {
  const { login, notable, guardianLogin, lock, name, birthdate, sex, address } = facts;
  const { level = 1, phone, email, activated = true } = facts;
  const activatedAt = activated ? now : undefined;
  const account = { identifier: login, name, birthdate, sex, address, level, phone, email };
  return { login, notable, guardianLogin, lock, account: { ...account, ...proofing, activatedAt } };
}

function document(type: DocumentType, number: string, expiry: string): IdentityDocument {
  return { type, number, expiry };
}

function at(streetAddress: string, locality: string, region: string): PostalAddress {
  return { streetAddress, locality, region, country: 'VN' };
}

/** `YYYY-MM-DD`, so far from today in Viet Nam. */
function away(now: number, distance: { readonly years: number; readonly months?: number }): string {
  const date = new Date(`${dateInVietNam(now)}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + distance.years * 12 + (distance.months ?? 0));
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
