import type Provider from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';

import { ExplainingProvider } from './explained-errors.ts';

type Answer = Readonly<Record<string, unknown>>;
/** Shows the page that carries an answer to the relying party (OAuth 2.0 Form Post Response Mode). */
export type ShowFormPost = (ctx: KoaContextWithOIDC, redirectUri: string, answer: Answer) => void;
type Handler = Parameters<Provider['registerResponseMode']>[1];

/**
 * The library has an English page of its own for `form_post`, without a look and with a script no policy of ours allows.
 * It registers the modes while it is made, and the first of a name wins: so this is the only place to put another.
 */
export function providerMaker(
  show: ShowFormPost,
): (issuer: string, configuration: Configuration) => Provider {
  const own: Readonly<Record<string, Handler>> = {
    form_post: (ctx, redirectUri, answer) => show(ctx, redirectUri, answer),
    // JARM, section 2.3.3
    'form_post.jwt': async (ctx, redirectUri, answer) => {
      show(ctx, redirectUri, { response: await signedAnswer(ctx, answer) });
    },
  };

  class ProviderWithForms extends ExplainingProvider {
    // The constructor of the library calls it.
    override registerResponseMode(name: string, handler: Handler): void {
      super.registerResponseMode(name, own[name] ?? handler);
    }
  }
  return (issuer, configuration) => new ProviderWithForms(issuer, configuration);
}

/** The library's ID token also makes the other JWTs that are for a client; its types do not say so. */
async function signedAnswer(ctx: KoaContextWithOIDC, answer: Answer): Promise<string> {
  const { IdToken } = ctx.oidc.provider as unknown as { IdToken: AnswerToken };
  const token = new IdToken({}, { ctx });
  token.extra = answer;
  return token.issue({ use: 'authorization' });
}

type AnswerToken = new (
  available: object,
  options: { readonly ctx: KoaContextWithOIDC },
) => {
  extra: Answer;
  issue(options: { readonly use: 'authorization' }): Promise<string>;
};
