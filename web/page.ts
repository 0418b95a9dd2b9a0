import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole document. Preact escapes every text and attribute; nothing here may go round it. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
