import type { Socket } from 'node:net';

import { MOST_BYTES } from './messages.ts';

/** Calls `take` with each whole line; ends a connection that sends one too long, or that `take` throws on. */
export function readLines(socket: Socket, take: (line: string) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    try {
      if (rest.length > MOST_BYTES) throw new RangeError('too long a line');
      for (const line of lines) take(line);
    } catch {
      socket.destroy();
    }
  });
}

export function writeLine(socket: Socket, message: object): void {
  socket.write(`${JSON.stringify(message)}\n`);
}
