import type { AccountStore } from '../../accounts/account.ts';
import type { RegisterEvent, RegisterName, StateRegisters } from '../registers.ts';
import { followsOrganisation } from './organisation-consequence.ts';
import { recordedCitizen, recordedForeigner } from './follow-record.ts';
import { guardianConsequence, type NamedGuardian } from './guardian-consequence.ts';
import type { Consequence, KnownPerson } from './known-person.ts';
import { cancelledConsequence, personConsequence } from './person-consequence.ts';

export interface RecordSources {
  readonly registers: Pick<
    StateRegisters,
    'population' | 'immigration' | 'civilStatus' | 'organisations'
  >;
  readonly accounts: Pick<AccountStore, 'findByIdentifier'>;
}

/** `unknown`: the register does not answer, and the event waits. */
export type ReadAnew = Consequence | 'unknown';

const NOTHING: Consequence = { writes: [], effects: [], endsSessionsOf: [] };

/**
 * What an event comes to. It only says that something happened: what is so now is read from the record itself, so an
 * event told twice, late or out of order changes nothing that is not so.
 */
export async function consequenceOf(
  sources: RecordSources,
  register: RegisterName,
  {
    event,
    known,
    now,
  }: { readonly event: RegisterEvent; readonly known: KnownPerson; readonly now: number },
): Promise<ReadAnew> {
  const { registers } = sources;
  const { number } = event;
  switch (register) {
    case 'population': {
      const answer = await registers.population.findCitizen(number);
      if (answer.kind === 'found')
        return personConsequence(known, recordedCitizen(answer.value), now);
      return withoutRecord(answer.kind, event, known, now);
    }
    case 'immigration': {
      const answer = await registers.immigration.findForeigner({ number });
      if (answer.kind === 'found') {
        return personConsequence(known, recordedForeigner(answer.value), now);
      }
      return withoutRecord(answer.kind, event, known, now);
    }
    case 'civil_status': {
      const answer = await registers.civilStatus.guardiansOf(number);
      if (answer.kind === 'unknown') return 'unknown';
      const listed = answer.kind === 'found' ? answer.value : [];
      const named = await namedGuardians(sources, listed);
      const bases = ['parent', 'appointed_guardian', 'represented_adult'] as const;
      return guardianConsequence(known, { named, bases }, now);
    }
    case 'organisations': {
      const answer = await registers.organisations.findOrganisation(number);
      if (answer.kind !== 'found') return withoutRecord(answer.kind, event, known, now);
      const { representative } = answer.value;
      const basis = 'legal_representative_of_organisation' as const;
      const named = await namedGuardians(sources, [{ number: representative, basis }]);
      return followsOrganisation(known, { record: answer.value, named }, now);
    }
    default:
      return register satisfies never;
  }
}

/** A record that is gone closes the account only where the register says that the number was cancelled. */
function withoutRecord(
  answer: 'not_found' | 'unknown',
  { change }: RegisterEvent,
  known: KnownPerson,
  now: number,
): ReadAnew {
  if (answer === 'unknown') return 'unknown';
  return change === 'number_cancelled' ? cancelledConsequence(known, now) : NOTHING;
}

async function namedGuardians(
  { accounts }: RecordSources,
  listed: readonly { readonly number: string; readonly basis: NamedGuardian['basis'] }[],
): Promise<readonly NamedGuardian[]> {
  const found = await Promise.all(
    listed.map(async ({ number, basis }) => {
      const account = await accounts.findByIdentifier(number);
      return account && { account, basis };
    }),
  );
  return found.filter((each) => each !== undefined);
}
