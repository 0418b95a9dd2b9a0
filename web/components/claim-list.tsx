export interface ClaimLine {
  readonly label: string;
  readonly value: string;
}

/** Names and values as a description list: what is sent, readable line by line. */
export function ClaimList({ lines }: { readonly lines: readonly ClaimLine[] }) {
  return (
    <dl class="govuk-summary-list sen-claims">
      {lines.map(({ label, value }) => (
        <div key={label} class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{label}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
