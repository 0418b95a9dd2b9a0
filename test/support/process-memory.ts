import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const PIECE = 8 * 1024 * 1024;
const OVERLAP = 128;

/** Whether one of the byte strings stands anywhere in what a process may write to. Linux, as the owner of the process. */
export function memoryHolds(pid: number, needles: readonly Uint8Array[]): boolean {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const buffer = Buffer.alloc(PIECE + OVERLAP);
  try {
    for (const { start, end } of writableParts(pid)) {
      for (let at = start; at < end; at += PIECE) {
        const length = readAt(memory, buffer, { at, length: Math.min(buffer.length, end - at) });
        const piece = buffer.subarray(0, length);
        if (needles.some((needle) => piece.includes(Buffer.from(needle)))) return true;
      }
    }
    return false;
  } finally {
    closeSync(memory);
  }
}

function writableParts(pid: number): readonly { start: number; end: number }[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, start = '', end = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      return start === ''
        ? []
        : [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16) }];
    });
}

/** 0 for a part that is reserved and not there. */
function readAt(
  file: number,
  buffer: Buffer,
  { at, length }: { readonly at: number; readonly length: number },
): number {
  try {
    return readSync(file, buffer, 0, length, at);
  } catch {
    return 0;
  }
}
