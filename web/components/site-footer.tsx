import type { Translator } from '../i18n/translator.ts';

interface SiteFooterProps {
  readonly translator: Translator;
  readonly requestId: string;
}

export function SiteFooter({ translator, requestId }: SiteFooterProps) {
  return (
    <footer class="sen-footer">
      <p>{translator.t('footer.operator')}</p>
      <p>
        {translator.rich('footer.reference', {
          id: (
            <code id="request-reference" translate={false}>
              {requestId}
            </code>
          ),
        })}
        <span class="sen-footer__help">{translator.t('footer.help')}</span>
      </p>
    </footer>
  );
}
