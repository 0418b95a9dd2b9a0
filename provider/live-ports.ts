import type { ApprovalPort, InteractionPort, SessionPort } from './port.ts';

interface Ports {
  readonly port: InteractionPort;
  readonly approvals: ApprovalPort;
  readonly sessions: SessionPort;
}

/** The doors of the library as it is at each call: another one takes its place when the signing keys change. */
export function livePorts(running: () => Ports): Ports {
  return {
    port: {
      load: (ctx, uid) => running().port.load(ctx, uid),
      finish: (ctx, uid, answer) => running().port.finish(ctx, uid, answer),
      abort: (ctx, uid, error, description) => running().port.abort(ctx, uid, error, description),
      extend: (ctx, uid) => running().port.extend(ctx, uid),
    },
    sessions: { current: (ctx) => running().sessions.current(ctx) },
    approvals: {
      signedIn: (ctx) => running().approvals.signedIn(ctx),
      signInAddress: () => running().approvals.signInAddress(),
      waiting: (accountId) => running().approvals.waiting(accountId),
      begin: (ctx, accountId, id) => running().approvals.begin(ctx, accountId, id),
    },
  };
}
