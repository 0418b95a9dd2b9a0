import type { Locale } from './i18n/locale.ts';

/** The relying party that sent the person here, as it is shown to the person. */
export interface ServiceFacts {
  /** In the language of the page. */
  readonly name: string;
  /**
   * Host of the validated redirect URI: the one thing about a service that it cannot choose freely. Absent where the
   * answer goes to another device.
   */
  readonly domain?: string | undefined;
  /** From the client; only shown when `safeUrl` lets it through. The CSP's `img-src` must allow its origin. */
  readonly logoUri?: string | undefined;
  /** From the client; only linked when `safeUrl` lets it through. */
  readonly homeUri?: string | undefined;
}

declare module 'koa' {
  interface DefaultState {
    /** Somebody acts for another in this request, and has proven who they are: its pages say so, errors included. */
    acting: ActingFacts | undefined;
  }
}

/** Who acts for whom. */
export interface ActingFacts {
  /** Of the ward, or of the organisation. */
  readonly name: string;
  /** Of who acts. */
  readonly prover: string;
  /** Somebody else can be chosen: a form of the page posts `switch-person`. */
  readonly mayChange: boolean;
}

/** What every page needs to know about the request it answers. */
export interface PageContext {
  readonly locale: Locale;
  /** CSP nonce of this response. */
  readonly nonce: string;
  /**
   * Path (and query) of the page; a GET on it must show the same page: the language switch links to it. Undefined where
   * no GET can, and there is no switch then.
   */
  readonly path: string | undefined;
  /** Shown to the person as reference id. */
  readonly requestId: string;
  /** Epoch ms at which the interaction ends; pages of a journey warn before it. */
  readonly expiresAt?: number | undefined;
  /** Epoch ms at which the page was made. Lets the warning work on devices whose clock is wrong. */
  readonly now?: number | undefined;
  readonly service?: ServiceFacts | undefined;
  /** Somebody acts for another: every page says so. */
  readonly acting?: ActingFacts | undefined;
  /** Marks every page as not the real thing. */
  readonly sandbox?: boolean | undefined;
}

/** Where a page's forms post to, and the token that proves the post came from our page. */
export interface FormTarget {
  /** Path without a trailing slash; the time extension posts to `${action}/extend`. */
  readonly action: string;
  readonly csrf: string;
}
