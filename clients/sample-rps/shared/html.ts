/** Markup that may be sent as it is. Everything else that gets into a template is text, and is escaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Child = Html | string | number | false | undefined | readonly Child[];

/** html`<p>${anything}</p>`: safe by default, in text and in quoted attributes. */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  const parts = strings.map((string, index) => string + markupOf(children[index]));
  return new Html(parts.join(''));
}

/** Data for programs inside a page. `<` is the only character that could end the element. */
export function jsonElement(id: string, data: unknown): Html {
  const json = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return html`<script type="application/json" id="${id}">
    ${new Html(json)}
  </script>`;
}

function markupOf(child: Child): string {
  if (child === undefined || child === false) return '';
  if (child instanceof Html) return child.markup;
  if (typeof child === 'string' || typeof child === 'number') return escape(String(child));
  return child.map(markupOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
