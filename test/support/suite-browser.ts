import assert from 'node:assert/strict';

import { formsOf, type Answer, type HttpAgent } from './http-agent.ts';

type Command = readonly (string | number)[];

interface Task {
  readonly task: string;
  readonly match?: string;
  readonly optional?: boolean;
  readonly commands?: readonly Command[];
}

/** One entry of a `browser` section of a suite's configuration file. */
export interface BrowserScript {
  readonly match: string;
  readonly tasks: readonly Task[];
}

/**
 * Goes to an address and does what the script for it says, as the suite's own browser would: the first script whose
 * `match` fits, its tasks in order, each where the browser then is. The suite has no scripts of pages either.
 */
export async function driveAsSuite(
  browser: HttpAgent,
  address: string,
  scripts: readonly BrowserScript[],
): Promise<Answer> {
  const script = scripts.find(({ match }) => fits(match, address));
  assert.ok(script, `no script for ${address}`);
  let page = await browser.get(address);
  for (const task of script.tasks) {
    if (!fits(task.match ?? '*', page.url)) {
      assert.ok(task.optional, `${task.task}: the browser is at ${page.url}\n${page.body}`);
      continue;
    }
    page = await perform(browser, page, task);
  }
  return page;
}

async function perform(browser: HttpAgent, page: Answer, { task, commands = [] }: Task) {
  const typed: Record<string, string> = {};
  let current = page;
  for (const [verb, kind, target = '', ...rest] of commands) {
    const id = String(target);
    const there = current.body.includes(`id="${id}"`);
    switch (verb) {
      case 'text':
        assert.ok(there || rest.includes('optional'), `${task}: no ${id} at ${current.url}`);
        if (there) typed[id] = String(rest[0]);
        break;
      case 'click':
        assert.ok(there || rest.includes('optional'), `${task}: no ${id} at ${current.url}`);
        if (there) current = await click(browser, current, id, typed);
        break;
      case 'wait':
        assert.ok(kind !== 'id' || there, `${task}: no ${id} at ${current.url}\n${current.body}`);
        assert.match(current.body, new RegExp(String(rest[1] ?? '')));
        break;
      default:
        throw new Error(`${task}: ${verb}`);
    }
  }
  return current;
}

async function click(
  browser: HttpAgent,
  page: Answer,
  id: string,
  typed: Readonly<Record<string, string>>,
): Promise<Answer> {
  if (!page.body.includes('id="form-post"')) {
    return browser.submit(page, { ...typed, [id]: '1' });
  }
  const [form] = formsOf(page.body);
  assert.ok(form);
  const body = new URLSearchParams(form.fields);
  return browser.follow(await browser.send(form.action, { method: 'POST', body }));
}

/** `*` is anything. */
function fits(pattern: string, address: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(address);
}
