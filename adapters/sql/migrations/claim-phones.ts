import { sql, type Kysely } from 'kysely';

/** For who is there already: first come, first served; a ward holds no number of its own (D69, Arts. 10 and 11). */
export async function claimPhones(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into phone_holders (phone_index, account_id, since)
    select phone_index, id, created_at from (
      select phone_index, id, created_at,
        row_number() over (partition by phone_index order by created_at, id) as place
      from accounts where phone_index is not null and guardian_id is null
    ) as claims where place = 1
  `.execute(db);
}
