import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { compileAsync } from 'sass';

const subsets = ['vietnamese', 'latin-ext', 'latin'] as const;
const weights = [400, 600, 700] as const;

/** Name below `web/assets` → content. The same sources and versions give the same bytes. */
export async function buildTheme(projectRoot: string): Promise<ReadonlyMap<string, Buffer>> {
  const fontFolder = join(projectRoot, 'node_modules/@fontsource/be-vietnam-pro');
  const files = new Map<string, Buffer>();
  files.set('senid.css', Buffer.from(await styleSheet(projectRoot)));
  for (const name of ['lotus.svg', 'lotus-lines.svg']) {
    files.set(name, await readFile(join(projectRoot, 'web/theme', name)));
  }
  for (const name of subsets.flatMap((s) => weights.map((w) => `${s}-${w}-normal.woff2`))) {
    const file = `be-vietnam-pro-${name}`;
    files.set(`fonts/${file}`, await readFile(join(fontFolder, 'files', file)));
  }
  files.set('fonts/OFL.txt', await readFile(join(fontFolder, 'LICENSE')));
  return files;
}

async function styleSheet(projectRoot: string): Promise<string> {
  const { css } = await compileAsync(join(projectRoot, 'web/theme/senid.scss'), {
    style: 'compressed',
    charset: false,
    quietDeps: true,
  });
  return `${withoutFallbacks(css)}\n`;
}

/** Our tokens define every one of these; the fallbacks would only be somebody else's colours. */
function withoutFallbacks(css: string): string {
  return css.replace(/var\((--govuk-[a-z-]+), ?#[0-9a-f]+\)/g, 'var($1)');
}

/** Names whose committed content differs from what the sources give. */
export async function staleFiles(projectRoot: string): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [name, content] of await buildTheme(projectRoot)) {
    const committed = await readFile(join(projectRoot, 'web/assets', name)).catch(() => undefined);
    if (committed === undefined || !content.equals(committed)) stale.push(name);
  }
  return stale;
}

export async function writeTheme(projectRoot: string): Promise<void> {
  for (const [name, content] of await buildTheme(projectRoot)) {
    const path = join(projectRoot, 'web/assets', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

if (process.argv[1] === import.meta.filename) {
  const check = process.argv.includes('--check');
  const stale = await staleFiles(process.cwd());
  if (!check) await writeTheme(process.cwd());
  if (stale.length > 0)
    process.stdout.write(`${check ? 'stale' : 'written'}: ${stale.join(', ')}\n`);
  if (check && stale.length > 0) process.exitCode = 1;
}
