import type { Context } from 'koa';

import { BadInput } from '../errors.ts';

const MOST_BYTES = 64 * 1024;

/** Fields of one form post. A name that may repeat is asked for as such; anything else repeated is refused. */
export interface Form {
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  has(name: string): boolean;
}

/** Throws `BadInput` for anything but a small urlencoded form. */
export async function readForm(ctx: Context): Promise<Form> {
  const fields = await readFields(ctx);
  return {
    text(name) {
      const values = fields.getAll(name);
      if (values.length > 1) throw new BadInput(`${name} must stand once`, 400);
      return values[0];
    },
    list: (name) => fields.getAll(name),
    has: (name) => fields.has(name),
  };
}

/** The same as it came, repeated names included. */
export async function readFields(ctx: Context): Promise<URLSearchParams> {
  if (!ctx.is('application/x-www-form-urlencoded')) {
    throw new BadInput('expected application/x-www-form-urlencoded', 415);
  }
  return new URLSearchParams(await readBody(ctx));
}

async function readBody(ctx: Context): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Destroyed on the way out, the request would take the answer with it: the client sees a reset instead of the 413.
  for await (const chunk of ctx.req.iterator({ destroyOnReturn: false })) {
    const bytes: Buffer = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MOST_BYTES) throw new BadInput('the form is too large', 413);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
