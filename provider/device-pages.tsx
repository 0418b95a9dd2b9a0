import type { Middleware } from 'koa';
import type { Client, Configuration, ErrorOut, KoaContextWithOIDC } from 'oidc-provider';

import { networkOf } from '../accounts/throttle.ts';
import type { ClientStore } from '../clients/client.ts';
import { approvalOf } from './device-codes.ts';
import { plainPage } from '../web/error-answer.tsx';
import { scopeTitle } from '../web/i18n/scope-title.ts';
import { translator } from '../web/i18n/translator.ts';
import type { PageContext } from '../web/page-context.ts';
import { DeviceCodePage, type DeviceCodeProblem } from '../web/pages/device-code-page.tsx';
import { DeviceConfirmPage } from '../web/pages/device-confirm-page.tsx';
import { DeviceEndedPage, type DeviceEnd } from '../web/pages/device-ended-page.tsx';
import { sendPage } from '../web/send-page.ts';

export const DEVICE_PATH = '/device';
const APPROVALS_PATH = '/approvals';

type DeviceFlow = Exclude<
  NonNullable<NonNullable<Configuration['features']>['deviceFlow']>,
  undefined
>;

/** What the person sees of a login for another device (RFC 8628, section 3.3). */
export type DevicePages = Required<
  Pick<DeviceFlow, 'userCodeInputSource' | 'userCodeConfirmSource' | 'successSource'>
>;

/** What is known of the device that asked; kept with its code. */
export function deviceInfo(ctx: KoaContextWithOIDC): Record<string, unknown> {
  return { network: networkOf(ctx.ip), requestedAt: Date.now() };
}

/**
 * With a code in its address (`verification_uri_complete`) the library would post the code onwards by a script. Here the
 * page is shown with the code in it, for the person to compare.
 */
export const keepCodeOnPage: Middleware = async (ctx, next) => {
  if (ctx.method === 'GET' && ctx.path === DEVICE_PATH && 'user_code' in ctx.query) {
    const { user_code: _shown, ...others } = ctx.query;
    ctx.query = others;
  }
  await next();
};

export function createDevicePages(clients: ClientStore, sandbox: boolean): DevicePages {
  return {
    userCodeInputSource(ctx, _form, out, error) {
      const end = error === undefined ? undefined : endOf(ctx, out, error);
      if (end !== undefined) return sendEnd(ctx, end, sandbox);
      const problem = error === undefined ? undefined : problemOf(error);
      const status = problem === undefined ? 200 : statusFor(problem, ctx);
      sendPage(
        ctx,
        <DeviceCodePage
          ctx={pageAt(ctx, sandbox)}
          action={DEVICE_PATH}
          xsrf={xsrfOf(ctx)}
          userCode={codeOnPage(ctx)}
          problem={problem}
        />,
        status,
      );
    },

    async userCodeConfirmSource(ctx, _form, client, info, userCode) {
      const page = pageAt(ctx, sandbox, userCode);
      const words = translator(page.locale);
      const params = ctx.oidc.deviceCode?.params ?? {};
      const record = await clients.find(client.clientId);
      const name = record?.policy.organisation.name[page.locale] ?? nameOf(client);
      sendPage(
        ctx,
        <DeviceConfirmPage
          ctx={{ ...page, service: { name } }}
          action={DEVICE_PATH}
          xsrf={xsrfOf(ctx)}
          userCode={userCode}
          requestedAt={Number(info['requestedAt'])}
          sameNetwork={info['network'] === networkOf(ctx.ip)}
          asks={scopesOf(params)
            .map((scope) => scopeTitle(words, scope))
            .filter((title) => title !== undefined)}
        />,
      );
    },

    successSource: (ctx) => sendEnd(ctx, 'done', sandbox),
  };
}

function scopesOf({ scope }: Readonly<Record<string, unknown>>): readonly string[] {
  return typeof scope === 'string' ? scope.split(' ').filter((each) => each !== 'openid') : [];
}

function sendEnd(ctx: KoaContextWithOIDC, end: DeviceEnd, sandbox: boolean): void {
  const status = end === 'failed' || end === 'level' ? 400 : 200;
  const isApproval = isOfApproval(ctx);
  const again = isApproval ? APPROVALS_PATH : DEVICE_PATH;
  sendPage(
    ctx,
    <DeviceEndedPage
      ctx={{ ...pageAt(ctx, sandbox), path: again }}
      of={isApproval ? 'approve' : 'device'}
      end={end}
      again={again}
    />,
    status,
  );
}

/** Where the journey was given up, only its interaction tells. */
function isOfApproval({ oidc }: KoaContextWithOIDC): boolean {
  const { deviceCode, entities } = oidc;
  if (deviceCode !== undefined) return approvalOf(deviceCode) !== undefined;
  return entities.Interaction?.prompt.details['approval'] === true;
}

/** The library's classes of its own pages by their names; undefined where a code can still be entered. */
function endOf(
  ctx: KoaContextWithOIDC,
  out: ErrorOut | undefined,
  { name }: Error,
): DeviceEnd | undefined {
  if (name === 'AbortedError') return 'denied';
  if (out?.error === 'unmet_authentication_requirements') return 'level';
  return ctx.oidc.route === 'device_resume' ? 'failed' : undefined;
}

function problemOf({ name }: Error): DeviceCodeProblem {
  switch (name) {
    case 'NoCodeError':
      return 'missing';
    case 'NotFoundError':
      return 'not-found';
    case 'ExpiredError':
      return 'expired';
    case 'AlreadyUsedError':
      return 'used';
    case 'SlowDown':
      return 'too-many';
    default:
      return 'try-again';
  }
}

function statusFor(problem: DeviceCodeProblem, { status }: KoaContextWithOIDC): number {
  if (problem === 'too-many') return 429;
  return status >= 500 ? status : 422;
}

/** A page that came of a post is found again at the address of the form. */
function pageAt(ctx: KoaContextWithOIDC, sandbox: boolean, userCode?: string): PageContext {
  const page = plainPage(ctx, sandbox);
  const query = userCode === undefined ? '' : `?${new URLSearchParams({ user_code: userCode })}`;
  const path = ctx.method === 'GET' ? ctx.originalUrl : `${DEVICE_PATH}${query}`;
  return { ...page, path: ctx.oidc.route === 'device_resume' ? DEVICE_PATH : path };
}

function xsrfOf(ctx: KoaContextWithOIDC): string {
  return String(ctx.oidc.session?.state?.['secret']);
}

/** Nothing but what could be a code. */
function codeOnPage(ctx: KoaContextWithOIDC): string | undefined {
  const inAddress = URL.parse(ctx.originalUrl, 'http://any')?.searchParams.get('user_code');
  const typed = ctx.method === 'GET' ? inAddress : ctx.oidc.params?.['user_code'];
  return typeof typed === 'string' && /^[A-Za-z][A-Za-z -]{0,22}$/.test(typed) ? typed : undefined;
}

function nameOf({ clientName, clientId }: Client): string {
  return clientName ?? clientId;
}
