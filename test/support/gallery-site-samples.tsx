import type { VNode } from 'preact';

import type { PageContext } from '../../web/page-context.ts';
import { accountSamples } from './gallery-account-samples.tsx';
import { ownCaseSamples } from './gallery-own-cases.tsx';
import { deviceSamples } from './gallery-device-samples.tsx';
import { errorEntry } from '../../web/errors/table.ts';
import { ErrorEntryPage } from '../../web/pages/error-entry-page.tsx';
import { ErrorPage } from '../../web/pages/error-page.tsx';
import { ErrorsPage } from '../../web/pages/errors-page.tsx';
import { ExpiredPage } from '../../web/pages/expired-page.tsx';
import { FormPostPage } from '../../web/pages/form-post-page.tsx';
import { HomePage } from '../../web/pages/home-page.tsx';
import { LoggedOutPage } from '../../web/pages/logged-out-page.tsx';
import { LogoutConfirmPage } from '../../web/pages/logout-confirm-page.tsx';
import { OutboxPage } from '../../web/pages/outbox-page.tsx';
import { PersonasPage } from '../../web/pages/personas-page.tsx';

function withoutService(ctx: PageContext): PageContext {
  return { ...ctx, service: undefined, expiresAt: undefined };
}

function say(ctx: PageContext, vi: string, en: string): string {
  return ctx.locale === 'vi' ? vi : en;
}

function explained(ctx: PageContext, code: string): VNode {
  const entry = errorEntry(code);
  if (entry === undefined) throw new TypeError(`no entry for ${code}`);
  return <ErrorEntryPage ctx={withoutService(ctx)} code={code} entry={entry} />;
}

/** Pages outside the login journey. */
export const siteSamples: Readonly<Record<string, (ctx: PageContext) => VNode>> = {
  ...deviceSamples,
  ...accountSamples,
  ...ownCaseSamples,
  'error-service': (ctx) => (
    <ErrorPage ctx={{ ...ctx, expiresAt: undefined }} code="invalid_scope" />
  ),
  'error-unexpected': (ctx) => <ErrorPage ctx={withoutService(ctx)} code="server_error" />,
  errors: (ctx) => <ErrorsPage ctx={withoutService(ctx)} query="" />,
  'errors-found': (ctx) => <ErrorsPage ctx={withoutService(ctx)} query="code_verifier" />,
  'error-pkce': (ctx) => explained(ctx, 'pkce.verification_failed'),
  'error-redirect-uri': (ctx) => explained(ctx, 'redirect_uri.not_registered'),
  'error-refused': (ctx) => explained(ctx, 'access_denied'),
  expired: (ctx) => <ExpiredPage ctx={{ ...ctx, expiresAt: undefined }} />,
  'form-post': (ctx) => (
    <FormPostPage
      ctx={{ ...ctx, path: undefined, expiresAt: undefined }}
      action="https://service.example/callback"
      fields={{ state: 'x', iss: 'http://localhost:3000' }}
    />
  ),
  'logout-confirm': (ctx) => (
    <LogoutConfirmPage ctx={withoutService(ctx)} action="/logout/confirm" xsrf="x5rf" />
  ),
  'logged-out': (ctx) => <LoggedOutPage ctx={withoutService(ctx)} />,
  home: (ctx) => (
    <HomePage
      ctx={withoutService(ctx)}
      discoveryUri="/.well-known/openid-configuration"
      sandbox={{
        samples: [
          { name: say(ctx, 'Ngân hàng Sao Mai', 'Sao Mai Bank'), uri: 'http://localhost:3001/' },
          { name: say(ctx, 'Nhà trọ Hoa Sen', 'Hoa Sen Lodging'), uri: 'http://localhost:3002/' },
          {
            name: say(ctx, 'Cổng dịch vụ công mẫu', 'Sample public-service portal'),
            uri: 'http://localhost:3003/',
          },
        ],
        personasHref: '/sandbox/personas',
        outboxHref: '/sandbox/outbox',
      }}
    />
  ),
  outbox: (ctx) => (
    <OutboxPage
      ctx={withoutService(ctx)}
      messages={[
        {
          id: 'm2',
          at: (ctx.now ?? 0) - 20_000,
          channel: 'sms',
          to: '+84 900 000 321',
          text: 'SenID: ma xac thuc cua ban la 482913, co hieu luc 5 phut. Khong doc ma nay cho bat ky ai.',
        },
        {
          id: 'm1',
          at: (ctx.now ?? 0) - 4_000_000,
          channel: 'email',
          to: 'an@vidu.example',
          subject: 'Mã xác thực SenID',
          text: 'Mã xác thực của bạn là 118204.\nMã có hiệu lực 5 phút.',
        },
      ]}
    />
  ),
  personas: (ctx) => (
    <PersonasPage
      ctx={withoutService(ctx)}
      password="Senid!2026"
      outboxHref="/sandbox/outbox"
      personas={[
        {
          login: '099090000011',
          name: 'Nguyễn Văn An',
          who: say(ctx, 'Công dân, sinh năm 1990', 'Citizen, born 1990'),
          level: 2,
          notable: say(ctx, 'Chưa có khóa bảo mật', 'No passkey yet'),
        },
        {
          login: '099185000028',
          name: 'Trần Thị Bình',
          who: say(ctx, 'Công dân, sinh năm 1985', 'Citizen, born 1985'),
          level: 1,
          notable: say(ctx, 'Không lên được mức đáng kể', 'Cannot reach substantial'),
        },
        {
          login: 'F00000000031',
          name: 'KIM MIN JUN',
          who: say(ctx, 'Người nước ngoài (Hàn Quốc)', 'Foreigner (South Korea)'),
          level: 2,
          notable: say(ctx, 'Thẻ tạm trú còn hiệu lực', 'Residence card valid'),
        },
      ]}
      officers={[
        {
          login: '099188000101',
          name: 'Nguyễn Thị Lan',
          who: say(ctx, 'Công dân, sinh năm 1988', 'Citizen, born 1988'),
          level: 2,
          notable: say(ctx, 'Cán bộ tiếp nhận', 'Receiving officer'),
        },
      ]}
    />
  ),
};
