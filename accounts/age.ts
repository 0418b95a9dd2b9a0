const birthdatePattern = /^(?<year>\d{4})(?:-(?<day>\d{2}-\d{2}))?$/;

/**
 * Full years at `date` (`YYYY-MM-DD`). Where only the year of birth is known, the person counts as born on its last
 * day; who was born on 29 February turns a year older on 1 March of a common year. Both never make anybody too old.
 * Throws `RangeError` when the birth date is neither `YYYY` nor `YYYY-MM-DD`.
 */
export function ageOn(birthdate: string, date: string): number {
  const birth = birthdatePattern.exec(birthdate)?.groups;
  if (birth === undefined) throw new RangeError('not a birth date');
  const years = Number(date.slice(0, 4)) - Number(birth['year']);
  return date.slice('YYYY-'.length) < (birth['day'] ?? '12-31') ? years - 1 : years;
}
