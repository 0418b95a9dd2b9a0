export type Parameter = string | number | bigint | boolean | Uint8Array | null;

/** node-postgres writes a Date in local time, an object as JSON and undefined as NULL: none of them may pass. */
export function bindable(value: unknown): Parameter {
  switch (typeof value) {
    case 'string':
    case 'bigint':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      break;
    default:
      if (value === null || value instanceof Uint8Array) return value;
  }
  throw new TypeError(
    `PostgreSQL parameters are text, numbers, truth, bytes or null, not ${kindOf(value)}`,
  );
}

/** Never the value itself: it may be secret. */
function kindOf(value: unknown): string {
  return typeof value === 'object' ? Object.prototype.toString.call(value) : typeof value;
}
