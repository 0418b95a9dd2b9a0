import { Button } from '../../web/components/button.tsx';
import { Form } from '../../web/components/form.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface ApprovalLine {
  readonly id: string;
  /** In the language of the page. */
  readonly service: string;
  readonly bindingMessage: string | undefined;
  /** Epoch ms, both. */
  readonly requestedAt: number;
  readonly expiresAt: number;
}

export interface ApprovalsPageProps {
  readonly ctx: PageContext;
  readonly approvals: readonly ApprovalLine[];
  /** The form of one line. */
  readonly target: (id: string) => FormTarget;
  /** The request the person wanted to see is not there any more. */
  readonly gone?: boolean;
}

/** Everything that waits for the person; each line has a button `review` with an id of its own. */
export function ApprovalsPage({ ctx, approvals, target, gone = false }: ApprovalsPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout ctx={ctx} title={t('approvals.title')} lead={t('approvals.lead')}>
      {gone ? (
        <Notice kind="warning" icon="clock" role="status">
          {t('approvals.gone')}
        </Notice>
      ) : null}
      {approvals.length === 0 ? (
        <>
          <p>{t('approvals.none')}</p>
          <p class="sen-fine">{t('approvals.none-next')}</p>
        </>
      ) : (
        <ul class="sen-approvals">
          {approvals.map((line) => (
            <Line key={line.id} translator={words} line={line} target={target(line.id)} />
          ))}
        </ul>
      )}
    </Layout>
  );
}

interface LineProps {
  readonly translator: Translator;
  readonly line: ApprovalLine;
  readonly target: FormTarget;
}

function Line({ translator: words, line, target }: LineProps) {
  const { t } = words;
  return (
    <li class="sen-card">
      <h2 class="sen-card__title">{line.service}</h2>
      {line.bindingMessage === undefined ? null : (
        <p class="sen-binding-message">{line.bindingMessage}</p>
      )}
      <p class="sen-fine">
        {t('approvals.asked-at', {
          time: words.time(line.requestedAt),
          until: words.time(line.expiresAt),
        })}
      </p>
      <Form target={target}>
        <Button name="review" id={`review-${line.id}`} kind="secondary">
          {t('approvals.review')}
          <span class="govuk-visually-hidden">: {line.service}</span>
        </Button>
      </Form>
    </li>
  );
}
