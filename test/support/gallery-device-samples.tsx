import type { VNode } from 'preact';

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

/** Pages of a login on another device. */
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
};
