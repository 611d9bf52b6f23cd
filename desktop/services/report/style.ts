/**
 * The report's look: the light theme's tokens on the typefaces of the reader's own machine, because
 * the app's (some 10 MB) cannot travel in one file.
 */
export const style = `
:root {
  color-scheme: light;
  --paper: #fbf9f4; --surface: #ffffff; --sunk: #f4f0e7;
  --ink: #1c2629; --ink-2: #4a575c; --ink-3: #5f6a6e;
  --line: #e5dfd2; --line-2: #d3cbba;
  --teal: #0b5a56; --seal: #9a1f18; --seal-wash: #fbeae6;
  --gold: #815410; --gold-wash: #fbf1dc; --ok: #1e6b3a; --ok-wash: #e6f3e9;
  --sans: 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC',
    'Microsoft YaHei', system-ui, sans-serif;
  --serif: 'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', SimSun,
    Georgia, serif;
  --mono: 'Cascadia Mono', 'SF Mono', 'DejaVu Sans Mono', Consolas, monospace, var(--sans);
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 16px/1.75 var(--sans); }
body { max-width: 784px; margin: 0 auto; padding: 48px 32px 64px; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.35; text-wrap: balance; }
h1 { margin: 0 0 12px; font-size: 30px; }
h2 { margin: 48px 0 12px; font-size: 22px; }
h3 { margin: 32px 0 8px; font-size: 18px; }
p, ul, ol, blockquote { margin: 0 0 16px; }
p, li { max-width: 42em; overflow-wrap: anywhere; }
blockquote { padding-left: 16px; border-left: 3px solid var(--line-2); color: var(--ink-2); }
hr { margin: 32px 0; border: 0; border-top: 1px solid var(--line); }
code { font-family: var(--mono); font-size: 0.9em; }
pre { overflow-x: auto; margin: 8px 0; padding: 12px 16px; background: var(--sunk);
  font-size: 14px; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; }
.question { margin: 0; color: var(--ink-2); font-size: 18px; }
header { margin-bottom: 32px; padding-bottom: 24px; border-bottom: 1px solid var(--line-2); }
.value { color: var(--teal); font-weight: 600; font-variant-numeric: tabular-nums; }
.parameter { color: var(--ink-2); }
.problem { padding: 8px 12px; border-left: 3px solid var(--seal); background: var(--seal-wash);
  color: var(--seal); }
.note { margin: 6px 0 0; color: var(--ink-3); font-size: 14px; }
.tag { display: inline-block; padding: 0 8px; border-radius: 6px; font-family: var(--sans);
  font-size: 13px; font-weight: 500; line-height: 22px; white-space: nowrap; }
.tag.synthetic { background: var(--gold-wash); color: var(--gold); }
.tag.real { background: var(--ok-wash); color: var(--ok); }
section.problem { margin: 0 0 24px; }
section.problem ul { margin: 0; padding-left: 20px; }
section.problem p { margin: 0; }
.tag.passed { background: var(--ok-wash); color: var(--ok); }
.tag.failed { background: var(--seal-wash); color: var(--seal); }
.card, .measure { margin: 0 0 16px; padding: 12px 20px; border: 1px solid var(--line);
  border-radius: 14px; background: var(--surface); }
.card { display: inline-block; width: 100%; vertical-align: top; }
.card.half { width: calc(50% - 10px); margin-right: 8px; }
.card.third { width: calc(33.3% - 10px); margin-right: 8px; }
.card p, .measure p { margin: 0; }
.card .label { color: var(--ink-2); font-size: 14px; }
.card .number { font-size: 16px; }
.card .number b { font: 600 30px/1.4 var(--serif); font-variant-numeric: tabular-nums; }
.card .change { font-size: 14px; color: var(--ink-2); }
.card .better { color: var(--ok); }
.card .worse { color: var(--seal); }
.measure dl { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: 8px 0; }
.measure dt { color: var(--ink-3); font-size: 14px; }
.measure dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
.cell { margin: 0 0 16px; }
a { color: var(--teal); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a.value { text-decoration-color: var(--line-2); text-decoration-style: dotted; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 2px solid var(--teal);
  outline-offset: 2px; }
.from { margin: 4px 0 0; color: var(--ink-3); font-size: 13px; }
nav { margin: 0 0 32px; padding: 12px 20px; border: 1px solid var(--line); border-radius: 14px; }
nav h2 { margin: 0 0 6px; font-size: 16px; }
nav ol { margin: 0; padding: 0; list-style: none; }
nav .level-3 { padding-left: 1.5em; font-size: 14px; }
details.source { margin: 0 0 4px; padding: 6px 0; border-bottom: 1px solid var(--line); }
details.source[open] { padding-bottom: 16px; }
details.source p { margin: 4px 0; }
.source code { overflow-wrap: anywhere; }
th button { all: unset; cursor: pointer; }
th button:focus-visible { outline: 2px solid var(--teal); outline-offset: 2px; }
th button::after { content: ' ↕'; color: var(--ink-3); font-weight: 400; }
th[aria-sort='ascending'] button::after { content: ' ↑'; color: var(--teal); }
th[aria-sort='descending'] button::after { content: ' ↓'; color: var(--teal); }
.tip { position: fixed; z-index: 1; max-width: 20em; padding: 4px 10px; border-radius: 6px;
  background: var(--ink); color: var(--paper); font-size: 13px; line-height: 1.5;
  pointer-events: none; white-space: pre-line; }
.long { overflow: auto; max-height: 70vh; }
.long thead th { position: sticky; top: 0; }
.cell + .cell { margin-top: -8px; }
details { color: var(--ink-2); font-size: 14px; }
summary { cursor: pointer; overflow-wrap: anywhere; }
.wide { overflow-x: auto; margin: 8px 0; }
table { border-collapse: collapse; background: var(--surface); color: var(--ink);
  font-size: 14px; line-height: 1.5; font-variant-numeric: tabular-nums; }
th, td { padding: 6px 12px; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
thead th { background: var(--sunk); color: var(--ink-2); font-weight: 600; }
th.number, td.number { text-align: right; white-space: nowrap; }
th:not(.number), td:not(.number) { min-width: 7em; }
td i { color: var(--ink-3); }
figure { margin: 24px 0 28px; padding: 16px 20px; border: 1px solid var(--line);
  border-radius: 14px; background: var(--surface); }
figure.small { margin: 8px 0; padding: 0; border: 0; }
figure.half { display: inline-block; width: calc(50% - 10px); vertical-align: top; }
figure.half + figure.half { margin-left: 20px; }
figure svg { display: block; width: 100%; height: auto; font-family: var(--sans); }
figure svg text { white-space: pre; font-variant-numeric: tabular-nums; }
.title { display: flex; gap: 12px; align-items: baseline; justify-content: space-between; }
.title h3 { margin: 0; }
.about { margin: 2px 0 8px; color: var(--ink-2); font-size: 14px; }
figcaption { margin-top: 8px; color: var(--ink-3); font-size: 14px; line-height: 1.6; }
figcaption p { margin: 0; }
.keys { display: flex; flex-wrap: wrap; gap: 0 14px; }
figure .key svg { display: inline; width: 12px; }
figcaption .caution { margin: 2px 0; padding: 2px 10px; border-left: 3px solid var(--gold); color: var(--gold); }
footer { margin-top: 56px; padding-top: 8px; border-top: 1px solid var(--line-2);
  color: var(--ink-2); font-size: 14px; }
footer h2 { margin-top: 24px; font-size: 18px; }
footer h3 { margin: 20px 0 4px; font-family: var(--sans); font-size: 14px; }
footer p { margin: 0 0 2px; }
footer li { margin-bottom: 10px; }
@media (max-width: 640px) {
  body { padding: 24px 16px 40px; }
  figure { overflow-x: auto; }
  figure svg { min-width: 560px; }
  figure.half { display: block; width: auto; }
  .card.half, .card.third { width: 100%; margin-right: 0; }
  figure.half svg { min-width: 0; }
  figure.half + figure.half { margin-left: 0; }
}
@media print {
  @page { size: A4; margin: 18mm 16mm 20mm;
    @bottom-center { content: '— ' counter(page) ' —'; font: 10pt var(--sans); } }
  html { background: none; font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  p { orphans: 3; widows: 3; }
  h1, h2, h3, .title { break-after: avoid; }
  figure, tr, .problem, .card, .measure, footer li { break-inside: avoid; }
  thead { display: table-header-group; }
  details:not([open]), .screen, .tip, th button::after { display: none; }
  .wide, .long { overflow: visible; max-height: none; }
  .long thead th { position: static; }
  .wide table { width: 100%; font-size: 9pt; }
  th, td { padding: 3px 6px; }
  th.number, td.number { white-space: normal; }
  th:not(.number), td:not(.number) { min-width: 4em; }
  summary { list-style: none; font-weight: 600; }
  pre { font-size: 8.5pt; }
  a, a.value { color: inherit; text-decoration: none; }
  .from a { text-decoration: underline; }
  figure { padding: 0; border: 0; }
  .tag { border: 1px solid; background: none; }
}
`
