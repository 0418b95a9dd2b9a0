import type { Context } from 'koa';
import type { z } from 'zod';

const MOST_BYTES = 24 * 1024 * 1024;

/** Answered with `status`; the message says what is wrong with the question. */
export class BadRequest extends Error {
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.name = 'BadRequest';
    this.status = status;
  }
}

/** Rejects with `BadRequest`. */
export async function readJson<Schema extends z.ZodType>(
  ctx: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const chunks: Buffer[] = [];
  let received = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    received += chunk.length;
    if (received > MOST_BYTES) throw new BadRequest('too large', 413);
    chunks.push(chunk);
  }
  const parsed = schema.safeParse(json(Buffer.concat(chunks).toString('utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BadRequest(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest('not JSON');
  }
}
