import type { Router } from '@koa/router';
import type { Context } from 'koa';

import { changeSchema, organisationChangeSchema } from '../changes.ts';
import type { Faults } from '../faults.ts';
import { faultSchema } from '../faults.ts';
import type { Person } from '../people/person.ts';
import type { PictureKind } from '../pictures/code.ts';
import { drawPicture } from '../pictures/draw.ts';
import type { Records } from '../records.ts';
import { homePage } from './home-page.ts';
import { BadRequest, readJson } from './read-json.ts';

const MOST_LISTED = 200;

/** For people and tests: who there is, what they look like, what happens to them, and what goes wrong. */
export function addPeople(router: Router, records: Records, faults: Faults): void {
  const { world } = records;
  router.get('/', (ctx) => {
    ctx.type = 'html';
    ctx.set(
      'content-security-policy',
      "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'self'",
    );
    ctx.body = homePage({
      wanted: wantedOf(ctx),
      people: search(world.people(), wantedOf(ctx)),
      organisations: world.organisations().filter(({ story }) => story !== undefined),
      faults: faults.list(),
      day: records.day,
    });
  });
  router.get('/health', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  router.get('/people', (ctx) => {
    ctx.body = { people: search(world.people(), wantedOf(ctx)) };
  });
  router.get('/people/:number', (ctx) => {
    ctx.body = personAsked(ctx, records);
  });
  router.get('/people/:number/face.png', (ctx) => sendPicture(ctx, records, 'face'));
  router.get('/people/:number/fingerprints.png', (ctx) =>
    sendPicture(ctx, records, 'fingerprints'),
  );
  router.post('/people/:number/changes', async (ctx) => {
    const change = await readJson(ctx, changeSchema);
    if (!records.changePerson(ctx.params['number'] ?? '', change)) throw nobody();
    ctx.status = 201;
    ctx.body = personAsked(ctx, records);
  });
  router.post('/organisations/:number/changes', async (ctx) => {
    const number = ctx.params['number'] ?? '';
    const change = await readJson(ctx, organisationChangeSchema);
    if (!records.changeOrganisation(number, change)) throw nobody();
    ctx.status = 201;
    ctx.body = world.organisation(number);
  });
  addFaults(router, faults);
}

function addFaults(router: Router, faults: Faults): void {
  router.get('/faults', (ctx) => {
    ctx.body = { faults: faults.list() };
  });
  router.post('/faults', async (ctx) => {
    ctx.body = faults.add(await readJson(ctx, faultSchema));
    ctx.status = 201;
  });
  router.delete('/faults', (ctx) => {
    faults.clear();
    ctx.status = 204;
  });
}

function sendPicture(ctx: Context, records: Records, kind: PictureKind): void {
  const quality = ctx.query['quality'] === 'poor' ? 'poor' : 'good';
  ctx.type = 'image/png';
  ctx.body = drawPicture(kind, personAsked(ctx, records), quality);
}

function personAsked(ctx: Context, { world }: Records): Person {
  const { number } = ctx['params'] as { readonly number?: string };
  const person = world.person(number ?? '');
  if (person === undefined) throw nobody();
  return person;
}

function nobody(): BadRequest {
  return new BadRequest('nobody has this number', 404);
}

function wantedOf(ctx: Context): string {
  const { q } = ctx.query;
  return typeof q === 'string' ? q.trim() : '';
}

/** By number or a part of the name, whatever its accents; without words those who were made for a story. */
function search(people: readonly Person[], wanted: string): readonly Person[] {
  if (wanted === '') return people.filter(({ story }) => story !== undefined);
  const words = plain(wanted);
  return people
    .filter(({ number, name }) => plain(name).includes(words) || number.startsWith(wanted))
    .slice(0, MOST_LISTED);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase();
}
