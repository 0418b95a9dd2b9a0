import { dateInVietNam } from '../../../accounts/vietnam-date.ts';
import { needsGuardian } from '../../../accounts/contact.ts';
import { isCountry } from '../../../web/i18n/country-name.ts';
import type { Form } from '../../../web/forms.ts';
import { readBirthdate, readName, splitDate, typedDate } from '../answers.ts';
import { changed, type Details } from '../application-state.ts';
import { DetailsPage, type DetailsPageProps, type DetailsProblem } from '../pages/details-page.tsx';
import { again, answered, type QuestionInput, type QuestionStep } from '../question.ts';

type Typed = DetailsPageProps['typed'];

/** What is declared, to be compared with the register (D69, Arts. 10 and 11). */
export const details: QuestionStep = {
  show(input) {
    const { details: before } = input.visit.state;
    return page(input, {
      name: before?.name ?? '',
      birthdate: splitDate(before?.birthdate),
      sex: before?.sex,
      nationality: before?.nationality,
    });
  },

  async answer(input, form) {
    const typed = typedIn(form);
    const read = readDetails(typed, input);
    if ('length' in read) return again(page(input, typed, read));
    await input.desks.applying.update(input.visit, (before) => changed(before, { details: read }));
    return answered;
  },
};

function typedIn(form: Form): Typed {
  return {
    name: form.text('name') ?? '',
    birthdate: typedDate(form, 'birthdate'),
    sex: form.text('sex'),
    nationality: form.text('nationality'),
  };
}

function readDetails(typed: Typed, { visit, services }: QuestionInput): Details | DetailsProblem[] {
  const foreign = visit.state.who === 'foreigner';
  const name = readName(typed.name);
  const birthdate = readBirthdate(typed.birthdate, foreign);
  const sex = typed.sex === 'male' || typed.sex === 'female' ? typed.sex : undefined;
  const nationality = isCountry(typed.nationality ?? '') ? typed.nationality : undefined;
  const faults = [
    name === undefined ? ('name-missing' as const) : undefined,
    birthdateFault(birthdate, dateInVietNam(services.clock())),
    sex === undefined ? ('sex-missing' as const) : undefined,
    foreign && nationality === undefined ? ('nationality-missing' as const) : undefined,
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0 || name === undefined || birthdate === undefined || sex === undefined) {
    return faults;
  }
  return { name, birthdate, sex, nationality: foreign ? nationality : undefined };
}

function birthdateFault(birthdate: string | undefined, today: string): DetailsProblem | undefined {
  if (birthdate === undefined) return 'birthdate-malformed';
  if (birthdate > today) return 'birthdate-future';
  return needsGuardian(birthdate, today) ? 'too-young' : undefined;
}

function page({ props, visit }: QuestionInput, typed: Typed, faults?: readonly DetailsProblem[]) {
  return (
    <DetailsPage
      {...props}
      who={visit.state.who ?? 'citizen'}
      typed={typed}
      {...(faults === undefined ? {} : { faults })}
    />
  );
}
