interface JsonDataProps {
  readonly id: string;
  readonly data: unknown;
}

/** Data for a script, as a block the browser never runs. The escapes keep `</script>` and `<!--` from ending it early. */
export function JsonData({ id, data }: JsonDataProps) {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escapeUnicode);
  return <script type="application/json" id={id} dangerouslySetInnerHTML={{ __html: json }} />;
}

function escapeUnicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
