/** One thing the person decides about: usually a scope. */
export interface ConsentGroup {
  /** Value of the `consent` checkbox; the scope, or any other stable word. */
  readonly id: string;
  /** For groups that are not a scope of ours; a scope has its title in the catalogue. */
  readonly title?: string | undefined;
  /** Why the service asks, as registered, in the language of the page. */
  readonly purpose?: string | undefined;
  /** The same as said in the request, by the service alone. */
  readonly stated?: readonly string[] | undefined;
  /** The very claims that will be released, so that the page cannot show anything else. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** Sensitive personal data: the law demands that it is said (PDPL; D356 Art. 6(4)). */
  readonly sensitive?: boolean | undefined;
}
