import type { Office, StaffStore } from '../enrolment/staff.ts';
import { isId } from '../ids.ts';
import { CannotDo } from './cannot-do.ts';

export async function findOffice(id: string, staff: StaffStore): Promise<Office> {
  const office = isId('office', id) ? await staff.findOffice(id) : undefined;
  if (office === undefined) throw new CannotDo('no such office; see senid offices list');
  return office;
}
