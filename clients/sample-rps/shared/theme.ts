/** The colours of one brand, in light and in dark. Text on `accent` is `onAccent`: keep at least 4.5 to 1. */
export interface Palette {
  readonly page: string;
  readonly surface: string;
  readonly sunken: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly accentHover: string;
  readonly onAccent: string;
  readonly tint: string;
  readonly heroFrom: string;
  readonly heroTo: string;
  readonly highlight: string;
}

export interface Theme {
  readonly light: Palette;
  readonly dark: Palette;
}

export function themeVariables({ light, dark }: Theme): string {
  return `:root{color-scheme:light dark;${variables(light)}}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}`;
}

function variables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('');
}
