/** RFC 8693, section 4.1: `sub` is whom all this is about, `act.sub` is who sits there. Both are codes of ours alone. */
export function actorOf(claims: Readonly<Record<string, unknown>>): string | undefined {
  const { act } = claims;
  const sub: unknown =
    typeof act === 'object' && act !== null ? Reflect.get(act, 'sub') : undefined;
  return typeof sub === 'string' ? sub : undefined;
}
