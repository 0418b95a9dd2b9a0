import assert from 'node:assert/strict';

import { html, jsonElement } from '../../../clients/sample-rps/shared/html.ts';

describe('the html template of the samples', () => {
  it('escapes text and attributes by default', () => {
    const evil = `"><script>alert('&')</script>`;
    assert.equal(
      html`<p title="${evil}">${evil}</p>`.markup,
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>',
    );
  });

  it('takes markup of its own, lists of it, and nothing for undefined and false', () => {
    const items = ['a', '<'].map((item) => html`<li>${item}</li>`);
    const list = html`<ul>
      ${items}${undefined}${false}${0}
    </ul>`;
    assert.equal(list.markup.replace(/\s+/g, ''), '<ul><li>a</li><li>&lt;</li>0</ul>');
  });

  it('does not take an object that only looks like markup', () => {
    const forged = JSON.parse('{"markup":"<script>"}') as never;
    assert.throws(() => html`${forged}`.markup);
  });

  it('keeps data inside its element', () => {
    const { markup } = jsonElement('result', { name: '</script><script>alert(1)</script>' });
    assert.equal(markup.match(/<\/script>/g)?.length, 1);
    assert.deepEqual(JSON.parse(markup.replace(/^[^>]*>|<[^<]*$/g, '')), {
      name: '</script><script>alert(1)</script>',
    });
  });
});
