import type { Translator } from '../i18n/translator.ts';
import type { FormTarget } from '../page-context.ts';
import { Button } from './button.tsx';
import { Form } from './form.tsx';

export interface PortalBarProps {
  readonly translator: Translator;
  /** Of the site; leads to its first page. */
  readonly title: string;
  readonly home: string;
  /** Who is signed in, and in what capacity. */
  readonly person: string;
  readonly links: readonly {
    readonly href: string;
    readonly text: string;
    readonly current: boolean;
  }[];
  readonly signOut: FormTarget;
}

/** Above every page of a site people sign in to: where they are, as whom, and the way out. */
export function PortalBar({ translator, title, home, person, links, signOut }: PortalBarProps) {
  const { t } = translator;
  return (
    <div class="sen-bar">
      <div class="sen-bar__inner">
        <p class="sen-bar__title">
          <a href={home}>{title}</a>
        </p>
        <div class="sen-bar__person">
          <p>{t('portal.signed-in-as', { name: person })}</p>
          <Form target={signOut}>
            <Button name="sign-out" kind="quiet">
              {t('portal.sign-out')}
            </Button>
          </Form>
        </div>
        {links.length === 0 ? null : (
          <nav aria-label={t('portal.navigation')}>
            <ul class="sen-bar__links">
              {links.map(({ href, text, current }) => (
                <li key={href}>
                  <a href={href} {...(current ? { 'aria-current': 'page' } : {})}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </div>
  );
}
