import { awaitsCode, provenBy } from '../journey.ts';
import type { Account } from '../../accounts/account.ts';
import type { Factor } from '../../accounts/factors.ts';
import { mayAnswer } from '../asked-for.ts';
import { proverEvent } from '../journey-services.ts';
import { assuranceAsk } from '../page-parts.ts';
import { SignInPage, type SignInProblem } from '../pages/sign-in-page.tsx';
import { advance, personCancelled, type Step, type StepInput, type StepOutcome } from '../step.ts';
import { proofOf } from '../proof.ts';
import { provePasskey } from './prove-passkey.ts';
import { sendCode } from './send-code.ts';

/** Number and password, or a passkey. Also where somebody known proves again who they are. */
export const signIn: Step = {
  onCancel: personCancelled,
  show: (input) => page(input, {}),

  async submit(input, form) {
    if (form.has('use-passkey') || (form.text('passkey_response') ?? '') !== '') {
      const problem = await provePasskey(input, form, input.facts.subject?.prover.id);
      return problem === undefined
        ? advance
        : again(input, { problem: { kind: 'passkey', problem } });
    }
    const identifier = form.text('identifier')?.trim() ?? '';
    const password = form.text('password') ?? '';
    const missing = missingFields(identifier, password);
    if (missing.length > 0)
      return again(input, { identifier, problem: { kind: 'missing', fields: missing } });
    return signInWithPassword(input, identifier, password);
  },
};

function missingFields(identifier: string, password: string): ('identifier' | 'password')[] {
  return [
    ...(identifier === '' ? (['identifier'] as const) : []),
    ...(password === '' ? (['password'] as const) : []),
  ];
}

/** Unknown number, wrong password and another person's number take the same time and read the same. */
async function signInWithPassword(
  input: StepInput,
  identifier: string,
  password: string,
): Promise<StepOutcome> {
  const { ctx, facts, services } = input;
  const { accounts, throttle, passwords, audit } = services;
  const attempt = { identifier, address: ctx.ip };
  const event = { ...proverEvent(ctx, facts), accountId: undefined };
  const decision = await throttle.attempt(attempt);
  if (!decision.allowed) {
    await audit.signInRefused(event, { reason: 'throttled' });
    const waitSeconds = decision.retryAfterSeconds;
    return again(input, { identifier, problem: { kind: 'throttled', waitSeconds } }, waitSeconds);
  }
  const account = await accounts.findByIdentifier(identifier);
  const { kind } = await passwords.verify(account?.id, password);
  if (kind === 'busy') {
    await throttle.giveBack(attempt);
    await audit.signInRefused(event, { reason: 'busy' });
    return again(input, { identifier, problem: { kind: 'throttled', waitSeconds: 5 } }, 5);
  }
  const expected = facts.subject?.prover.id;
  const right = kind === 'verified' && (expected === undefined || account?.id === expected);
  // Nobody is an organisation: who represents it signs in, and says for whom.
  const isPerson = account?.subjectType !== 'organisation';
  if (!right || !isPerson || account === undefined || !(await mayAnswer(input, account))) {
    await audit.signInRefused(event, { reason: 'wrong_credentials' });
    return again(input, { identifier, problem: { kind: 'wrong-credentials' } });
  }
  await throttle.succeeded(attempt);
  return acceptPassword(input, account);
}

async function acceptPassword(input: StepInput, account: Account): Promise<StepOutcome> {
  const { ctx, facts, services } = input;
  const factor: Factor = { ...proofOf(input), method: 'pwd' };
  await services.audit.factorVerified(
    { ...proverEvent(ctx, facts), accountId: account.id },
    { method: 'pwd', passkeyId: undefined, deviceBound: undefined },
  );
  const journey = await services.journeys.update(facts.interaction.uid, (before) =>
    provenBy(before, account.id, factor),
  );
  if (awaitsCode(journey)) await sendCode(input, account);
  return advance;
}

interface PageState {
  readonly identifier?: string;
  readonly problem?: SignInProblem;
}

async function page({ page: context, target, facts, services }: StepInput, state: PageState) {
  const passkeyOptions = await services.passkeys.authenticationOptions({
    journeyId: facts.interaction.uid,
    accountId: undefined,
  });
  return (
    <SignInPage
      ctx={context}
      target={target}
      ask={assuranceAsk(facts, context.locale)}
      identifier={state.identifier ?? hintedIdentifier(facts.interaction.request.loginHint)}
      passkeyOptions={passkeyOptions}
      problem={state.problem}
      personasHref={services.sandbox?.personasHref}
    />
  );
}

/** OIDC Core 3.1.2.1: `login_hint` may be a number of ours, or any name the relying party has for the person. */
function hintedIdentifier(hint: string | undefined): string | undefined {
  return hint !== undefined && /^(?:\d{12}|F\d{11})$/.test(hint) ? hint : undefined;
}

async function again(
  input: StepInput,
  state: PageState,
  retryAfterSeconds?: number,
): Promise<StepOutcome> {
  const shown = await page(input, state);
  return retryAfterSeconds === undefined
    ? { kind: 'again', page: shown, status: 422 }
    : { kind: 'again', page: shown, status: 429, retryAfterSeconds };
}
