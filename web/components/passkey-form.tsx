import type { ComponentChildren } from 'preact';

import type { Translator } from '../i18n/translator.ts';
import type { FormTarget } from '../page-context.ts';
import { Button, type ButtonProps } from './button.tsx';
import { Form } from './form.tsx';
import { JsonData } from './json-data.tsx';

export interface PasskeyFormProps {
  readonly translator: Translator;
  readonly target: FormTarget;
  readonly ceremony: 'authentication' | 'registration';
  /** `PublicKeyCredentialRequestOptionsJSON` or `PublicKeyCredentialCreationOptionsJSON`, as the server library made it. */
  readonly options: unknown;
  /** Also offer passkeys in the autofill list of the page's `webauthn` field. */
  readonly autofill?: boolean;
  readonly label: string;
  readonly kind?: NonNullable<ButtonProps['kind']>;
  /** Further fields, and words around the button. */
  readonly children?: ComponentChildren;
}

/**
 * `passkey.js` runs the ceremony when the button is pressed and posts its answer, as JSON, in `passkey_response`.
 * Without scripts the field arrives empty.
 */
export function PasskeyForm(props: PasskeyFormProps) {
  const {
    translator,
    target,
    ceremony,
    options,
    autofill = false,
    label,
    kind = 'primary',
  } = props;
  const { t } = translator;
  return (
    <div
      id="passkey"
      class="sen-passkey"
      data-ceremony={ceremony}
      data-autofill={String(autofill)}
      data-busy={t('passkey.busy')}
      data-cancelled={t('passkey.cancelled')}
      data-failed={t('passkey.failed')}
      data-unsupported={t('passkey.unsupported')}
      data-already-registered={t('passkey.already-registered')}
    >
      <Form target={target} id="passkey-form">
        <input type="hidden" name="passkey_response" id="passkey_response" value="" />
        {props.children}
        <Button name="use-passkey" kind={kind} icon="key">
          {label}
        </Button>
        <p id="passkey-status" class="sen-passkey__status" role="status" />
        <noscript>
          <p class="sen-passkey__noscript">{t('passkey.needs-scripts')}</p>
        </noscript>
      </Form>
      <JsonData id="passkey-options" data={options} />
    </div>
  );
}
