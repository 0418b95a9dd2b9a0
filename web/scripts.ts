/** Scripts a page can declare. Each is one file; a module runs after the document is parsed, in this order. */
const filesOf = {
  'code-from-link': ['code-from-link.js'],
  'form-post': ['form-post.js'],
  passkey: ['simplewebauthn.js', 'passkey.js'],
  'password-reveal': ['password-reveal.js'],
  'picture-preview': ['picture-preview.js'],
  'session-timeout': ['session-timeout.js'],
} as const;

export type ScriptName = keyof typeof filesOf;

export function scriptsInOrder(names: readonly ScriptName[]): readonly string[] {
  return names.flatMap((name) => filesOf[name]);
}
