import type { Context } from 'koa';

import type { StepData } from '../../enrolment/cases/cases.ts';
import { FIELD_NAMES, type CaseField, type FieldFaults } from '../../enrolment/cases/vocabulary.ts';
import { MOST_PICTURE_BYTES, readPicture } from '../../enrolment/picture.ts';
import type { BiometricSample } from '../../enrolment/registers.ts';
import { randomText } from '../../ids.ts';
import { readForm, type Form } from '../../web/forms.ts';
import { readFileForm } from '../../web/multipart.ts';
import type { Draft } from '../session/portal.ts';

/** What a form of a case sent: texts as typed, a picture as it was taken, and what was wrong with that. */
export interface CaseForm {
  readonly form: Form;
  readonly data: StepData;
  /** Without the picture, for the page to show again and for a draft. */
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: FieldFaults;
}

const LONGEST_TEXT = 500;

/** A form without a picture, read before anybody knows who sent it; undefined for every other. */
export async function readEarly(ctx: Context): Promise<Form | undefined> {
  return ctx.is('application/x-www-form-urlencoded') ? readForm(ctx) : undefined;
}

/** What was typed into it, of whatever step: for who has to prove first who they are. */
export function draftOf(path: string, form: Form | undefined): Draft | undefined {
  if (form === undefined) return undefined;
  const texts = FIELD_NAMES.map((name) => {
    const kind = form.has(`${name}_year`) ? 'date' : 'text';
    return [name, textOf(form, { name, kind, required: false })] as const;
  });
  const given = [...texts, ['reason', clipped(form.text('reason'))] as const];
  const typed = Object.fromEntries(given.filter(([, text]) => text !== ''));
  return { path, fields: { ...typed, request_id: requestIdOf(form) } };
}

/** Of one page that was shown: sent twice, it is one request. */
export function requestIdOf(form: Form): string {
  const given = form.text('request_id') ?? '';
  return /^[\w-]{20,40}$/.test(given) ? given : randomText(18);
}

/**
 * Throws `BadInput` for what no page of ours sends. Pictures go to the matcher and are kept nowhere. `early`: the form,
 * where it has been read.
 */
export async function readCaseForm(
  ctx: Context,
  fields: readonly CaseField[],
  early: Form | undefined,
): Promise<CaseForm> {
  const picture = (['face', 'fingerprints'] as const).find((name) =>
    fields.some((field) => field.name === name && field.kind === 'picture'),
  );
  const sent =
    picture === undefined
      ? { form: early ?? (await readForm(ctx)), file: undefined }
      : await readFileForm(ctx, picture, MOST_PICTURE_BYTES).then((form) => ({
          form,
          file: form.file,
        }));
  const { form, file } = sent;
  const texts = fields
    .filter(({ kind }) => kind !== 'picture')
    .map((field) => [field.name, textOf(form, field)] as const)
    .filter(([, text]) => text !== '');
  const reason = clipped(form.text('reason'));
  const typed: Record<string, string> = Object.fromEntries(texts);
  if (reason !== '') typed['reason'] = reason;
  const data: Record<string, string | BiometricSample> = Object.fromEntries(texts);
  let faults: FieldFaults = {};
  if (picture !== undefined && file !== undefined) {
    const read = readPicture(file);
    if (read.kind === 'refused') faults = { [picture]: 'poor_sample' };
    else data[picture] = { kind: picture, mediaType: read.mediaType, bytes: file };
  }
  return { form, data, typed, faults };
}

/** Day, month and year are typed in three fields. */
function textOf(form: Form, { name, kind }: CaseField): string {
  if (kind !== 'date' && kind !== 'birthdate') return clipped(form.text(name));
  const part = (which: string, length: number) => {
    const text = clipped(form.text(`${name}_${which}`));
    return text === '' ? '' : text.padStart(length, '0');
  };
  const [day, month, year] = [part('day', 2), part('month', 2), part('year', 4)];
  return [year, month, day].filter((text) => text !== '').join('-');
}

function clipped(text: string | undefined): string {
  return (text ?? '').trim().slice(0, LONGEST_TEXT);
}
