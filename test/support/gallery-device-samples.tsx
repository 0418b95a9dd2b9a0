import type { VNode } from 'preact';

import { ApprovePage } from '../../interactions/pages/approve-page.tsx';
import { ApprovalsPage } from '../../interactions/pages/approvals-page.tsx';
import type { PageContext } from '../../web/page-context.ts';
import { DeviceCodePage } from '../../web/pages/device-code-page.tsx';
import { DeviceConfirmPage } from '../../web/pages/device-confirm-page.tsx';
import { DeviceEndedPage } from '../../web/pages/device-ended-page.tsx';

const form = { action: '/device', xsrf: 'x5rf' };

function alone(ctx: PageContext): PageContext {
  return { ...ctx, service: undefined, expiresAt: undefined };
}

function forTelevision(ctx: PageContext): PageContext {
  const name = ctx.locale === 'vi' ? 'Truyền hình Sông Hồng' : 'Song Hong Television';
  return { ...ctx, service: { name }, expiresAt: undefined };
}

function confirmation(ctx: PageContext, sameNetwork: boolean): VNode {
  return (
    <DeviceConfirmPage
      {...form}
      ctx={forTelevision(ctx)}
      userCode="WDJB-MJHT"
      requestedAt={(ctx.now ?? 0) - 40_000}
      sameNetwork={sameNetwork}
      asks={
        ctx.locale === 'vi'
          ? ['Họ tên và thông tin cơ bản', 'Thư điện tử']
          : ['Name and basic data', 'E-mail']
      }
    />
  );
}

const list = { action: '/approvals/apr_x', csrf: 'c5rf' };

function approvals(ctx: PageContext, empty: boolean): VNode {
  const now = ctx.now ?? 0;
  const vi = ctx.locale === 'vi';
  const lines = [
    {
      id: 'apr_1',
      service: vi ? 'Ngân hàng Sao Mai' : 'Sao Mai Bank',
      bindingMessage: 'Chuyển 5.000.000 đ, mã W4SCT',
      requestedAt: now - 60_000,
      expiresAt: now + 240_000,
    },
    {
      id: 'apr_2',
      service: vi ? 'Nhà trọ Hoa Sen' : 'Hoa Sen Lodging',
      bindingMessage: undefined,
      requestedAt: now - 20_000,
      expiresAt: now + 280_000,
    },
  ];
  return (
    <ApprovalsPage
      ctx={alone(ctx)}
      approvals={empty ? [] : lines}
      target={() => list}
      gone={empty}
    />
  );
}

function approve(ctx: PageContext, bindingMessage: string | undefined): VNode {
  const vi = ctx.locale === 'vi';
  const name = vi ? 'Ngân hàng Sao Mai' : 'Sao Mai Bank';
  return (
    <ApprovePage
      ctx={{ ...ctx, service: { name } }}
      target={{ action: '/interaction/x/approve', csrf: 'c5rf' }}
      ask={{ level: 'substantial', reason: undefined }}
      person={{
        name: 'Nguyễn Văn An',
        level: 2,
        maskedIdentifier: '•••••••••011',
        signedInAt: (ctx.now ?? 0) - 300_000,
      }}
      bindingMessage={bindingMessage}
      requestedAt={(ctx.now ?? 0) - 60_000}
      asks={
        bindingMessage === undefined
          ? []
          : [vi ? 'Họ tên và thông tin cơ bản' : 'Name and basic data']
      }
    />
  );
}

/** Pages of logins that happen elsewhere. */
export const deviceSamples: Readonly<Record<string, (ctx: PageContext) => VNode>> = {
  'device-code': (ctx) => <DeviceCodePage {...form} ctx={alone(ctx)} />,
  'device-code-scanned': (ctx) => (
    <DeviceCodePage {...form} ctx={alone(ctx)} userCode="WDJB-MJHT" />
  ),
  'device-code-wrong': (ctx) => (
    <DeviceCodePage {...form} ctx={alone(ctx)} userCode="WDJB-MJHZ" problem="not-found" />
  ),
  'device-confirm': (ctx) => confirmation(ctx, true),
  'device-confirm-far': (ctx) => confirmation(ctx, false),
  'device-done': (ctx) => (
    <DeviceEndedPage ctx={alone(ctx)} end="done" of="device" again="/device" />
  ),
  'device-denied': (ctx) => (
    <DeviceEndedPage ctx={alone(ctx)} end="denied" of="device" again="/device" />
  ),
  'device-level': (ctx) => (
    <DeviceEndedPage ctx={alone(ctx)} end="level" of="device" again="/device" />
  ),
  'device-failed': (ctx) => (
    <DeviceEndedPage ctx={alone(ctx)} end="failed" of="device" again="/device" />
  ),
  approvals: (ctx) => approvals(ctx, false),
  'approvals-none': (ctx) => approvals(ctx, true),
  approve: (ctx) => approve(ctx, 'Chuyển 5.000.000 đ, mã W4SCT'),
  'approve-no-message': (ctx) => approve(ctx, undefined),
  'approve-done': (ctx) => (
    <DeviceEndedPage ctx={alone(ctx)} end="done" of="approve" again="/approvals" />
  ),
  'approve-denied': (ctx) => (
    <DeviceEndedPage ctx={alone(ctx)} end="denied" of="approve" again="/approvals" />
  ),
  'approve-failed': (ctx) => (
    <DeviceEndedPage ctx={alone(ctx)} end="failed" of="approve" again="/approvals" />
  ),
};
