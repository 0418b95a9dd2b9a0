import type Router from '@koa/router';
import type { Context } from 'koa';

import { MOST_PICTURE_BYTES, readPicture } from '../../enrolment/picture.ts';
import { translator } from '../../web/i18n/translator.ts';
import { localeOf } from '../../web/locale.ts';
import { readFileForm } from '../../web/multipart.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { pageAt } from './page-parts.ts';
import { RecoverIdentityPage } from './pages/recover-pages.tsx';
import { CHANNEL, limited, RECOVER, setJourney } from './recover-journey.ts';
import type { CitizenServices } from './citizen-site.ts';

const IDENTITY = `${RECOVER}/identity`;

export function addRecoverIdentity(router: Router, services: CitizenServices): void {
  router.get(IDENTITY, (ctx) => askIdentity(ctx, services, {}));
  router.post(IDENTITY, (ctx) => takeIdentity(ctx, services));
}

interface IdentityShown {
  readonly problem?: { readonly text: string; readonly field?: string };
  readonly status?: number;
}

export function askIdentity(
  ctx: Context,
  { csrf, sandbox }: CitizenServices,
  shown: IdentityShown,
): void {
  const { problem, status = problem === undefined ? 200 : 422 } = shown;
  const target = { action: IDENTITY, csrf: csrf.tokenFor({ uid: 'recover', person: '' }) };
  const problems = problem === undefined ? [] : [problem];
  const page = pageAt(ctx, sandbox, IDENTITY);
  sendPage(ctx, <RecoverIdentityPage ctx={page} target={target} problems={problems} />, status);
}

async function takeIdentity(ctx: Context, services: CitizenServices): Promise<void> {
  const { csrf, recovery } = services;
  const form = await readFileForm(ctx, 'picture', MOST_PICTURE_BYTES);
  csrf.verify(ctx, { uid: 'recover', person: '' }, form);
  const words = translator(localeOf(ctx));
  const { t } = words;
  const number = (form.text('number') ?? '').slice(0, 20).trim();
  const document = (form.text('document') ?? '').slice(0, 20).trim();
  const again = (text: string, field?: string, status?: number) =>
    askIdentity(ctx, services, {
      problem: { text, ...(field && { field }) },
      ...(status && { status }),
    });
  if (number === '' || document === '') return again(t('recover.missing'), 'number');
  const read = form.file && readPicture(form.file);
  if (form.file === undefined || read?.kind !== 'picture') {
    return again(t('recover.bad-picture'), 'picture');
  }
  const sample = { kind: 'face', mediaType: read.mediaType, bytes: form.file } as const;
  const event = { requestId: ctx.state.requestId };
  const outcome = await recovery.proof({ number, document, sample, address: ctx.ip, event });
  switch (outcome.kind) {
    case 'matched':
      // A journey of its own, whatever the browser brought along.
      setJourney(ctx, outcome.journeyId);
      return seeOther(ctx, CHANNEL);
    case 'no_match':
      return again(t('recover.no-match'));
    case 'unknown':
      return again(t('recover.unknown'), undefined, 503);
    case 'refused':
      return again(t(`recover.refused-${outcome.reason}`));
    case 'limited':
      ctx.set('Retry-After', String(outcome.retryAfterSeconds));
      return again(limited(words, outcome.retryAfterSeconds), undefined, 429);
    default:
      return outcome satisfies never;
  }
}
