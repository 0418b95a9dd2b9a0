import type { Page } from 'playwright-core';

/** A browser that was changed by its owner: one text of every page of a journey is another one. */
export async function tamper(
  page: Page,
  text: string | RegExp,
  replacement: string,
): Promise<void> {
  await page.route('**/interaction/*', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: body.replace(text, replacement) });
  });
}
