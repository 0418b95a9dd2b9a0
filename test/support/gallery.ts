import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import Koa from 'koa';
import { chromium, type Page } from 'playwright-core';

import { serveAssets } from '../../web/assets.ts';
import { renderPage } from '../../web/page.ts';
import { galleryContext } from './gallery-facts.ts';
import { samples } from './gallery-samples.tsx';

/**
 * Every page × language × scheme × width, as pictures in `test-output/gallery`, each checked by axe under a strict CSP.
 * Arguments: parts of sample names to limit it to. Exit code 1 when anything is wrong.
 */
const folder = join(process.cwd(), 'test-output', 'gallery');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const widths = [390, 1280] as const;
const schemes = ['light', 'dark'] as const;
const locales = ['vi', 'en'] as const;

function galleryApp(): Koa {
  const app = new Koa();
  app.use(serveAssets());
  app.use((ctx) => {
    const [, locale, name = ''] = ctx.path.split('/');
    const sample = samples[name];
    if (sample === undefined || (locale !== 'vi' && locale !== 'en')) return;
    const nonce = randomBytes(12).toString('base64');
    ctx.set(
      'Content-Security-Policy',
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    ctx.type = 'html';
    ctx.body = renderPage(sample(galleryContext(locale, ctx.path, nonce)));
  });
  return app;
}

interface Shot {
  readonly name: string;
  readonly locale: (typeof locales)[number];
  readonly scheme: (typeof schemes)[number];
  readonly width: (typeof widths)[number];
}

async function shoot(page: Page, origin: string, shot: Shot): Promise<readonly string[]> {
  const { name, locale, scheme, width } = shot;
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
  const problems: string[] = [];
  page.removeAllListeners();
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(`console: ${line.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  await page.goto(`${origin}/${locale}/${name}`);
  await page.evaluate('document.fonts.ready');
  if (name === 'session-warning') await page.locator('#session-dialog[open]').waitFor();
  problems.push(...(await overflows(page)), ...(await violations(page)));
  const file = `${name}.${locale}.${scheme}.${width}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: name !== 'session-warning' });
  return problems.map((problem) => `${file}: ${problem}`);
}

/** Sideways scrolling is a fault on a phone (WCAG 2.2, 1.4.10). */
async function overflows(page: Page): Promise<readonly string[]> {
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  return wide === true ? ['scrolls sideways'] : [];
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return found.map(({ id, nodes }) => `axe ${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

function shots(wanted: readonly string[]): readonly Shot[] {
  return Object.keys(samples)
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .flatMap((name) => locales.map((locale) => ({ name, locale })))
    .flatMap((shot) => schemes.map((scheme) => ({ ...shot, scheme })))
    .flatMap((shot) => widths.map((width) => ({ ...shot, width })));
}

async function run(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const server = galleryApp().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://localhost:${address.port}`;
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--no-first-run'],
  });
  const queue = [...shots(process.argv.slice(2))];
  const total = queue.length;
  const problems: string[] = [];
  const worker = async (): Promise<void> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    // A page that leaves by itself would not stay for its picture.
    await page.route(/\/form-post[^/]*\.js/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    for (let shot = queue.pop(); shot !== undefined; shot = queue.pop()) {
      problems.push(...(await shoot(page, origin, shot)));
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  await browser.close();
  server.close();
  process.stdout.write(
    `${total} pictures in ${folder}\n${problems.map((p) => `- ${p}\n`).join('')}`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

await run();
