import { themeVariables, type Theme } from './theme.ts';

/** Served at /style.css, so that the content security policy needs no exception for styles inside the page. */
export function stylesheet(theme: Theme): string {
  return `${themeVariables(theme)}\n${BASE}`;
}

const BASE = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--page);color:var(--ink);
  font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
h1,h2,h3{line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.3rem + 2.2vw,2.75rem);letter-spacing:-.02em}
h2{font-size:1.3rem;letter-spacing:-.01em}
h3{font-size:1.0625rem;text-wrap:wrap}
p{margin:0;text-wrap:pretty}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--highlight);outline-offset:3px;border-radius:.4rem}
.wrap{width:100%;max-width:68rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2rem)}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--surface);z-index:1}

.top{background:var(--surface);border-bottom:1px solid var(--line)}
.top .wrap{display:flex;align-items:center;gap:.75rem;min-height:4.25rem;flex-wrap:wrap}
.brand{display:flex;align-items:center;gap:.7rem;font-weight:700;color:var(--ink);text-decoration:none;line-height:1.2}
.brand svg{width:2.4rem;height:2.4rem;flex:none}
.brand small{display:block;font-weight:400;font-size:.8125rem;color:var(--muted)}
.top nav{margin-left:auto;display:flex;align-items:center;gap:1rem;font-size:.9375rem}

main{flex:1;padding-block:clamp(1.25rem,4vw,2.5rem) 3rem}
main>.wrap{display:grid;gap:clamp(1.25rem,3vw,2rem)}
.hero{display:grid;gap:1.5rem;align-items:center;padding:clamp(1.5rem,5vw,3.5rem);border-radius:1.5rem;color:#fff;
  background:linear-gradient(135deg,var(--heroFrom),var(--heroTo));overflow:hidden}
.hero .lead{font-size:1.125rem;max-width:34rem;opacity:.95;margin-block:1rem 1.75rem}
.hero svg.art{width:100%;max-width:22rem;height:auto;justify-self:center}
.hero .note{font-size:.9375rem;opacity:.9;margin-top:1rem}
@media (min-width:50rem){.hero{grid-template-columns:1.3fr 1fr}.columns{display:grid;grid-template-columns:1fr 1fr;gap:2rem;align-items:start}}
@media (max-width:49.99rem){.hero svg.art{display:none}.hero .button{width:100%;text-align:start;padding-inline:1.1rem}.columns{display:grid;gap:1.25rem}}
.columns>*{min-width:0}
.stack{display:grid;gap:1.25rem}

.card{background:var(--surface);border:1px solid var(--line);border-radius:1.1rem;padding:clamp(1.15rem,3vw,1.75rem);display:grid;gap:1rem;align-content:start;min-width:0}
.muted{color:var(--muted)}
.small{font-size:.9375rem}
.asks{list-style:none;margin:0;padding:0;display:grid;gap:1rem}
.asks li{display:grid;grid-template-columns:2.5rem 1fr;gap:.9rem}
.asks .dot{width:2.5rem;height:2.5rem;border-radius:.8rem;display:grid;place-items:center;background:var(--tint);color:var(--accent);font-weight:700}
.asks .yes,.asks .no{font-size:1.1rem}
.asks code{font-weight:400;color:var(--muted);margin-inline-start:.25rem}
.asks p{color:var(--muted);font-size:.9375rem}

.button{display:inline-flex;align-items:center;justify-content:center;gap:.65rem;min-height:3rem;padding:.7rem 1.35rem;border:1px solid transparent;
  border-radius:.85rem;font:inherit;font-weight:650;line-height:1.3;text-decoration:none;text-align:center;cursor:pointer;background:var(--accent);color:var(--onAccent)}
.button:hover{background:var(--accentHover)}
.button svg{width:1.5rem;height:1.5rem;flex:none}
.button.quiet{background:transparent;color:var(--accent);border-color:var(--line)}
.button.quiet:hover{background:var(--tint)}
.hero .button{background:#fff;color:#14202b;box-shadow:0 6px 20px rgb(0 0 0 / .22)}
.hero .button:hover{background:#f1f5f4}
.hero .button svg{color:var(--heroTo)}
.headline{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;justify-content:space-between}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}

form{display:grid;gap:1rem}
form.inline{display:inline-grid}
label{display:grid;gap:.35rem;font-weight:600}
label small{font-weight:400;color:var(--muted)}
input{font:inherit;font-weight:400;color:inherit;width:100%;min-height:3rem;padding:.6rem .9rem;border:1px solid var(--muted);border-radius:.75rem;background:var(--page)}
input[aria-invalid=true]{border:2px solid #c0262d}
label small.mistake{color:#b3261e;font-weight:600}
@media (prefers-color-scheme:dark){label small.mistake{color:#ffa59c}}

.facts{display:grid;gap:.15rem;margin:0}
.facts div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.1rem 1rem;padding-block:.55rem;border-bottom:1px solid var(--line)}
.facts div:last-child{border:0}
.facts dt{color:var(--muted)}
.facts dd{margin:0 0 0 auto;font-weight:600;text-align:right;overflow-wrap:anywhere}
.figure{font-size:clamp(1.7rem,1.4rem + 1.6vw,2.3rem);font-weight:700;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.badge{display:inline-flex;gap:.4rem;align-items:center;padding:.2rem .7rem;border-radius:99rem;background:var(--tint);color:var(--accent);font-size:.875rem;font-weight:650;width:fit-content}
.notice{border-left:.3rem solid var(--highlight);background:var(--tint);border-radius:.6rem;padding:.85rem 1.1rem;display:grid;gap:.3rem}
.receipts{list-style:none;margin:0;padding:0}
.receipts li{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;padding-block:.7rem;border-bottom:1px solid var(--line)}
.receipts li:last-child{border:0}
.receipts strong{font-variant-numeric:tabular-nums}
.receipts small{color:var(--muted);grid-column:1/-1}

details+details{margin-top:1.25rem}
summary{cursor:pointer;font-weight:650;padding-block:.25rem}
pre{margin:.5rem 0 0;padding:1rem;max-height:26rem;overflow:auto;border-radius:.75rem;border:1px solid var(--line);background:var(--sunken);
  font:.84375rem/1.55 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em;overflow-wrap:anywhere}
.bottom{border-top:1px solid var(--line);color:var(--muted);font-size:.9375rem;padding-block:1.25rem}
`;
