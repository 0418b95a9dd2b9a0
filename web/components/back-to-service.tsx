import type { Translator } from '../i18n/translator.ts';
import type { FormTarget, ServiceFacts } from '../page-context.ts';
import { Button } from './button.tsx';
import { Form } from './form.tsx';

interface BackToServiceProps {
  readonly translator: Translator;
  readonly target: FormTarget;
  readonly service: ServiceFacts | undefined;
  /** `cancel` wherever the login could still go on; `continue` where going back is all there is. */
  readonly name?: 'cancel' | 'continue';
  readonly kind?: 'primary' | 'quiet';
}

/** The way back that every screen of a journey has (design, section 8, rule 4). */
export function BackToService(props: BackToServiceProps) {
  const { translator, target, service, name = 'cancel', kind = 'quiet' } = props;
  return (
    <Form target={target} class="sen-back">
      <Button name={name} kind={kind}>
        {isElsewhere(service) ? translator.t('device.cancel') : backLabel(translator, service)}
      </Button>
    </Form>
  );
}

/** The answer goes to another device: there is nothing to go back to. */
function isElsewhere(service: ServiceFacts | undefined): boolean {
  return service !== undefined && service.domain === undefined;
}

export function backLabel(translator: Translator, service: ServiceFacts | undefined): string {
  return service === undefined
    ? translator.t('button.back')
    : translator.t('button.back-to', { service: service.name });
}

/** For sentences about the service on pages that may be reached without one. */
export function serviceName(translator: Translator, service: ServiceFacts | undefined): string {
  return service?.name ?? translator.t('service.unknown');
}
