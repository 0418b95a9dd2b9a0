/** 24 × 24 line drawings; decoration only, the words beside them carry the meaning. */
const drawings = {
  alert: 'M12 3.5 21.5 20h-19L12 3.5Zm0 6.5v4.5m0 2.8v.2',
  building: 'M5 21V5.5L13 3v18M13 9h6v12M3 21h18M8.5 9.5h1m-1 4h1m-1 4h1m6-4h1m-1 4h1',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'm6.5 6.5 11 11m0-11-11 11',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.2l3.4 2',
  document: 'M6 3h8l4 4v14H6V3Zm8 0v4h4M9 12h6m-6 4h6',
  key: 'M9 10.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.3-4 2.9-6.5 6.5-6.5 1.4 0 2.6.4 3.6 1M17.5 15a3 3 0 1 0-1-5.8 3 3 0 0 0 1 5.8Zm0 0v6l1.8-1.7-1.3-1.3 1.3-1.3',
  lock: 'M6 11h12v9.5H6V11Zm2.5 0V7.5a3.5 3.5 0 0 1 7 0V11M12 14.7v2.2',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9c.3-4 2.9-6 6.5-6s6.2 2 6.5 6M17 13a2.6 2.6 0 1 0 0-5.2M18 15.2c2.1.5 3.3 2 3.5 4.8',
  stairs: 'M3.5 19.5h4.3v-5h4.3v-5h4.3v-5h4.1',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.4-4.2 3.3-6.3 7.5-6.3s7.1 2.1 7.5 6.3',
  phone: 'M7 2.8h10v18.4H7V2.8Zm4 15.7h2',
  shield:
    'M12 3 4.5 5.8v5.7c0 4.5 3 7.7 7.5 9.5 4.5-1.8 7.5-5 7.5-9.5V5.8L12 3Zm-3.2 9 2.3 2.3 4.2-4.5',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="sen-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
