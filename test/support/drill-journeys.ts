import { LOW, SUBSTANTIAL } from '../../accounts/assurance.ts';
import type { Consent } from '../../accounts/consent.ts';
import type { Stores } from '../../adapters/stores.ts';
import { StoreUnavailable } from '../../errors.ts';
import { newId } from '../../ids.ts';
import type { DrillParty } from './drill-party.ts';
import { describe, Stranded, type Visit, type Visitor } from './drill-visitor.ts';
import { Interrupted } from './drill-wire.ts';
import type { Witnesses } from './drill-witnesses.ts';
import { insertPerson } from './session-people.ts';

/** What journeys are made of, beside the visitor. */
export interface DrillWorld {
  /** One asks for little, the other for a passkey. */
  readonly parties: { readonly low: DrillParty; readonly high: DrillParty };
  readonly stores: Stores;
  readonly witnesses: Witnesses;
}

type Go = (visitor: Visitor, world: DrillWorld) => Promise<void>;

interface Journey {
  readonly weight: number;
  readonly go: Go;
}

/** What people and relying parties do, and how often. */
export const JOURNEYS: Readonly<Record<string, Journey>> = {
  'login with passkey': { weight: 4, go: loginWithPasskey },
  'login with password and code': { weight: 1, go: loginWithPassword },
  'silent request': { weight: 4, go: silentRequest },
  'refresh chain': { weight: 4, go: refreshChain },
  'step-up': { weight: 1, go: stepUp },
  'code spent twice at once': { weight: 3, go: codeSpentTwice },
  'refresh token spent twice at once': { weight: 2, go: refreshSpentTwice },
  'spent for later': { weight: 3, go: spentForLater },
  'consent withdrawn and given again': { weight: 1, go: consentAgain },
  'newcomer with a first passkey': { weight: 1, go: newcomer },
};

export async function loginWithPasskey(visitor: Visitor, { parties }: DrillWorld): Promise<void> {
  const isHigh = Math.random() < 0.5;
  const party = isHigh ? parties.high : parties.low;
  const { tokens } = await visitor.logIn(party, isHigh ? { acr: SUBSTANTIAL } : {});
  await seeUserinfo(visitor, party, tokens.accessToken);
}

async function loginWithPassword(visitor: Visitor, { parties }: DrillWorld): Promise<void> {
  await visitor.logIn(parties.low, { how: 'password', acr: LOW });
}

async function silentRequest(visitor: Visitor, world: DrillWorld): Promise<void> {
  const { party, browser } = await signedIn(visitor, world);
  await visitor.come({ party, browser, silent: true });
}

async function refreshChain(visitor: Visitor, world: DrillWorld): Promise<void> {
  for (let links = 0; links < 3; links += 1) {
    const { party, tokens } = await refreshed(visitor, await signedIn(visitor, world));
    await seeUserinfo(visitor, party, tokens.accessToken);
  }
}

async function stepUp(visitor: Visitor, { parties: { low } }: DrillWorld): Promise<void> {
  const { browser } = await visitor.logIn(low, { how: 'password' });
  await visitor.come({ party: low, browser, acr: SUBSTANTIAL });
}

/** RFC 6749, section 4.1.2: from two connections at the same moment; one has tokens, which are dead afterwards. */
async function codeSpentTwice(visitor: Visitor, world: DrillWorld): Promise<void> {
  const { wire, record } = visitor;
  const { party, browser } = await signedIn(visitor, world);
  const { form, expected } = await visitor.codeFor({ party, browser, silent: true });
  visitor.visit = undefined;
  record.replays += 1;
  const ended = await Promise.allSettled([party.token(wire, form), party.token(wire, form)]);
  const answers = ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const winners = answers.filter(({ status }) => status === 200);
  if (winners.length > 1) record.doubleSpends.push('a code, twice at once');
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  const [winner] = winners;
  if (winner === undefined) throw new Stranded(answers.map(describe).join(' and '));
  const { accessToken } = await party.accept(wire, winner, expected);
  if ((await party.userinfo(wire, accessToken, visitor.person)) === 200) {
    record.wrongTokens.push('tokens that outlive a replay of their code');
  }
}

/** In a race one success and no second line of tokens (docs/adr/0020). */
async function refreshSpentTwice(visitor: Visitor, world: DrillWorld): Promise<void> {
  const { wire, record } = visitor;
  const { party, tokens } = await signedIn(visitor, world);
  const form = refreshForm(tokens.refreshToken);
  visitor.visit = undefined;
  record.replays += 1;
  const ended = await Promise.allSettled([party.token(wire, form), party.token(wire, form)]);
  const successors = ended.flatMap((each) =>
    each.status === 'fulfilled' && each.value.status === 200
      ? [each.value.body['refresh_token']]
      : [],
  );
  if (new Set(successors).size > 1) record.doubleSpends.push('a refresh token, twice at once');
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  if (successors.length === 0) throw new Stranded('nobody could refresh');
}

/** Spent once, and kept to be presented again: after the next fault. */
async function spentForLater(visitor: Visitor, { parties, witnesses }: DrillWorld): Promise<void> {
  const { wire } = visitor;
  const party = parties.low;
  visitor.visit = undefined;
  const browser = visitor.newBrowser(party);
  const { form, expected } = await visitor.codeFor({ party, browser });
  const answer = await party.token(wire, form);
  if (answer.status !== 200) throw new Stranded(`code: ${describe(answer)}`);
  const tokens = await party.accept(wire, answer, expected);
  if (Math.random() < 0.5) {
    witnesses.keep({ kind: 'code', party, form });
    return;
  }
  const spent = refreshForm(tokens.refreshToken);
  const next = await party.token(wire, spent);
  const { refreshToken } = await party.accept(wire, next, expected);
  witnesses.keep({ kind: 'refresh token', party, form: spent, successor: refreshToken });
}

/** What was withdrawn gives nothing any more: no code, no refresh. */
async function consentAgain(visitor: Visitor, world: DrillWorld): Promise<void> {
  const { wire, record, person } = visitor;
  const { party, browser, tokens } = await signedIn(visitor, world);
  const { clientId } = party.client;
  await unlessUnavailable(async () => {
    const { consents } = world.stores;
    const given = await consents.latest(person.accountId, clientId);
    if (given === undefined) throw new Stranded('no consent in the register');
    const withdrawal = withdrawalOf(given);
    await consents.append(withdrawal);
    record.writes.push({ kind: 'withdrawal', id: withdrawal.id });
  });
  const { response } = await visitor.ask({ party, browser, silent: true });
  if (response.has('code')) record.wrongTokens.push('a code without consent');
  else if (response.get('error') !== 'consent_required') {
    throw new Stranded(`after a withdrawal: ${response.get('error')}`);
  }
  const answer = await party.token(wire, refreshForm(tokens.refreshToken));
  if (answer.status === 200) record.wrongTokens.push('tokens without consent');
  await visitor.come({ party, browser });
}

/** From now on the visitor is somebody else, with a device that nobody knows yet. */
async function newcomer(
  visitor: Visitor,
  { parties: { high }, stores }: DrillWorld,
): Promise<void> {
  const person = await unlessUnavailable(() => insertPerson(stores, visitor.wire.issuer));
  visitor.record.writes.push({ kind: 'account', id: person.accountId });
  const before = visitor.person;
  visitor.person = person;
  try {
    await visitor.logIn(high, { how: 'password', acr: SUBSTANTIAL });
  } catch (error) {
    visitor.person = before;
    throw error;
  }
}

async function signedIn(visitor: Visitor, { parties }: DrillWorld): Promise<Visit> {
  return visitor.visit ?? visitor.logIn(parties.low);
}

async function refreshed(visitor: Visitor, visit: Visit): Promise<Visit> {
  const { party, tokens, expected } = visit;
  visitor.visit = undefined;
  const answer = await party.token(visitor.wire, refreshForm(tokens.refreshToken));
  if (answer.status !== 200) throw new Stranded(`refresh: ${describe(answer)}`);
  const fresh = await party.accept(visitor.wire, answer, expected);
  visitor.visit = { ...visit, tokens: fresh };
  return visitor.visit;
}

async function seeUserinfo(visitor: Visitor, party: DrillParty, accessToken: string) {
  const status = await party.userinfo(visitor.wire, accessToken, visitor.person);
  if (status !== 200) throw new Stranded(`userinfo: ${status}`);
}

function refreshForm(refreshToken: string | undefined): Readonly<Record<string, string>> {
  return { grant_type: 'refresh_token', refresh_token: refreshToken ?? '' };
}

function withdrawalOf(consent: Consent): Consent {
  return {
    ...consent,
    id: newId('con'),
    acceptedScopes: [],
    refusedScopes: [],
    acceptedClaims: [],
    refusedClaims: [],
    decidedAt: Date.now(),
    expiresAt: undefined,
    kind: 'withdrawn',
  };
}

/** What the drill itself asks of the stores fails when they are away, as everything else does. */
async function unlessUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnavailable) throw new Interrupted(error.message);
    throw error;
  }
}
