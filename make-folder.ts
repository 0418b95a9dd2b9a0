import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A private folder and whatever is missing above it; throws like `mkdirSync`. Node's own `recursive` never returns where
 * a folder is there but takes no children, as under /proc.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(folder)) throw error;
  }
}
