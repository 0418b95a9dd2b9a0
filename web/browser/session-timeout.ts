/** When to speak up, in seconds before the end. */
const warnAt = 120;
const lastCallAt = 30;

interface Parts {
  readonly timer: HTMLElement;
  readonly form: HTMLFormElement;
  readonly dialog: HTMLDialogElement;
  readonly clock: HTMLElement;
  readonly announcement: HTMLElement;
  readonly title: HTMLElement;
  readonly text: HTMLElement;
  readonly stay: HTMLElement;
}

const parts = findParts();
if (parts !== undefined) run(parts);

function findParts(): Parts | undefined {
  const timer = document.getElementById('session-timer');
  const form = document.getElementById('session-extend-form');
  const dialog = document.getElementById('session-dialog');
  const clock = document.getElementById('session-clock');
  const announcement = document.getElementById('session-announcement');
  const title = document.getElementById('session-title');
  const text = document.getElementById('session-text');
  const stay = document.getElementById('session-stay');
  if (!(form instanceof HTMLFormElement) || !(dialog instanceof HTMLDialogElement))
    return undefined;
  if (timer === null || clock === null || announcement === null) return undefined;
  if (title === null || text === null || stay === null) return undefined;
  return { timer, form, dialog, clock, announcement, title, text, stay };
}

function run(found: Parts): void {
  const { timer, form, dialog, stay } = found;
  let endsAt = endFrom(Number(timer.dataset['expiresAt']), Number(timer.dataset['now']));
  let reached = Number.POSITIVE_INFINITY;

  const extend = async (): Promise<void> => {
    const expiresAt = await requestExtension(form);
    if (expiresAt === undefined) return showFailure(found);
    endsAt = expiresAt;
    reached = Number.POSITIVE_INFINITY;
    dialog.close();
    showNewEnd(found, endsAt);
  };
  const tick = (): void => {
    const left = Math.max(0, Math.round((endsAt - Date.now()) / 1000));
    const mark = [0, lastCallAt, warnAt].find((seconds) => left <= seconds);
    if (mark === undefined) return;
    showTimeLeft(found, left);
    // Only at a mark, so that whoever closes the dialog is left in peace until the next one.
    if (mark >= reached) return;
    reached = mark;
    if (!dialog.open) dialog.showModal();
    if (mark === 0) showOver(found);
    else announce(found, timer.dataset[mark === warnAt ? 'twoMinutes' : 'halfMinute']);
  };
  setInterval(tick, 1000);
  stay.addEventListener('click', () => void extend());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void extend();
  });
}

/** On this device's clock, whose error the server's own time lets us cancel. */
function endFrom(expiresAt: number, now: number): number {
  return Number.isFinite(now) ? Date.now() + (expiresAt - now) : expiresAt;
}

async function requestExtension(form: HTMLFormElement): Promise<number | undefined> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') fields.set(name, value);
  }
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json' },
    });
    const body: unknown = response.ok ? await response.json() : undefined;
    return endOf(body);
  } catch {
    return undefined;
  }
}

/** `{ "expiresAt": epoch ms, "now": epoch ms }`, both on the server's clock. */
function endOf(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null || !('expiresAt' in body)) return undefined;
  const now = 'now' in body ? Number(body.now) : Number.NaN;
  const expiresAt = endFrom(Number(body.expiresAt), now);
  return Number.isFinite(expiresAt) ? expiresAt : undefined;
}

function showTimeLeft({ clock }: Parts, left: number): void {
  clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}

function showNewEnd({ timer }: Parts, endsAt: number): void {
  const time = new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(endsAt);
  showLine((timer.dataset['extended'] ?? '').replace('%time%', time));
}

function showFailure(found: Parts): void {
  const text = found.timer.dataset['failed'] ?? '';
  if (!found.dialog.open) return showLine(text);
  found.announcement.classList.remove('govuk-visually-hidden');
  announce(found, text);
}

/** The line on the page itself, which is a live region. */
function showLine(text: string): void {
  const line = document.getElementById('session-valid-until');
  if (line !== null) line.textContent = text;
}

function showOver(found: Parts): void {
  const { dataset } = found.timer;
  found.title.textContent = dataset['overTitle'] ?? '';
  found.text.textContent = dataset['over'] ?? '';
  found.clock.hidden = true;
  found.stay.hidden = true;
  const home = document.getElementById('session-home');
  if (home !== null) home.hidden = false;
  document.title = `${dataset['overTitle'] ?? ''} – SenID`;
  found.title.focus();
}

function announce({ announcement }: Parts, text = ''): void {
  announcement.textContent = text;
}
