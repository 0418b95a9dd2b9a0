import type { Translator } from '../i18n/translator.ts';
import type { ActingFacts, FormTarget } from '../page-context.ts';
import { Button } from './button.tsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';

interface ActingBannerProps {
  readonly translator: Translator;
  readonly acting: ActingFacts;
  readonly target: FormTarget | undefined;
}

/** For whom somebody acts, in the same place on every page, with the way to act for somebody else. */
export function ActingBanner({ translator: words, acting, target }: ActingBannerProps) {
  const { t } = words;
  return (
    <section class="sen-acting" aria-label={t('acting.label')}>
      <div class="sen-acting__inner">
        <Icon name="people" />
        <p>{words.rich('acting.banner', { name: <strong>{acting.name}</strong> })}</p>
        {target === undefined || !acting.mayChange ? null : (
          <Form target={target}>
            <Button name="switch-person" kind="quiet">
              {t('acting.switch')}
            </Button>
          </Form>
        )}
      </div>
    </section>
  );
}
