import { citizen, foreigner } from './make-person.ts';
import type { Person } from './person.ts';
import { foreignName, vietnameseName } from './names.ts';

export const SYSTEMS = [
  'population',
  'immigration',
  'civil_status',
  'organisations',
  'matcher',
  'feed',
  'sms',
  'mail',
] as const;
export type System = (typeof SYSTEMS)[number];

/**
 * What goes wrong. `down`: the connection breaks and nothing was done; `error`: 503, nothing was done; `lost_answer`: all
 * was done, and the connection breaks; `slow`: the right answer, too late.
 */
export const FAULT_KINDS = ['slow', 'down', 'error', 'nonsense', 'lost_answer'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What a magic number does, beside the faults. */
type MagicKind =
  | FaultKind
  | 'unknown_number'
  | 'every_other_fails'
  | 'somebody_else'
  | 'hostile_name'
  | 'no_match'
  | 'poor_sample'
  | 'duplicate'
  | 'no_biometrics';

export interface Magic {
  /** The last two digits. */
  readonly ending: string;
  readonly where: 'register' | 'matcher' | 'civil_status';
  readonly kind: MagicKind;
  readonly story: string;
}

/** Citizens `0990900009NN`, foreigners `F000000009NN`; the same endings for both. */
export const MAGIC: readonly Magic[] = [
  magic('01', 'register', 'unknown_number', 'the register does not know the number'),
  magic('02', 'register', 'slow', 'the register answers after five seconds'),
  magic('03', 'register', 'down', 'the register breaks the connection'),
  magic('04', 'register', 'nonsense', 'the register answers nonsense'),
  magic('05', 'register', 'every_other_fails', 'the register fails every other time (503)'),
  magic('06', 'matcher', 'no_match', 'no match, whatever the picture'),
  magic('07', 'matcher', 'poor_sample', 'poor sample, whatever the picture'),
  magic('08', 'matcher', 'slow', 'the matcher answers after fifteen seconds'),
  magic('09', 'matcher', 'down', 'the matcher breaks the connection'),
  magic('10', 'matcher', 'nonsense', 'the matcher judges, and answers nonsense'),
  magic(
    '11',
    'matcher',
    'lost_answer',
    'the first answer to each request is lost after it was judged',
  ),
  magic('12', 'matcher', 'duplicate', 'handing over biometrics: they are somebody else’s already'),
  magic('13', 'matcher', 'no_biometrics', 'no biometrics on record; they can be handed over'),
  magic('14', 'register', 'error', 'the register answers 503'),
  magic('15', 'matcher', 'error', 'the matcher answers 503'),
  magic('16', 'register', 'hostile_name', 'the name in the record has control characters in it'),
  magic('17', 'civil_status', 'down', 'civil status breaks the connection'),
  magic('18', 'register', 'somebody_else', 'the register answers with somebody else’s record'),
];

function magic(ending: string, where: Magic['where'], kind: MagicKind, story: string): Magic {
  return { ending, where, kind, story };
}

const CITIZENS = '0990900009';
const FOREIGNERS = 'F000000009';

export function magicOf(number: string): Magic | undefined {
  const prefix = [CITIZENS, FOREIGNERS].find((each) => number.startsWith(each));
  if (prefix === undefined) return undefined;
  return MAGIC.find(({ ending }) => number === `${prefix}${ending}`);
}

export function magicNumbers(ending: string): {
  readonly citizen: string;
  readonly foreigner: string;
} {
  return { citizen: `${CITIZENS}${ending}`, foreigner: `${FOREIGNERS}${ending}` };
}

/** Behind each of them stands a person with everything in order, but for what the number does. */
export function magicPeople(day: string): readonly Person[] {
  return MAGIC.flatMap(({ ending, kind, story }): readonly Person[] => {
    const numbers = magicNumbers(ending);
    const wish = {
      birthdate: '1990-06-15',
      sex: 'male',
      story: `magic: ${story}`,
      cancelled: kind === 'unknown_number',
      hasBiometrics: kind !== 'no_biometrics' && kind !== 'duplicate',
    } as const;
    return [
      citizen(day, {
        ...wish,
        number: numbers.citizen,
        name: vietnameseName('male', numbers.citizen),
      }),
      foreigner(day, {
        ...wish,
        number: numbers.foreigner,
        name: foreignName('KOR', 'male', numbers.foreigner),
        nationalities: ['KOR'],
      }),
    ];
  });
}
