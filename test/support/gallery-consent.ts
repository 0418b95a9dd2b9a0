import type { ConsentGroup } from '../../interactions/pages/consent-group.ts';

interface Groups {
  readonly required: readonly ConsentGroup[];
  readonly optional: readonly ConsentGroup[];
}

type Say = (vi: string, en: string) => string;

export function consentGroups(locale: 'vi' | 'en'): Groups {
  const say: Say = (vi, en) => (locale === 'vi' ? vi : en);
  return { required: requiredGroups(say), optional: optionalGroups(say) };
}

function requiredGroups(say: Say): readonly ConsentGroup[] {
  return [
    {
      id: 'profile',
      purpose: say('Mở tài khoản thanh toán đứng tên bạn', 'Opening an account in your name'),
      claims: {
        name: 'Nguyễn Văn An',
        birthdate: '1990-03-14',
        gender: 'male',
        nationalities: ['VNM'],
      },
    },
    {
      id: 'identity',
      purpose: say(
        'Nhận biết khách hàng theo Luật Phòng, chống rửa tiền',
        'Knowing the customer, as the law against money laundering demands',
      ),
      claims: {
        personal_identification_number: '099090000011',
        document: { type: 'identity_card', number: '099090000011', expiry: '2030-03-14' },
        account_level: 2,
      },
      sensitive: true,
    },
  ];
}

function optionalGroups(say: Say): readonly ConsentGroup[] {
  return [
    {
      id: 'phone',
      purpose: say('Gửi thông báo biến động số dư', 'Sending notices about your balance'),
      claims: { phone_number: '+84 900 000 321', phone_number_verified: true },
    },
    {
      id: 'address',
      purpose: say('Gửi thẻ tới nhà bạn', 'Sending the card to your home'),
      claims: {
        address: {
          street_address: '12 ngõ 34 phố Thử Nghiệm',
          locality: 'Phường Sen Hồng',
          region: 'Thành phố Mẫu',
          country: 'VN',
        },
      },
    },
    {
      id: 'offline_access',
      purpose: say(
        'Cập nhật giấy tờ khi được cấp đổi',
        'Updating your document when it is renewed',
      ),
      claims: {},
    },
  ];
}

/** Claims with evidence: purposes in words of the service, one of them meant to mislead. */
export function verifiedGroups(locale: 'vi' | 'en'): Groups {
  const say: Say = (vi, en) => (locale === 'vi' ? vi : en);
  return {
    required: [
      {
        id: 'verified-name',
        title: say('Họ, chữ đệm và tên (đã được xác minh)', 'Full name (verified)'),
        stated: ['Ghi đúng họ tên của bạn vào hợp đồng tín dụng'],
        claims: { name: 'Nguyễn Văn An' },
      },
      {
        id: 'verified-personal_identification_number',
        title: say('Số định danh cá nhân (đã được xác minh)', 'Personal ID number (verified)'),
        claims: { personal_identification_number: '099090000011' },
      },
    ],
    optional: [
      {
        id: 'verified-birthdate',
        title: say('Ngày, tháng, năm sinh (đã được xác minh)', 'Date of birth (verified)'),
        stated: ['SenID: <b>OK</b> \u202eKO\u202c', 'Tính phí bảo hiểm'],
        claims: { birthdate: '1990-05-17' },
      },
      {
        id: 'verified-address',
        title: say('Địa chỉ (đã được xác minh)', 'Address (verified)'),
        claims: {},
      },
    ],
  };
}

/** All that can come along with them, as it would be sent. */
export const verification = {
  trust_framework: 'vn_eid',
  assurance_level: 'level_02',
  assurance_process: { policy: 'decree_69_2024_nd_cp', procedure: 'in_person' },
  time: '2026-11-22T02:00:00Z',
  evidence: [
    {
      type: 'document',
      check_details: [{ check_method: 'vpip' }],
      document_details: {
        type: 'idcard',
        document_number: '099090000011',
        date_of_expiry: '2030-11-22',
      },
    },
    {
      type: 'electronic_record',
      check_details: [{ check_method: 'data' }, { check_method: 'bvp' }],
      record: { type: 'population_register', source: { name: 'SenID' } },
    },
  ],
};
