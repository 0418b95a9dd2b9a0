import assert from 'node:assert/strict';

import type { FileChooser, Page } from 'playwright-core';

import type { Keyboard } from './journey-keyboard.ts';
import { simulatorOf } from './simulator.ts';
import type { SenidProcess } from './senid-process.ts';

const PRESSES = 4;

interface PictureChosen {
  readonly senid: Pick<SenidProcess, 'simulator'>;
  /** Whose face or fingers. */
  readonly of: string;
  /** Where that is what is tested. */
  readonly byKeysAlone?: boolean;
}

/** A picture from the device's camera or its pictures, with the keyboard; what was chosen is shown before it is sent. */
export async function choosePicture(
  page: Page,
  keys: Keyboard,
  id: string,
  { senid, of, byKeysAlone = false }: PictureChosen,
): Promise<void> {
  const sample = id === 'fingerprints' ? id : 'face';
  const { bytes, mediaType: mimeType } = await simulatorOf(senid)[sample](of);
  await keys.tabTo(id);
  const chooser = await openChooser(page, byKeysAlone);
  const buffer = Buffer.from(bytes);
  await chooser.setFiles({ name: `${id}.png`, mimeType, buffer });
  await page.locator(`#${id}-preview canvas`).waitFor();
}

/** Browsers swallow the key while another window of theirs opens. */
async function openChooser(page: Page, byKeysAlone: boolean): Promise<FileChooser> {
  for (let press = 1; press < PRESSES; press += 1) {
    const opened = page.waitForEvent('filechooser', { timeout: 15_000 }).catch(() => undefined);
    await page.keyboard.press('Enter');
    const chooser = await opened;
    if (chooser !== undefined) return chooser;
  }
  assert.ok(!byKeysAlone, 'no key opens the pictures');
  const opened = page.waitForEvent('filechooser');
  // The key was seen to be lost now and then: what comes after it is what is tested here.
  await page.locator('input[type=file]').click();
  return opened;
}
