import type { VNode } from 'preact';

import { STAFF_REASONS } from '../../../audit/staff-events.ts';
import type { StaffRole } from '../../../enrolment/staff.ts';
import type { WhyNotStaffing } from '../../../enrolment/staffing.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { SelectField } from '../../../web/components/select-field.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';

export type StaffProblem = WhyNotStaffing | 'no_reason' | 'outdated';

export interface StaffPageProps {
  readonly ctx: PageContext;
  readonly translator: Translator;
  readonly bar: VNode;
  readonly office: string;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly StaffRole[];
    readonly since: number;
    readonly oneself: boolean;
  }[];
  readonly roles: readonly StaffRole[];
  readonly target: FormTarget;
  readonly number: string;
  readonly reason: string;
  readonly problem: StaffProblem | undefined;
}

/** Who works in an office; its supervisor appoints and ends, never themselves. */
export function StaffPage(props: StaffPageProps) {
  const { ctx, translator, bar, office, members, problem } = props;
  const { t, list, date } = translator;
  const problems = problem === undefined ? [] : [{ text: t(`officer.staff-${problem}`) }];
  return (
    <Layout
      ctx={ctx}
      title={t('officer.staff')}
      lead={office}
      width="wide"
      problems={problems}
      bar={bar}
    >
      <ul class="sen-cases">
        {members.map(({ id, name, roles, since, oneself }) => (
          <li key={id} class="sen-card">
            <h2 class="sen-card__title">{name}</h2>
            <p>{list(roles.map((role) => t(`officer.role-${role}`)))}</p>
            <p class="sen-fine">{t('officer.staff-since', { date: date(since) })}</p>
            {oneself ? (
              <p class="sen-fine">{t('officer.staff-you')}</p>
            ) : (
              <EndForm {...props} id={id} name={name} />
            )}
          </li>
        ))}
      </ul>
      <h2 class="sen-heading">{t('officer.appoint')}</h2>
      <AppointForm {...props} />
    </Layout>
  );
}

function EndForm({ translator, target, id, name }: StaffPageProps & { id: string; name: string }) {
  const { t } = translator;
  return (
    <details class="sen-details">
      <summary>
        {t('officer.end')}
        <span class="govuk-visually-hidden">: {name}</span>
      </summary>
      <Form target={target}>
        <input type="hidden" name="end" value={id} />
        <Reason translator={translator} id={`reason-${id}`} chosen="" />
        <Button name="confirm-end" id={`end-${id}`} kind="secondary">
          {t('officer.end')}
        </Button>
      </Form>
    </details>
  );
}

function AppointForm({ translator, target, roles, number, reason }: StaffPageProps) {
  const { t } = translator;
  return (
    <Form target={target}>
      <TextField
        translator={translator}
        name="number"
        label={t('case-field.number')}
        hint={t('officer.appoint-hint')}
        input={{ type: 'text', value: number, autocomplete: 'off', spellcheck: false }}
      />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-label sen-legend">{t('officer.roles')}</legend>
        <div class="sen-choices">
          {roles.map((role) => (
            <div key={role} class="sen-choice">
              <input type="checkbox" id={`role-${role}`} name="role" value={role} />
              <label for={`role-${role}`}>{t(`officer.role-${role}`)}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <Reason translator={translator} id="reason" chosen={reason} />
      <Button name="appoint">{t('officer.appoint')}</Button>
    </Form>
  );
}

function Reason({
  translator,
  id,
  chosen,
}: {
  readonly translator: Translator;
  readonly id: string;
  readonly chosen: string;
}) {
  const { t } = translator;
  return (
    <SelectField
      translator={translator}
      name="reason"
      id={id}
      label={t('case-field.reason')}
      empty={t('officer.choose')}
      choices={STAFF_REASONS.map((value) => ({ value, label: t(`officer.reason-${value}`) }))}
      chosen={chosen}
    />
  );
}
