/** The look of a report, and the little that it does: tables sort, and the list of findings is filtered. It reads nothing but itself. */

/** Colours of severities on a light ground. */
export const lightSeverities =
  '--critical: #8f0f1b; --high: #c4321c; --medium: #9a6200; --low: #2563a8; --info: #5f6672; --good: #1d7a3a;';
/** On a dark one. */
export const darkSeverities =
  '--critical: #ff8a95; --high: #ff9b7d; --medium: #f0bd59; --low: #8fbdf5; --info: #b4bac2; --good: #7ed199;';

export const style = `
:root {
  color-scheme: light dark;
  --text: #1a1d21; --quiet: #54595f; --ground: #fff; --raised: #f3f5f7; --line: #85898f; --focus: #0b57d0;
  ${lightSeverities}
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #eceef1; --quiet: #b4bac2; --ground: #15181c; --raised: #20252b; --line: #7d8590; --focus: #8ab4f8;
    ${darkSeverities}
  }
}
@media (prefers-contrast: more) {
  :root { --text: #000; --quiet: #000; --ground: #fff; --raised: #fff; --line: #000; }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  :root { --text: #fff; --quiet: #fff; --ground: #000; --raised: #000; --line: #fff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main, header, footer { max-width: 72rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
p { max-width: 70ch; }
.quiet { color: var(--quiet); }
.verdict { font-size: 1.25rem; margin: .5rem 0 1rem; }
.bar { display: block; width: 100%; height: 1rem; border-radius: 3px; background: var(--raised); }
.bar rect { stroke: var(--ground); stroke-width: 1; vector-effect: non-scaling-stroke; }
rect.critical { fill: var(--critical); } rect.high { fill: var(--high); } rect.medium { fill: var(--medium); }
rect.low { fill: var(--low); } rect.info { fill: var(--info); } rect.good { fill: var(--good); }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; margin: 1rem 0; padding: 0; }
.tiles li { background: var(--raised); border-left: .375rem solid var(--line); padding: .5rem 1rem; min-width: 7rem; }
.tiles strong { display: block; font-size: 1.75rem; line-height: 1.2; }
.tiles .critical { border-color: var(--critical); } .tiles .high { border-color: var(--high); }
.tiles .medium { border-color: var(--medium); } .tiles .low { border-color: var(--low); } .tiles .info { border-color: var(--info); }
ol.first { padding-left: 1.5rem; } ol.first li { margin: .75rem 0; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 4px; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; min-width: 4.5rem; }
tbody th { font-weight: 600; min-width: 12rem; }
td.long, td.wide { min-width: 18rem; } #findings td:nth-child(3) { min-width: 11rem; }
thead th { border-top: 0; background: var(--raised); white-space: nowrap; }
thead button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: .25rem 0; min-height: 1.75rem; cursor: pointer; text-decoration: underline dotted; }
th[aria-sort=ascending] button::after { content: ' \\2191'; } th[aria-sort=descending] button::after { content: ' \\2193'; }
.severity { font-weight: 600; } .severity.critical { color: var(--critical); } .severity.high { color: var(--high); }
.severity.medium { color: var(--medium); } .severity.low { color: var(--low); } .severity.info { color: var(--info); }
label { display: block; margin: .5rem 0; }
input { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 4px; padding: .375rem .5rem; width: min(30rem, 100%); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
@media print {
  :root { --text: #000; --ground: #fff; --quiet: #333; }
  .scroll { overflow: visible; border: 0; } label { display: none; } tr, .tiles li { break-inside: avoid; }
  .bar, .tiles li { print-color-adjust: exact; } thead button { text-decoration: none; } body { font-size: 11px; }
  th, td, tbody th, td.long, td.wide, #findings td:nth-child(3) { min-width: 0; padding: .25rem; }
}
@media (forced-colors: active) { .bar { border: 1px solid CanvasText; } .bar rect { forced-color-adjust: none; } }
`;

export const script = `
for (const table of document.querySelectorAll('table')) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  heads.forEach((head, column) => head.firstElementChild.addEventListener('click', () => {
    const down = head.ariaSort === 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head.ariaSort = down ? 'descending' : 'ascending';
    const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
    const compare = new Intl.Collator('en', { numeric: true }).compare;
    const rows = [...body.rows].sort((a, b) => compare(key(a), key(b)));
    body.append(...(down ? rows.reverse() : rows));
  }));
}
const filter = document.getElementById('filter');
const list = document.querySelector('#findings tbody');
const shown = document.getElementById('shown');
filter?.addEventListener('input', () => {
  const words = filter.value.toLowerCase().split(/\\s+/);
  let count = 0;
  for (const row of list.rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) count++;
  }
  shown.textContent = count + ' shown';
});
`;
