import type { BrowserContext, ConsoleMessage } from 'playwright-core';

/** Runs in every page: a violated policy is said in words of our own, whatever Chromium's console says of it. */
const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) =>
  console.error('policy violated:', event.effectiveDirective, event.blockedURI));`;

/** Of the personas. It stands in no address (design, section 8, rule 3). */
const PERSONAL_NUMBER = /\b(?:099\d{9}|F\d{11})\b/;

/**
 * Everything the pages of a browser complain about: errors in the console, uncaught exceptions, violated policies. And
 * every address that tells a number.
 */
export async function collectComplaints(
  context: BrowserContext,
  complaints: string[],
): Promise<void> {
  const documents = new Set<string>();
  await context.addInitScript(REPORT_VIOLATIONS);
  context.on('response', (response) => {
    if (response.request().isNavigationRequest()) documents.add(response.url());
  });
  context.on('request', (request) => {
    if (PERSONAL_NUMBER.test(request.url())) complaints.push(`a number in ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !isStatusOfDocument(message, documents)) {
      complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (event) => complaints.push(`uncaught: ${event.error().message}`));
}

/** A page that answers 422 or 400 with words for a person is no fault, though Chromium writes a line about it. */
function isStatusOfDocument(message: ConsoleMessage, documents: ReadonlySet<string>): boolean {
  return (
    message.text().startsWith('Failed to load resource: the server responded with a status of 4') &&
    documents.has(message.location().url)
  );
}
