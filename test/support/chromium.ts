import { chromium as playwright, type Browser } from 'playwright-core';

/** Debian's. `--no-sandbox` because tests run as root in containers; the rest keeps it from calling home. */
const LAUNCH = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--no-first-run'],
};

let launched: Promise<Browser> | undefined;

/** One browser for the whole run, started when the first suite asks; each person gets a context of their own. */
export function chromium(): Promise<Browser> {
  launched ??= playwright.launch(LAUNCH);
  return launched;
}

after('the browser is closed', async () => {
  await (await launched)?.close();
});
