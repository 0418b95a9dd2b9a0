/** The library is loaded before this file, from its one-file build, and stands in the global scope. */
type Library = typeof import('@simplewebauthn/browser');
type RequestOptions = Parameters<Library['startAuthentication']>[0]['optionsJSON'];
type CreationOptions = Parameters<Library['startRegistration']>[0]['optionsJSON'];

declare const SimpleWebAuthnBrowser: Library;

interface Parts {
  readonly root: HTMLElement;
  readonly form: HTMLFormElement;
  readonly response: HTMLInputElement;
  readonly button: HTMLButtonElement;
  readonly status: HTMLElement;
  readonly options: unknown;
}

const parts = findParts();
if (parts !== undefined) connect(parts);

function findParts(): Parts | undefined {
  const root = document.getElementById('passkey');
  const form = document.getElementById('passkey-form');
  const response = document.getElementById('passkey_response');
  const button = document.getElementById('use-passkey');
  const status = document.getElementById('passkey-status');
  const json = document.getElementById('passkey-options')?.textContent;
  if (
    root === null ||
    !(form instanceof HTMLFormElement) ||
    !(response instanceof HTMLInputElement) ||
    !(button instanceof HTMLButtonElement) ||
    status === null ||
    json == null
  ) {
    return undefined;
  }
  return { root, form, response, button, status, options: JSON.parse(json) };
}

function connect(found: Parts): void {
  found.form.addEventListener('submit', (event) => {
    // Filled by a finished ceremony: this submission is ours and goes to the server.
    if (found.response.value !== '') return;
    event.preventDefault();
    void onPressed(found);
  });
  if (found.root.dataset['autofill'] === 'true') void offerInAutofill(found);
}

async function onPressed(found: Parts): Promise<void> {
  if (!SimpleWebAuthnBrowser.browserSupportsWebAuthn()) return say(found, 'unsupported');
  found.button.setAttribute('aria-disabled', 'true');
  say(found, 'busy');
  try {
    send(found, await runCeremony(found));
  } catch (error) {
    say(found, reasonOf(error));
  } finally {
    found.button.removeAttribute('aria-disabled');
  }
}

function runCeremony({ root, options }: Parts): Promise<unknown> {
  return root.dataset['ceremony'] === 'registration'
    ? SimpleWebAuthnBrowser.startRegistration({ optionsJSON: options as CreationOptions })
    : SimpleWebAuthnBrowser.startAuthentication({ optionsJSON: options as RequestOptions });
}

/** Conditional UI: passkeys among the suggestions of the field; silent until the person picks one. */
async function offerInAutofill(found: Parts): Promise<void> {
  const wasTouched = watchField();
  try {
    if (!(await SimpleWebAuthnBrowser.browserSupportsWebAuthnAutofill())) return;
    const optionsJSON = found.options as RequestOptions;
    const response = await SimpleWebAuthnBrowser.startAuthentication({
      optionsJSON,
      useBrowserAutofill: true,
    });
    if (wasTouched()) send(found, response);
  } catch {
    // Aborted when the button starts its own ceremony, or refused: the button remains.
  }
}

/** Picking a suggestion begins with touching the field; an authenticator that answers unasked logs nobody in. */
function watchField(): () => boolean {
  let touched = false;
  const field = document.querySelector('input[autocomplete~="webauthn"]');
  for (const event of ['pointerdown', 'click', 'keyup']) {
    field?.addEventListener(event, () => (touched = true), { once: true });
  }
  return () => touched;
}

function send(found: Parts, response: unknown): void {
  found.response.value = JSON.stringify(response);
  found.form.requestSubmit(found.button);
}

type Message = 'busy' | 'cancelled' | 'failed' | 'unsupported' | 'alreadyRegistered';

function reasonOf(error: unknown): Message {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  if (name === 'InvalidStateError') return 'alreadyRegistered';
  return name === 'NotSupportedError' || name === 'ConstraintError' ? 'unsupported' : 'failed';
}

function say({ root, status }: Parts, message: Message): void {
  status.textContent = root.dataset[message] ?? '';
  status.classList.toggle('sen-passkey__status--problem', message !== 'busy');
}
