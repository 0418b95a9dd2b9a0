import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import type { Context, Middleware, Next } from 'koa';

interface Asset {
  /** `/assets/<hash of the content>/<name>` */
  readonly url: string;
  readonly type: string;
  readonly etag: string;
  readonly bodies: Readonly<Partial<Record<Encoding, Buffer>>> & { readonly identity: Buffer };
}
type Encoding = 'br' | 'gzip' | 'identity';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const prefix = '/assets/';

let loaded: ReadonlyMap<string, Asset> | undefined;

/** Name → asset, read once: assets are part of the build, like code. */
function assets(): ReadonlyMap<string, Asset> {
  loaded ??= loadAssets();
  return loaded;
}

/** The address of an asset, changing with its content. Throws for a name that does not exist. */
export function assetUrl(name: string): string {
  const asset = assets().get(name);
  if (asset === undefined) throw new Error(`no asset named ${name}; is web/browser built?`);
  return asset.url;
}

/** Answers `/assets/…` from memory by exact address, so there is no path to traverse; everything else goes on. */
export function serveAssets(): Middleware {
  const byUrl = new Map([...assets().values()].map((asset) => [asset.url, asset]));
  return async (ctx: Context, next: Next) => {
    if (!ctx.path.startsWith(prefix)) return void (await next());
    const asset = byUrl.get(ctx.path);
    if (asset === undefined) return void (ctx.status = 404);
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('Allow', 'GET, HEAD');
      return void (ctx.status = 405);
    }
    answer(ctx, asset);
  };
}

function answer(ctx: Context, asset: Asset): void {
  ctx.status = 200;
  ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
  ctx.set('ETag', asset.etag);
  ctx.vary('Accept-Encoding');
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  const chosen =
    (['br', 'gzip'] as const).find((one) => ctx.acceptsEncodings(one) === one) ?? 'identity';
  const body = asset.bodies[chosen];
  if (body !== undefined && chosen !== 'identity') ctx.set('Content-Encoding', chosen);
  ctx.set('Content-Type', asset.type);
  ctx.body = body ?? asset.bodies.identity;
}

function loadAssets(): ReadonlyMap<string, Asset> {
  const found = new Map<string, Asset>();
  const files = [...committedFiles(), ...browserScripts()];
  const stylesLast = files.toSorted((a, b) => Number(isStyle(a.name)) - Number(isStyle(b.name)));
  for (const { name, path } of stylesLast) {
    const raw = readFileSync(path);
    const body = isStyle(name) ? Buffer.from(withAssetUrls(raw.toString('utf8'), found)) : raw;
    found.set(name, makeAsset(name, body));
  }
  return found;
}

function makeAsset(name: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 16);
  const extension = extname(name);
  const compressible = extension !== '.woff2';
  return {
    url: `${prefix}${hash}/${name}`,
    type: types[extension] ?? 'application/octet-stream',
    etag: `"${hash}"`,
    bodies: {
      identity: body,
      ...(compressible ? { br: brotliCompressSync(body), gzip: gzipSync(body) } : {}),
    },
  };
}

function isStyle(name: string): boolean {
  return name.endsWith('.css');
}

/** Style sheets name fonts and drawings relatively; here they get the hashed addresses. */
function withAssetUrls(css: string, known: ReadonlyMap<string, Asset>): string {
  return css.replace(/url\(["']?([a-z0-9/.-]+)["']?\)/g, (_, name: string) => {
    const asset = known.get(name);
    if (asset === undefined) throw new Error(`style sheet names ${name}, which does not exist`);
    return `url(${asset.url})`;
  });
}

interface SourceFile {
  readonly name: string;
  readonly path: string;
}

function committedFiles(): readonly SourceFile[] {
  const folder = join(projectRoot(), 'web', 'assets');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in types)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path).replaceAll(sep, '/'), path }));
}

/** Our compiled scripts lie beside this compiled file; the WebAuthn library comes as its one-file browser build. */
function browserScripts(): readonly SourceFile[] {
  const folder = join(import.meta.dirname, 'browser');
  const library = fileURLToPath(import.meta.resolve('@simplewebauthn/browser'));
  const ours = existsSync(folder) ? readdirSync(folder) : [];
  return [
    {
      name: 'simplewebauthn.js',
      path: join(dirname(library), '..', 'dist', 'bundle', 'index.umd.min.js'),
    },
    ...ours
      .filter((name) => name.endsWith('.js'))
      .map((name) => ({ name, path: join(folder, name) })),
  ];
}

/** The nearest folder upwards that holds the committed assets: the same from the sources, from `dist/` and elsewhere. */
function projectRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'web', 'assets', 'senid.css'))) return folder;
    if (folder === dirname(folder)) return process.cwd();
  }
}
