/** Sen: a lotus whose petals are shoulders and whose seed is a head. Colours come from the style sheet. */
export function LotusMark() {
  return (
    <svg class="sen-mark" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path class="sen-mark__outer" d="M2 31c13-2 24 5 30 21-16 2-27-6-30-21Z" />
      <path class="sen-mark__outer" d="M62 31c-13-2-24 5-30 21 16 2 27-6 30-21Z" />
      <path class="sen-mark__inner" d="M12 16c13 4 21 17 20 36-15-6-22-19-20-36Z" />
      <path class="sen-mark__inner" d="M52 16c-13 4-21 17-20 36 15-6 22-19 20-36Z" />
      <path class="sen-mark__heart" d="M32 19c7 8 9 19 0 33-9-14-7-25 0-33Z" />
      <circle class="sen-mark__seed" cx="32" cy="9" r="5" />
    </svg>
  );
}
