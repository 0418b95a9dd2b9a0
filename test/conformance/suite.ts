import { setTimeout as delay } from 'node:timers/promises';

import { z } from 'zod';

/** The suite's answers, as far as we read them; it may say more. */
const planSchema = z.object({
  id: z.string().min(1),
  modules: z.array(
    z.object({ testModule: z.string(), variant: z.record(z.string(), z.string()).nullish() }),
  ),
});
const createdSchema = z.object({ id: z.string().min(1) });
const infoSchema = z.object({
  status: z.enum([
    'NOT_YET_CREATED',
    'CREATED',
    'CONFIGURED',
    'WAITING',
    'RUNNING',
    'FINISHED',
    'INTERRUPTED',
  ]),
  result: z.enum(['PASSED', 'FAILED', 'WARNING', 'REVIEW', 'SKIPPED', 'UNKNOWN']).nullish(),
});
const logSchema = z.array(
  z.looseObject({
    src: z.string().optional(),
    msg: z.string().optional(),
    result: z.string().optional(),
    /** Name of a picture that is still wanted. */
    upload: z.string().optional(),
  }),
);

export type CreatedPlan = z.infer<typeof planSchema>;
export type SuiteModule = CreatedPlan['modules'][number];
export type ModuleInfo = z.infer<typeof infoSchema>;
export type LogEntry = z.infer<typeof logSchema>[number];

/** The suite did not answer as its interface says. */
export class SuiteFault extends Error {
  override readonly name = 'SuiteFault';
}

export interface SuiteOptions {
  /** Its address, without a slash at the end. */
  readonly suite: string;
  /** Where it is not open to everybody. */
  readonly token: string | undefined;
}

/** The REST interface of the OpenID Foundation's conformance suite. Every method rejects with `SuiteFault`. */
export interface Suite {
  createPlan(
    planName: string,
    variant: Readonly<Record<string, string>>,
    configuration: unknown,
  ): Promise<CreatedPlan>;
  createTest(planId: string, module: SuiteModule): Promise<string>;
  /** For tests that wait to be started. */
  startTest(testId: string): Promise<void>;
  info(testId: string): Promise<ModuleInfo>;
  log(testId: string): Promise<readonly LogEntry[]>;
  uploadImage(testId: string, placeholder: string, dataUrl: string): Promise<void>;
}

/** Reading is repeated when the suite stumbles; what changes something is asked once. */
const READ_ATTEMPTS = 4;
const PAUSE_MS = 250;
const ANSWER_WITHIN_MS = 60_000;

export function connectSuite({ suite, token }: SuiteOptions): Suite {
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };

  async function ask(path: string, init: RequestInit = {}): Promise<unknown> {
    const headers = { accept: 'application/json', ...authorization, ...toRecord(init.headers) };
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const response = await fetch(`${suite}/api/${path}`, { ...init, headers, signal }).catch(
      (cause: unknown) => {
        throw new SuiteFault(`${path}: no answer`, { cause });
      },
    );
    const text = await response.text();
    if (!response.ok) throw new SuiteFault(`${path}: ${response.status} ${text.slice(0, 300)}`);
    if (text === '') return undefined;
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new SuiteFault(`${path}: no JSON`, { cause });
    }
  }

  async function read(path: string): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask(path);
      } catch (error) {
        if (attempt === READ_ATTEMPTS) throw error;
        await delay(PAUSE_MS * attempt);
      }
    }
  }

  const post = (path: string, body?: string, type = 'application/json') =>
    ask(path, {
      method: 'POST',
      ...(body !== undefined && { body, headers: { 'content-type': type } }),
    });

  return {
    async createPlan(planName, variant, configuration) {
      const query = new URLSearchParams({ planName, variant: JSON.stringify(variant) });
      return parse(planSchema, await post(`plan?${query}`, JSON.stringify(configuration)));
    },
    async createTest(plan, { testModule, variant }) {
      const query = new URLSearchParams({ test: testModule, plan });
      if (variant) query.set('variant', JSON.stringify(variant));
      return parse(createdSchema, await post(`runner?${query}`)).id;
    },
    async startTest(id) {
      await post(`runner/${encodeURIComponent(id)}`);
    },
    info: async (id) => parse(infoSchema, await read(`info/${encodeURIComponent(id)}`)),
    log: async (id) => parse(logSchema, await read(`log/${encodeURIComponent(id)}`)),
    async uploadImage(id, placeholder, dataUrl) {
      const path = `log/${encodeURIComponent(id)}/images/${encodeURIComponent(placeholder)}`;
      await post(path, dataUrl, 'text/plain');
    },
  };
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new SuiteFault(`an answer of another shape: ${z.prettifyError(parsed.error)}`);
}

function toRecord(headers: RequestInit['headers']): Record<string, string> {
  return Object.fromEntries(new Headers(headers).entries());
}
