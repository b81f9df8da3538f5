import type { Palette } from '../../model/palette.ts';
import { contrastRatio } from '../../text/colour.ts';

/** The stylesheet of the pages. Names of custom properties are those of `Palette`, for a show's own stylesheet to set. */
export function stylesheetFor({ light, dark }: { readonly light: Palette; readonly dark: Palette }): string {
  const isFixed = light === dark;
  const scheme = contrastRatio(light.page, '#000000') > contrastRatio(light.page, '#ffffff') ? 'light' : 'dark';
  return [
    `:root {\n  color-scheme: ${isFixed ? scheme : 'light dark'};\n${properties(light)}}\n`,
    isFixed ? '' : `@media (prefers-color-scheme: dark) {\n:root {\n${properties(dark)}}\n}\n`,
    rules,
  ].join('');
}

function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `  --${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${colour};\n`)
    .join('');
}

const rules = /* css */ `
:root {
  --serif: Charter, 'Bitstream Charter', 'Sitka Heading', Cambria, Georgia, 'Liberation Serif', serif;
  --sans: system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif;
  --measure: 40rem;
  --margin-column: 13rem;
  --gap: clamp(1rem, 4vw, 3rem);
}
*, *::before, *::after { box-sizing: border-box; }
html {
  font: 100%/1.6 var(--sans);
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
body {
  margin: 0;
  border-block-start: 0.375rem solid var(--accent);
  background: var(--page);
  color: var(--text);
  overflow-wrap: anywhere;
}
.masthead, main, .colophon { width: min(62rem, 100% - 2 * clamp(1rem, 4vw, 2.5rem)); margin-inline: auto; }
/* A band of colour across the window, behind what stands in the middle column. */
.masthead, .opening { border-image: linear-gradient(var(--surface), var(--surface)) fill 0 / 0 / 0 100vw; }

/* Words */
h1, h2, h3, h4 { margin: 0; font-family: var(--serif); font-weight: 700; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.875rem, 1.4rem + 2.2vw, 2.875rem); letter-spacing: -0.012em; line-height: 1.12; }
h2 { font-size: 1.375rem; }
h3 { font-size: 1.25rem; }
h4 { font-size: 1.125rem; }
p, ul, ol, dl, blockquote, pre, table { margin: 0 0 1rem; }
img { max-width: 100%; height: auto; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 3px; }
:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.lead { margin-block: 0.75rem 0; max-width: var(--measure); font-size: 1.1875rem; line-height: 1.5; }
.prose, .transcript { font-size: 1.0625rem; line-height: 1.7; }
.prose { max-width: var(--measure); }
.prose > :last-child { margin-block-end: 0; }
.standing { margin-block-start: 1rem; }
/* A paragraph in another script than its neighbours runs its own way. */
.prose :is(p, li, h2, h3, h4, h5, h6, td, th) { unicode-bidi: plaintext; }
.prose :is(h2, h3, h4, h5, h6) { margin-block: 1.75rem 0.5rem; font-size: 1.1875rem; }
.prose li { margin-block-end: 0.25rem; }
.prose blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 0.25rem solid var(--rule); }
.prose pre { white-space: pre-wrap; }
.prose table { border-collapse: collapse; }
.prose :is(th, td) { padding: 0.375rem 0.75rem; border: 1px solid var(--rule); text-align: start; }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

/* Head and foot */
.skip {
  position: absolute;
  inset-block-start: -10rem;
  inset-inline-start: 1rem;
  z-index: 2;
  padding: 0.75rem 1rem;
  background: var(--accent);
  color: var(--on-accent);
}
.skip:focus { inset-block-start: 0.5rem; }
.masthead {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0.25rem 2rem;
  padding-block: 0.75rem;
}
.masthead a { display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--text); }
.masthead .home { gap: 0.75rem; font: 700 1.125rem/1.3 var(--serif); text-decoration: none; }
.masthead .home:hover { text-decoration: underline; }
.masthead nav { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.logo { width: auto; height: 2.5rem; }
main { padding-block-end: 4rem; }
.opening { margin-block-end: clamp(1.5rem, 4vw, 2.5rem); padding-block: clamp(0.75rem, 2.5vw, 1.75rem) clamp(1.5rem, 4vw, 2.75rem); }
.colophon {
  padding-block: 1.5rem 3rem;
  border-block-start: 1px solid var(--rule);
  color: var(--muted);
  font-size: 0.9375rem;
}
.colophon p { margin: 0; }
.colophon a { display: inline-block; margin-inline-end: 1.25rem; padding-block: 0.25rem; }

/* Sections: their names in the margin, their text in the reading column */
section { margin-block-end: clamp(2rem, 5vw, 3rem); }
section > h2 { margin-block-end: 0.75rem; }
.episode > section, main > section { border-block-start: 1px solid var(--rule); padding-block-start: 1.25rem; }
.opening + section:not(.player) { border: 0; padding-block-start: 0; }
.cover { display: block; width: 8rem; margin-block-end: 1rem; border-radius: 0.25rem; background: var(--surface); }
.byline { margin-block: 0.5rem 1.25rem; color: var(--muted); font-size: 1.0625rem; }
.start { margin-block: 1.25rem 0; font-weight: 600; }
.start a { display: inline-block; padding-block: 0.125rem; }
.particulars {
  display: flex;
  flex-wrap: wrap;
  column-gap: 1.25em;
  margin-block-end: 0.375rem;
  overflow-x: clip;
  color: var(--muted);
  font-size: 0.9375rem;
}
/* The dot before a part is cut off where the part begins a line. */
.particulars > * { position: relative; }
.particulars > ::before { content: '·'; content: '·' / ''; position: absolute; inset-inline-end: 100%; width: 1.25em; text-align: center; }
.badge { font-weight: 700; color: var(--text); }
.advisory {
  margin-block-end: 1.75rem;
  padding: 0.875rem 1.25rem 1rem;
  border: 1px solid var(--edge);
  border-inline-start: 0.5rem solid var(--text);
  background: var(--page);
}
.advisory > strong { font-family: var(--serif); font-size: 1.125rem; }
.advisory .prose { max-width: 46rem; font-size: 1rem; line-height: 1.6; }

/* Lists */
.episodes, .people, .platforms, .chapters { margin: 0; padding: 0; list-style: none; }
.episodes > li { max-width: var(--measure); padding-block-end: 1.5rem; }
.episodes > li + li { padding-block-start: 1.5rem; border-block-start: 1px solid var(--rule); }
.episodes p { margin: 0; }
.episodes :is(h2, h3, h4) { margin-block: 0.25rem 0.375rem; font-size: 1.25rem; }
.episodes :is(h2, h3, h4) a { display: inline-block; padding-block: 0.125rem; color: var(--text); text-decoration-color: var(--edge); }
.episodes a:hover { text-decoration-color: currentcolor; }
.season { max-width: var(--measure); margin-block: 0 1.25rem; padding-block-end: 0.5rem; border-block-end: 3px solid var(--text); }
.episodes + .season { margin-block-start: 2rem; }
.people { display: grid; gap: 1.25rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); }
.people li { display: flex; gap: 0.875rem; }
.people img { flex: none; width: 3.5rem; height: 3.5rem; border-radius: 50%; object-fit: cover; background: var(--surface); }
.people a { display: inline-block; padding-block: 0.125rem; font-weight: 600; }
.role { display: block; color: var(--muted); font-size: 0.9375rem; line-height: 1.4; }
.platforms { display: flex; flex-wrap: wrap; gap: 0.625rem; margin-block-end: 1.25rem; }
.platforms a, .player button, .player label, .feed button, .pages a {
  display: inline-flex;
  align-items: center;
  gap: 0.5rem;
  min-height: 2.75rem;
  padding: 0.25rem 1rem;
  border: 1px solid var(--edge);
  border-radius: 0.25rem;
  background: transparent;
  color: var(--text);
  font: inherit;
  text-decoration: none;
}
.platforms a { font-weight: 600; }
:is(.platforms a, .player button, .feed button, .pages a):hover { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
.feed { max-width: var(--measure); margin: 0; }
.feed label { display: block; }
.feed input {
  width: 100%;
  margin-block: 0.375rem 0.5rem;
  min-height: 2.75rem;
  padding: 0.25rem 0.75rem;
  border: 1px solid var(--edge);
  border-radius: 0.25rem;
  background: var(--surface);
  color: var(--text);
  font: 0.9375rem/1.4 ui-monospace, 'Cascadia Mono', Consolas, 'Liberation Mono', monospace;
}
.feed { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.25rem; }
.feed :is(label, input) { flex: 1 0 100%; }
.feed button { cursor: pointer; }
.feed a { padding-block: 0.25rem; }
.feed p { margin: 0; }
[hidden] { display: none !important; }
.pages ol { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
.pages a { min-width: 2.75rem; justify-content: center; }
.pages a[aria-current] { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 700; }
.neighbours { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem; }
.neighbours { padding-block-start: 1.5rem; border-block-start: 1px solid var(--rule); }
.neighbours a { flex: 1 1 16rem; max-width: 28rem; text-decoration: none; }
.neighbours .next { margin-inline-start: auto; text-align: end; }
.neighbours span { display: block; color: var(--muted); font-size: 0.9375rem; }
.neighbours a:hover strong { text-decoration: underline; }

/* Player */
.player {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.625rem 1rem;
  padding: 0.875rem 1rem;
  border: 1px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--surface);
}
.player audio { flex: 1 0 100%; width: 100%; height: 3.375rem; }
.player-tools { display: flex; flex: 1 1 auto; flex-wrap: wrap; align-items: center; gap: 0.5rem; font-size: 0.9375rem; }
.player button, .player label { padding-inline: 0.75rem; background: var(--page); }
.player button { cursor: pointer; font-variant-numeric: tabular-nums; }
.player label:has(input) { border-color: transparent; background: transparent; padding-inline: 0.25rem; }
.player select { min-height: 1.75rem; border: 0; background: var(--page); color: inherit; font: inherit; }
.player input { width: 1.25rem; height: 1.25rem; accent-color: var(--accent); }
.player [role='status'] { color: var(--muted); }
.player { margin-block-end: 0.5rem; }
.player p { margin: 0; }
.beside-player { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin-block-end: clamp(2rem, 5vw, 3rem); color: var(--muted); font-size: 0.9375rem; }
.beside-player a { display: inline-block; padding-block: 0.125rem; }
.chapters li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; max-width: var(--measure); border-block-end: 1px solid var(--rule); }
.chapters li:last-child { border-block-end: 0; }
.chapters a { padding-block: 0.5rem; }
.chapters a:first-child { display: flex; flex: 1 1 auto; gap: 1rem; color: var(--text); text-decoration: none; }
.chapters a:first-child:hover { text-decoration: underline; }
.chapters a[aria-current] { font-weight: 700; }
.time { min-width: 3.5rem; color: var(--accent); font-variant-numeric: tabular-nums; }

/* The drawn sound, from left to right in every language, as players show it */
.waveform { display: block; width: 100%; height: 4rem; margin-block: 0.75rem; cursor: pointer; }
.waveform .sound { stroke: var(--edge); stroke-width: 2; vector-effect: non-scaling-stroke; }
.waveform .marks { stroke: var(--accent); stroke-width: 2; vector-effect: non-scaling-stroke; }

/* Search */
.search-form { display: flex; flex-wrap: wrap; gap: 0.5rem; max-width: var(--measure); margin-block-start: 1rem; }
.search-form label { flex: 1 0 100%; font-weight: 600; }
.search-form input { flex: 1 1 12rem; min-width: 0; padding: 0.25rem 0.75rem; min-height: 2.75rem; border: 1px solid var(--edge); border-radius: 0.25rem; background: var(--page); color: var(--text); font: inherit; }
.search-form button, .more {
  min-height: 2.75rem;
  padding: 0.25rem 1rem;
  border: 1px solid var(--accent);
  border-radius: 0.25rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  cursor: pointer;
}
.found { color: var(--muted); }
.results { max-width: var(--measure); margin: 0; padding: 0; list-style: none; }
.results > li { padding-block-end: 1.5rem; }
.results > li + li { padding-block-start: 1.5rem; border-block-start: 1px solid var(--rule); }
.results h2 a { display: inline-block; padding-block: 0.125rem; }
.results ul { margin: 0; padding: 0; list-style: none; }
.results li li { display: flex; gap: 1rem; padding-block: 0.375rem; }
.results .time { flex: none; padding-block: 0.125rem; }
.results mark { background: var(--mark); color: inherit; }

/* Transcript */
.downloads { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1.25rem; font-size: 0.9375rem; }
.downloads a { padding-block: 0.125rem; }
.transcript { margin-block-start: 1.5rem; }
.transcript h3 { margin-block: 2.5rem 1rem; padding-block-start: 1rem; border-block-start: 3px solid var(--text); }
.transcript h3:first-child { margin-block-start: 0; }
.turn { margin-block-end: 1.25rem; }
.turn p { max-width: var(--measure); }
.speaker { margin-block-end: 0.125rem; line-height: 1.4; }
.speaker span { display: block; color: var(--muted); font-size: 0.875rem; }
.moment { display: inline-block; position: relative; margin-inline-end: 0.5rem; padding: 0.125rem 0.25rem; color: var(--muted); font-size: 0.875rem; font-variant-numeric: tabular-nums; }
[data-start] { border-radius: 0.125rem; cursor: pointer; }
[data-start]:hover { text-decoration: underline; text-decoration-color: var(--edge); text-decoration-thickness: 1px; text-underline-offset: 0.25em; }
[data-start][aria-current] { background: var(--mark); box-shadow: 0 0 0 0.125rem var(--mark); }
:target { scroll-margin-block-start: 1rem; }

@media (min-height: 40rem) {
  html:has(.timed) { scroll-padding-block-start: 10rem; }
  .episode:has(.timed) .player { position: sticky; inset-block-start: 0; z-index: 1; }
}
@media (max-width: 40rem) {
  /* A phone shows the title first, and is spared the weight of the picture. */
  .episode .cover { display: none; }
  html:has(.timed) { scroll-padding-block-start: 13rem; }
  .player { gap: 0.5rem; padding: 0.625rem; }
  .player :is(button, label) { padding-inline: 0.5rem; }
  .waveform .sound { stroke-width: 1; }
  .player .label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
@media (min-width: 56rem) {
  .cover { width: 100%; margin: 0; }
  .opening > header, .episode > section:not(.player), main > section, .turn {
    display: grid;
    grid-template-columns: var(--margin-column) minmax(0, 1fr);
    column-gap: var(--gap);
    align-items: start;
  }
  section > :not(h2) { grid-column: 2; }
  section > h2 { grid-row: 1 / span 9; }
  .transcript-section > h2 { grid-row: auto; }
  section > .transcript { grid-column: 1 / -1; }
  .transcript h3 { padding-inline-start: calc(var(--margin-column) + var(--gap)); }
  .words { grid-column: 2; }
  .pages { padding-inline-start: calc(var(--margin-column) + var(--gap)); }
}
@media (prefers-reduced-motion: no-preference) {
  [data-start] { transition: background-color 0.2s; }
}
@media (forced-colors: active) {
  [data-start][aria-current] { outline: 2px solid Highlight; }
  .results mark { color: MarkText; }
}
@media print {
  :root { color-scheme: light; --measure: 100%; --page: #fff; --surface: #fff; --text: #000; --muted: #333; --accent: #000; --rule: #999; }
  html { font-size: 10.5pt; }
  body { border: 0; }
  .masthead, .opening { border-image: none; }
  .skip, .masthead nav, .cover, .player, .waveform, .beside-player, .neighbours, .downloads, .follow, .pages { display: none; }
  .speaker, h2, h3 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  [data-start][aria-current] { background: none; box-shadow: none; }
  .prose a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.85em; }
}
`;
