import { connect, type Socket } from 'node:net';

import { readLines, writeLine } from './lines.ts';
import { answerSchema, type Answer, type Wish } from './messages.ts';

/** Asked and not answered: the connection ended, or the time was over. */
class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** One connection to a signer; any number of questions may be under way on it. */
export class Connection {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    readLines(socket, (line) => {
      const answer = answerSchema.parse(JSON.parse(line));
      this.#waiting.get(answer.id)?.resolve(answer);
    });
  }

  /** `closed` is called once it can be used no more. */
  static open(path: string, closed: () => void): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(path);
      socket.once('error', reject);
      socket.once('connect', () => {
        const connection = new Connection(socket);
        socket.off('error', reject);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => {
          closed();
          connection.#giveUp();
        });
        resolve(connection);
      });
    });
  }

  /** Rejects with `Unanswered`. */
  async ask(wish: Wish, patienceMs: number): Promise<Answer> {
    const id = (this.#asked += 1);
    const answered = new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    // One that does not answer in time may never again: whoever waits asks on a new connection.
    const timer = setTimeout(() => this.close(), Math.max(1, patienceMs));
    writeLine(this.#socket, { id, wish });
    try {
      return await answered;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  #giveUp(): void {
    for (const { reject } of this.#waiting.values()) reject(new Unanswered('the signer is gone'));
  }
}
