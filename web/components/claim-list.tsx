export interface ClaimLine {
  readonly label: string;
  readonly value: string;
}

/** Names and values as a description list: what is sent, readable line by line. */
export function ClaimList({ lines }: { readonly lines: readonly ClaimLine[] }) {
  return (
    <dl class="sen-claims">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
