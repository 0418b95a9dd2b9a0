import { organisation } from './make-person.ts';
import type { Organisation } from './person.ts';

/** Made for one story each. */
export function heroOrganisations(): readonly Organisation[] {
  return [
    organisation({
      number: '0990000095',
      name: 'Công ty TNHH Gốm Sen Việt',
      representative: '099090000011',
      story: 'persona of SenID; Nguyễn Văn An represents it',
    }),
    organisation({
      number: '0999000010',
      name: 'Công ty TNHH Hoa Sen Xanh',
      representative: '099090000011',
      story: 'active; Nguyễn Văn An represents it',
    }),
    organisation({
      number: '0999000027',
      name: 'Công ty Cổ phần Sao Mai & Con',
      representative: '099188000093',
      story: 'active; Lê Thị Mai represents it',
    }),
    organisation({
      number: '0999000034',
      name: 'Công ty TNHH Đã Giải Thể',
      active: false,
      representative: '099090000011',
      story: 'dissolved; Nguyễn Văn An represented it',
    }),
  ];
}
