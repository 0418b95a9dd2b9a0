import { errors } from 'oidc-provider';
import type Provider from 'oidc-provider';

import type { Approvals } from '../accounts/approvals.ts';
import type { Audit } from '../audit/events.ts';
import { isId } from '../ids.ts';
import { auditContextNow } from './audit-context.ts';
import { approvalOf, type StoredDeviceCode } from './device-codes.ts';

/** Fields of the library's records that its types do not name together. */
interface Answered extends StoredDeviceCode {
  readonly grantId?: string;
  readonly claims?: object;
  readonly scope?: string;
  readonly acr?: string;
  readonly amr?: string[];
  readonly authTime?: number;
  readonly sessionUid?: string;
  readonly sid?: string;
}

/**
 * Hands the answer of a journey to the request of CIBA it was for. Called once for each request (`device-codes.ts`); the
 * library checks once more that client and person are those of the request.
 */
export async function answerApproval(
  provider: Provider,
  code: StoredDeviceCode,
  { approvals, audit }: { readonly approvals: Approvals; readonly audit: Audit },
): Promise<void> {
  const requestId = approvalOf(code)?.requestId ?? '';
  const request = await provider.BackchannelAuthenticationRequest.find(requestId);
  if (request === undefined) throw new errors.ExpiredToken('the request has expired');
  const { error, errorDescription } = code;
  const accountId = isId('acc', request.accountId) ? request.accountId : undefined;

  if (error === undefined) {
    const { grantId = '', claims, scope, acr, amr, authTime, sessionUid, sid } = code as Answered;
    Object.assign(request, { claims, scope });
    await provider.backchannelResult(request, grantId, { acr, amr, authTime, sessionUid, sid });
  } else {
    Object.assign(request, { errorDescription });
    await provider.backchannelResult(
      request,
      new errors.CustomOIDCProviderError(error, errorDescription ?? ''),
    );
  }
  if (accountId !== undefined) await approvals.remove(accountId, requestId);
  await audit.approvalAnswered(
    { ...auditContextNow(), accountId },
    { outcome: error ?? 'approved' },
  );
}
