import type { Context } from 'koa';

import { isActing, principalOfSubject, type Subject } from '../accounts/subject.ts';
import type { FormSubject } from '../web/csrf.ts';
import { readForm } from '../web/forms.ts';
import { allowOrigins, formTargetOf } from '../web/headers.ts';
import { rememberService } from '../web/last-service.ts';
import { localeOf } from '../web/locale.ts';
import { safeUrl } from '../web/safe-url.ts';
import { sendPage } from '../web/send-page.ts';
import { forPerson } from './journey.ts';
import { loadJourneyFacts, type JourneyFacts } from './journey-facts.ts';
import { journeyEvent, type JourneyServices } from './journey-services.ts';
import { nextStep, type StepName } from './next-step.ts';
import { actingOf, pageContext } from './page-parts.ts';
import { personCancelled, type StepInput, type StepOutcome } from './step.ts';
import { STEPS } from './steps.ts';

type Leaving = Extract<StepOutcome, { kind: 'leave' }>;

/** Shows the step whose turn it is, hands its form to it, and decides from the facts what comes next. */
export interface Dispatcher {
  show(ctx: Context, uid: string): Promise<void>;
  submit(ctx: Context, uid: string, stepName: string): Promise<void>;
  extend(ctx: Context, uid: string): Promise<void>;
}

export function createDispatcher(services: JourneyServices): Dispatcher {
  const load = async (ctx: Context, uid: string) => {
    const facts = await loadJourneyFacts(await services.port.load(ctx, uid), services);
    ctx.state.acting = actingOf(facts);
    return facts;
  };

  /** A press on "back" or a second tab shows where the journey is, not where it was. */
  const goOn = async (ctx: Context, facts: JourneyFacts) => {
    const { uid } = facts.interaction;
    seeOther(
      ctx,
      nextStep(facts) === 'finish' ? await finish(ctx, facts, services) : `/interaction/${uid}`,
    );
  };

  return {
    async show(ctx, uid) {
      const facts = await load(ctx, uid);
      const name = nextStep(facts);
      if (name === 'finish') return goOn(ctx, facts);
      await recordShown(ctx, facts, name, services);
      const input = stepInput(ctx, facts, name, services);
      const page = await services.watchStep(name, 'show', async () => STEPS[name].show(input));
      sendPage(ctx, page);
    },

    async submit(ctx, uid, stepName) {
      const form = await readForm(ctx);
      const facts = await load(ctx, uid);
      const name = nextStep(facts);
      const current = services.csrf.verify(ctx, formSubject(facts), form) === 'current';
      // Going back is everybody's right at any time, also when another tab has come further.
      if (form.has('cancel')) return leave(ctx, facts, name, cancelOf(name), services);
      if (form.has('switch-person') && current && !facts.interaction.namesSubject) {
        await services.journeys.update(uid, (journey) => forPerson(journey, undefined));
        return goOn(ctx, await load(ctx, uid));
      }
      if (name === 'finish' || name !== stepName || !current) return goOn(ctx, facts);
      const input = stepInput(ctx, facts, name, services);
      const outcome = await services.watchStep(name, 'submit', () =>
        STEPS[name].submit(input, form),
      );
      switch (outcome.kind) {
        case 'advance':
          return goOn(ctx, await load(ctx, uid));
        case 'leave':
          return leave(ctx, facts, name, outcome, services);
        case 'again':
          if (outcome.retryAfterSeconds !== undefined) {
            ctx.set('Retry-After', String(outcome.retryAfterSeconds));
          }
          return sendPage(ctx, outcome.page, outcome.status);
        default:
          return outcome satisfies never;
      }
    },

    async extend(ctx, uid) {
      const form = await readForm(ctx);
      services.csrf.verify(ctx, formSubject(await load(ctx, uid)), form);
      const expiresAt = await services.port.extend(ctx, uid);
      if (ctx.accepts('html', 'json') === 'json') ctx.body = { expiresAt, now: services.clock() };
      else seeOther(ctx, `/interaction/${uid}`);
    },
  };
}

function stepInput(
  ctx: Context,
  facts: JourneyFacts,
  name: StepName,
  services: JourneyServices,
): StepInput {
  const { uid, redirectUri, request } = facts.interaction;
  const page = pageContext(
    ctx,
    localeOf(ctx, request.uiLocales),
    facts,
    services.sandbox !== undefined,
  );
  if (page.service?.domain !== undefined) rememberService(ctx, page.service);
  const target = redirectUri === undefined ? undefined : formTargetOf(redirectUri);
  const logo = URL.parse(safeUrl(page.service?.logoUri) ?? '')?.origin;
  allowOrigins(ctx, {
    formTargets: target === undefined ? [] : [target],
    images: logo === undefined ? [] : [logo],
  });
  return {
    ctx,
    page,
    target: {
      action: `/interaction/${uid}/${name}`,
      csrf: services.csrf.tokenFor(formSubject(facts)),
    },
    facts,
    services,
  };
}

function formSubject({ interaction, subject }: JourneyFacts): FormSubject {
  // A page made for one is worth nothing once the journey is for another.
  return { uid: interaction.uid, person: subject === undefined ? '' : principalOfSubject(subject) };
}

function cancelOf(name: StepName): Leaving {
  return name === 'finish' ? personCancelled : STEPS[name].onCancel;
}

async function finish(
  ctx: Context,
  { interaction, journey, subject }: JourneyFacts,
  { port, journeys }: JourneyServices,
): Promise<string> {
  if (subject === undefined) throw new TypeError('nobody to finish for');
  const location = await port.finish(ctx, interaction.uid, {
    accountId: subject.prover.id,
    principal: isSaid(interaction, subject) ? principalOfSubject(subject) : undefined,
    factors: journey.factors,
  });
  await journeys.forget(interaction.uid);
  return location;
}

/** Who acts for nobody, and never could here, is let through as ever. */
function isSaid({ client }: JourneyFacts['interaction'], subject: Subject): boolean {
  return client.policy.takesActors === true && (subject.mayHaveToChoose || isActing(subject));
}

async function leave(
  ctx: Context,
  facts: JourneyFacts,
  step: StepName,
  { error, description }: Leaving,
  { port, journeys, audit }: JourneyServices,
): Promise<void> {
  const { uid, items } = facts.interaction;
  const event = journeyEvent(ctx, facts);
  const scopes = items.map(({ name }) => name);
  if (step === 'consent') await audit.consentDeclined(event, { scopes });
  if (step === 'assent') await audit.assentDeclined(event, { scopes });
  const location = await port.abort(ctx, uid, error, description);
  await journeys.forget(uid);
  seeOther(ctx, location);
}

/** Two pages are events by themselves: what the person was told, and with them the end of the login. */
async function recordShown(
  ctx: Context,
  facts: JourneyFacts,
  name: StepName,
  { audit }: JourneyServices,
): Promise<void> {
  const event = journeyEvent(ctx, facts);
  const state = facts.subject?.state.kind;
  if (name === 'account-state' && state !== undefined && state !== 'active') {
    await audit.accountStateShown(event, { state });
  }
  if (name === 'level-unreachable') {
    await audit.levelUnreachable(event, {
      requestedValues: facts.interaction.request.acr.options.flatMap(({ values }) => values),
    });
  }
}

/** RFC 9110, section 15.4.4: the next request is a GET, whatever this one was. */
function seeOther(ctx: Context, location: string): void {
  ctx.redirect(location);
  ctx.status = 303;
}
