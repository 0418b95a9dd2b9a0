import type { Context } from 'koa';

import { BadInput } from '../errors.ts';
import type { Form } from './forms.ts';

/** Fields beside the file, and what multipart itself takes. */
const MOST_BYTES_BESIDE = 64 * 1024;
const MOST_PARTS = 20;

/** A form with one file in it. */
export interface FileForm extends Form {
  /** Undefined where none was chosen. What its sender says of its name and type is not passed on. */
  readonly file: Uint8Array | undefined;
}

/**
 * Reads `multipart/form-data` with at most one file, in the field `fileField`. Throws `BadInput`: 415 for another type,
 * 413 for more than `mostFileBytes` (the sender is answered, and what is still on its way is not kept), 400 otherwise.
 */
export async function readFileForm(
  ctx: Context,
  fileField: string,
  mostFileBytes: number,
): Promise<FileForm> {
  if (!ctx.is('multipart/form-data')) throw new BadInput('expected multipart/form-data', 415);
  const body = await readBytes(ctx, mostFileBytes + MOST_BYTES_BESIDE);
  const data = await parse(ctx.get('Content-Type'), body);
  const entries = [...data.entries()];
  if (entries.length > MOST_PARTS) throw new BadInput('too many parts', 400);
  const files = entries.filter(([, value]) => typeof value !== 'string');
  if (files.some(([name]) => name !== fileField) || files.length > 1) {
    throw new BadInput('an unexpected file', 400);
  }
  const texts = new URLSearchParams(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return { ...formOf(texts), file: await bytesOf(files[0]?.[1]) };
}

async function parse(type: string, body: Buffer): Promise<FormData> {
  try {
    const response = new Response(new Uint8Array(body), { headers: { 'content-type': type } });
    return await response.formData();
  } catch (cause) {
    throw new BadInput('not a multipart form', 400, { cause });
  }
}

/** An untouched file field arrives as a file without a name and content. */
async function bytesOf(file: FormDataEntryValue | undefined): Promise<Uint8Array | undefined> {
  if (file === undefined || typeof file === 'string' || file.size === 0) return undefined;
  return new Uint8Array(await file.arrayBuffer());
}

function formOf(fields: URLSearchParams): Form {
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

async function readBytes(ctx: Context, most: number): Promise<Buffer> {
  const announced = Number(ctx.get('Content-Length'));
  if (announced > most) throw new BadInput('the form is too large', 413);
  const chunks: Buffer[] = [];
  let size = 0;
  // Destroyed on the way out, the request would take the answer with it: the client sees a reset instead of the 413.
  for await (const chunk of ctx.req.iterator({ destroyOnReturn: false })) {
    const bytes: Buffer = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > most) throw new BadInput('the form is too large', 413);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
