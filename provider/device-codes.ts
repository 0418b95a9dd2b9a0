import Provider, { errors } from 'oidc-provider';

import type { UserCodeThrottle } from '../accounts/user-code-throttle.ts';
import type { ArtefactStore } from './artefact-store.ts';
import { asProtocolError } from './protocol-error.ts';

/** What the library keeps of one device authorization request, as far as it is looked at here. */
export interface StoredDeviceCode {
  readonly jti: string | undefined;
  readonly exp: number;
  readonly clientId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly error?: string | undefined;
  readonly errorDescription?: string | undefined;
  readonly inFlight?: boolean | undefined;
  readonly deviceInfo?: Readonly<Record<string, unknown>> | undefined;
}

export interface DeviceCodeSources {
  readonly artefacts: Pick<ArtefactStore, 'remember'>;
  readonly throttle: UserCodeThrottle;
  /** Called once for each code, after its answer is stored. */
  readonly onAnswer: (code: StoredDeviceCode) => Promise<void>;
  readonly onRefused: (reason: 'unknown' | 'throttled') => Promise<void>;
}

/**
 * What the library leaves to luck with device codes: it looks whether a code was confirmed or answered and writes
 * afterwards, so that two browsers could do it at once; and it lets anybody guess.
 */
export function hardenDeviceCodes(provider: Provider, sources: DeviceCodeSources): void {
  answerOnce(provider, sources);
  slowGuessing(provider, sources);
}

/** What a device code of our own making stands for: an approval a relying party asked for (`approval-port.ts`). */
export interface ApprovalMark {
  readonly requestId: string;
  readonly bindingMessage: string | undefined;
  /** Epoch ms. */
  readonly requestedAt: number;
}

export function approvalOf({
  deviceInfo,
}: Pick<StoredDeviceCode, 'deviceInfo'>): ApprovalMark | undefined {
  return deviceInfo?.['approval'] as ApprovalMark | undefined;
}

type Step = 'confirmed' | 'answered';

function answerOnce(provider: Provider, { artefacts, onAnswer }: DeviceCodeSources): void {
  const prototype = provider.DeviceCode.prototype as unknown as StoredDeviceCode & {
    save(): Promise<string>;
  };
  const { save } = prototype;
  Object.assign(prototype, {
    async save(this: StoredDeviceCode) {
      const step = stepOf(this);
      if (step !== undefined && this.jti !== undefined) {
        const ttl = Math.max(1, this.exp - Math.floor(Date.now() / 1000));
        const name = approvalOf(this)?.requestId ?? this.jti;
        const isFirst = await asProtocolError(artefacts.remember(`device code ${step}`, name, ttl));
        if (!isFirst) throw usedBefore();
      }
      const value = await save.call(this);
      if (step === 'answered') await onAnswer(this);
      return value;
    },
  });
}

function stepOf({ accountId, error, inFlight }: StoredDeviceCode): Step | undefined {
  if (accountId !== undefined || error !== undefined) return 'answered';
  return inFlight === true ? 'confirmed' : undefined;
}

/** In the library's words for it, which the page understands. */
function usedBefore(): Error {
  return Object.assign(new errors.InvalidRequest('the code has already been used'), {
    name: 'AlreadyUsedError',
  });
}

interface FindsUserCode {
  findByUserCode(code: string, options?: object): Promise<unknown>;
}

/** RFC 8628, section 5.1. */
function slowGuessing(provider: Provider, { throttle, onRefused }: DeviceCodeSources): void {
  const model = provider.DeviceCode as unknown as FindsUserCode;
  const find = model.findByUserCode.bind(model);
  Object.assign(model, {
    async findByUserCode(code: string, options?: object) {
      const ctx = Provider.ctx;
      if (ctx === undefined) return find(code, options);
      const attempt = { session: ctx.oidc.session?.uid ?? '', address: ctx.ip };
      const decision = await asProtocolError(throttle.attempt(attempt));
      if (!decision.allowed) {
        await onRefused('throttled');
        ctx.set('Retry-After', String(decision.retryAfterSeconds));
        throw Object.assign(new errors.SlowDown('too many codes were tried; wait a while'), {
          status: 429,
          statusCode: 429,
        });
      }
      const found = await find(code, options);
      if (found === undefined) await onRefused('unknown');
      else await asProtocolError(throttle.giveBack(attempt));
      return found;
    },
  });
}
