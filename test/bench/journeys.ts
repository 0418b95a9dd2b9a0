import type { Journey } from './journey.ts';
import { firstLoginPasskey } from './journeys/first-login-passkey.ts';
import { firstLoginPassword } from './journeys/first-login-password.ts';
import { introspection } from './journeys/introspection.ts';
import { pushedLogin } from './journeys/pushed-login.ts';
import { refresh } from './journeys/refresh.ts';
import { sessionLogin } from './journeys/session-login.ts';
import { stepUp } from './journeys/step-up.ts';
import { userinfo } from './journeys/userinfo.ts';

export interface PlannedJourney {
  readonly journey: Journey;
  /** At least so much of bare (design, section 6); undefined where the design names none. */
  readonly target: number | undefined;
  /** Measured with more accounts too: what reads the register. */
  readonly wide: boolean;
  /** Measured with pages of the bare provider too. */
  readonly pages: boolean;
}

/** Client credentials are not among them: no client of SenID may use that grant yet. */
export const JOURNEYS: readonly PlannedJourney[] = [
  { journey: firstLoginPassword, target: undefined, wide: true, pages: true },
  { journey: firstLoginPasskey, target: 0.8, wide: true, pages: true },
  { journey: sessionLogin, target: 1, wide: true, pages: false },
  { journey: pushedLogin, target: undefined, wide: false, pages: false },
  { journey: stepUp, target: undefined, wide: true, pages: false },
  { journey: refresh, target: 1, wide: true, pages: false },
  { journey: userinfo, target: 0.95, wide: false, pages: false },
  { journey: introspection, target: 0.95, wide: false, pages: false },
];
