/**
 * A single transfer of more than this asks for a fresh authentication (State Bank of Viet Nam, Decision 2345: "more
 * than", so exactly ten million does not). A real bank also counts the total of the day, 20,000,000 ₫.
 */
const STEP_UP_ABOVE_DONG = 10_000_000;
const LARGEST_DONG = 1_500_000_000;

export interface Transfer {
  /** Whole đồng: there is no smaller unit. */
  readonly amount: number;
  readonly to: string;
}

export type TransferMistake = 'amount' | 'to';

/** A done transfer, with the evidence the bank keeps for it. */
export interface Receipt extends Transfer {
  /** Epoch seconds. */
  readonly at: number;
  readonly evidence: {
    readonly acr: unknown;
    readonly auth_time: unknown;
    readonly authentication_event_id: unknown;
    readonly stepUp: boolean;
  };
}

/** Why a browser is at the provider. The transfer waits here, on our side, where nobody can change its amount. */
export type BankIntent =
  | { readonly kind: 'login' }
  | { readonly kind: 'transfer'; readonly transfer: Transfer };

export interface BankData {
  readonly receipts: readonly Receipt[];
}

export function needsStepUp({ amount }: Transfer): boolean {
  return amount > STEP_UP_ABOVE_DONG;
}

/** Takes `10000000`, `10.000.000` and `10,000,000`; nothing with a fraction, a sign or an exponent. */
export function readTransfer(form: URLSearchParams): Transfer | TransferMistake {
  const written = (form.get('amount') ?? '').trim();
  const to = (form.get('to') ?? '').trim();
  if (!/^(?:\d{1,10}|\d{1,3}(?:\.\d{3}){1,3}|\d{1,3}(?:,\d{3}){1,3})$/.test(written))
    return 'amount';
  const amount = Number(written.replace(/[.,]/g, ''));
  if (amount < 1 || amount > LARGEST_DONG) return 'amount';
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'-]{1,69}$/u.test(to)) return 'to';
  return { amount, to };
}
