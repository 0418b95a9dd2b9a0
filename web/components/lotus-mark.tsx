/** Sen: a lotus whose petals are shoulders and whose seed is a head. Colours come from the style sheet. */
export function LotusMark({ class: extra = '' }: { readonly class?: string }) {
  return (
    <svg class={`sen-mark ${extra}`} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path class="sen-mark__outer" d="M2 31c12-2 23 4 28 19-14 3-25-4-28-19Z" />
      <path class="sen-mark__outer" d="M62 31c-12-2-23 4-28 19 14 3 25-4 28-19Z" />
      <path class="sen-mark__inner" d="M12 16c12 3 19 14 19 31-13-5-20-16-19-31Z" />
      <path class="sen-mark__inner" d="M52 16c-12 3-19 14-19 31 13-5 20-16 19-31Z" />
      <path class="sen-mark__heart" d="M32 19c7 8 9 19 0 33-9-14-7-25 0-33Z" />
      <circle class="sen-mark__seed" cx="32" cy="9" r="5" />
    </svg>
  );
}
