import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import Provider, {
  type AdapterConstructor,
  type AdapterFactory,
  type ClientMetadata,
  type Configuration,
  type InteractionResults,
  type interactionPolicy,
} from 'oidc-provider';

import { BARE_PERSON, bareConfiguration, stepUpPolicy } from './bare-provider-configuration.ts';

/** One pass through the login page of the bare provider, for `answer` to decide. */
export interface BareInteraction {
  readonly prompt: string;
  readonly reasons: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
  /** Who is signed in already. */
  readonly accountId: string | undefined;
}

/** What the person does there: prove themselves, or end with an OAuth error. */
export type BareAnswer =
  | {
      readonly accountId: string;
      readonly acr: string;
      readonly amr: readonly string[];
      /** Epoch seconds; now unless said. */
      readonly ts?: number;
    }
  | { readonly error: string; readonly error_description?: string };

export interface BareProviderOptions {
  readonly port: number;
  readonly clients: readonly ClientMetadata[];
  /** The library's own map unless said. */
  readonly adapter?: AdapterFactory | AdapterConstructor;
  /** Default: `person-1`, at the first level asked for. */
  readonly answer?: (interaction: BareInteraction) => BareAnswer;
  /** Claims about everybody there. */
  readonly person?: () => Readonly<Record<string, unknown>>;
  /** Default: the library's own checks, and one that knows `acr_values` are a minimum. */
  readonly policy?: interactionPolicy.Prompt[];
  readonly configuration?: Configuration;
}

export interface BareProvider {
  readonly issuer: string;
  readonly provider: Provider;
  close(): Promise<void>;
}

/**
 * oidc-provider as it comes, on SenID's routes, with a login page that answers itself. It stands in for SenID where a
 * test is about relying parties, and beside it where a benchmark compares. Never a model for the real one.
 */
export async function startBareProvider(options: BareProviderOptions): Promise<BareProvider> {
  const issuer = `http://localhost:${options.port}`;
  const provider = new Provider(issuer, {
    ...bareConfiguration(options.policy ?? stepUpPolicy(), options.person ?? (() => BARE_PERSON)),
    clients: [...options.clients],
    ...(options.adapter === undefined ? {} : { adapter: options.adapter }),
    ...options.configuration,
  });
  answerInteractions(provider, options.answer ?? reachWhatIsAsked);
  const server = await listen(provider, options.port);
  return {
    issuer,
    provider,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function reachWhatIsAsked({ params }: BareInteraction): BareAnswer {
  const [acr = 'urn:senid:loa:low'] = String(params['acr_values'] ?? '')
    .split(' ')
    .filter((value) => value !== '');
  const weak = acr === 'urn:senid:loa:low';
  return { accountId: 'person-1', acr, amr: weak ? ['pwd'] : ['pwd', 'hwk', 'user', 'mfa'] };
}

/** Login and consent in one answer, as the library allows (LIBRARY, section 1.4). */
function answerInteractions(
  provider: Provider,
  answer: (interaction: BareInteraction) => BareAnswer,
): void {
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next();
    const { prompt, params, session } = await provider.interactionDetails(ctx.req, ctx.res);
    const { name, reasons } = prompt;
    const answered = answer({ prompt: name, reasons, params, accountId: session?.accountId });
    const result = await resultOf(provider, params, answered);
    await provider.interactionFinished(ctx.req, ctx.res, result);
    ctx.respond = false;
    return undefined;
  });
}

async function resultOf(
  provider: Provider,
  params: Readonly<Record<string, unknown>>,
  answer: BareAnswer,
): Promise<InteractionResults> {
  if ('error' in answer) return { ...answer };
  const { accountId, acr, amr, ts } = answer;
  const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
  grant.addOIDCScope(String(params['scope']));
  const { resource } = params;
  if (typeof resource === 'string') grant.addResourceScope(resource, 'residence');
  const login = { accountId, acr, amr: [...amr], ...(ts === undefined ? {} : { ts }) };
  return { login, consent: { grantId: await grant.save() } };
}

async function listen(provider: Provider, port: number): Promise<Server> {
  const handle = provider.callback();
  const server = createServer((request, response) => void handle(request, response));
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return server;
}
