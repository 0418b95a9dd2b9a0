import type { VNode } from 'preact';

import { STAFF_REASONS } from '../../../audit/staff-events.ts';
import type { StaffRole } from '../../../enrolment/staff.ts';
import type { WhyNotStaffing } from '../../../enrolment/staffing.ts';
import { Button } from '../../../web/components/button.tsx';
import { FieldFrame } from '../../../web/components/field-frame.tsx';
import { Form } from '../../../web/components/form.tsx';
import { SelectField } from '../../../web/components/select-field.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { LeftBeforeNotices, type LeftBefore } from './left-before.tsx';

export type StaffProblem = WhyNotStaffing | 'no_reason' | 'outdated';

export interface StaffPageProps extends LeftBefore {
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
  /** `number`, `reason`, `role` (with a space between several); `end`: whose work was to end, for that `reason`. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problem: StaffProblem | undefined;
}

/** Who works in an office; its supervisor appoints and ends, never themselves. */
export function StaffPage(props: StaffPageProps) {
  const { ctx, translator, bar, office, members, problem } = props;
  const { t, list, date } = translator;
  const problems =
    problem === undefined
      ? []
      : [{ text: t(`officer.staff-${problem}`), field: fieldOf(problem, props) }];
  return (
    <Layout
      ctx={ctx}
      title={t('officer.staff')}
      lead={office}
      width="wide"
      problems={problems}
      bar={bar}
    >
      <LeftBeforeNotices {...props} />
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

function EndForm(props: StaffPageProps & { id: string; name: string }) {
  const { translator, target, id, name, typed } = props;
  const { t } = translator;
  const meant = typed['end'] === id;
  return (
    <details class="sen-details" open={meant}>
      <summary>
        {t('officer.end')}
        <span class="govuk-visually-hidden">: {name}</span>
      </summary>
      <Form target={target}>
        <input type="hidden" name="end" value={id} />
        <Reason {...props} id={`reason-${id}`} chosen={meant ? typed['reason'] : undefined} />
        <Button name="confirm-end" id={`end-${id}`} kind="secondary">
          {t('officer.end')}
        </Button>
      </Form>
    </details>
  );
}

function AppointForm(props: StaffPageProps) {
  const { translator, target, roles, typed } = props;
  const { t } = translator;
  const ticked = (typed['role'] ?? '').split(' ');
  return (
    <Form target={target}>
      <TextField
        translator={translator}
        name="number"
        label={t('case-field.number')}
        hint={t('officer.appoint-hint')}
        problem={told(props, 'number')}
        input={{ type: 'text', value: typed['number'], autocomplete: 'off', spellcheck: false }}
      />
      <FieldFrame
        translator={translator}
        name="role"
        legend={t('officer.roles')}
        problem={told(props, firstRole(props))}
      >
        <div class="sen-choices">
          {roles.map((role) => (
            <div key={role} class="sen-choice">
              <input
                type="checkbox"
                id={`role-${role}`}
                name="role"
                value={role}
                checked={ticked.includes(role)}
              />
              <label for={`role-${role}`}>{t(`officer.role-${role}`)}</label>
            </div>
          ))}
        </div>
      </FieldFrame>
      <Reason
        {...props}
        id="reason"
        chosen={typed['end'] === undefined ? typed['reason'] : undefined}
      />
      <Button name="appoint">{t('officer.appoint')}</Button>
    </Form>
  );
}

function Reason(
  props: StaffPageProps & { readonly id: string; readonly chosen: string | undefined },
) {
  const { translator, id, chosen = '' } = props;
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
      problem={told(props, id)}
    />
  );
}

function told(props: StaffPageProps, field: string): string | undefined {
  const { problem, translator } = props;
  if (problem === undefined || fieldOf(problem, props) !== field) return undefined;
  return translator.t(`officer.staff-${problem}`);
}

/** The id of what is to be put right; none of what no answer on this page can. */
function fieldOf(
  problem: StaffProblem,
  { typed, members, roles }: Pick<StaffPageProps, 'typed' | 'members' | 'roles'>,
): string | undefined {
  const { end } = typed;
  if (end !== undefined) {
    const isThere = members.some(({ id, oneself }) => id === end && !oneself);
    return problem === 'no_reason' && isThere ? `reason-${end}` : undefined;
  }
  switch (problem) {
    case 'no_reason':
      return 'reason';
    case 'no_roles':
    case 'role_not_at_office':
    case 'roles_exclude_each_other':
      return firstRole({ roles });
    case 'oneself':
    case 'no_account':
    case 'account_unusable':
    case 'not_level_2':
    case 'works_already':
      return 'number';
    default:
      return undefined;
  }
}

function firstRole({ roles }: Pick<StaffPageProps, 'roles'>): string {
  return `role-${roles[0] ?? ''}`;
}
