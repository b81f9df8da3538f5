/** The look of a review page, by day, by night and on paper. Every pair of colours has a contrast of 4.5 to 1 or more. */
export const reviewStyle = `:root { color-scheme: light dark; --ink: #1d1f21; --paper: #fcfbf8; --box: #f1eee6; --muted: #54585c; --line: #d5d0c4; --link: #0b5566; --mark: #ffe69a; --hint: #7a2e0e; --edge: #dbeaf0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e7e1; --paper: #15191c; --box: #20262a; --muted: #a9aeb2; --line: #3a4247; --link: #8fcbdb; --mark: #5c4a0b; --hint: #ffb890; --edge: #17384a; } }
* { box-sizing: border-box; }
body { background: var(--paper); color: var(--ink); font: 1.0625rem/1.65 system-ui, sans-serif; margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 6rem; overflow-wrap: break-word; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { background: var(--paper); left: 1rem; padding: 0.5rem; position: absolute; top: -4rem; }
.skip:focus { top: 0.5rem; }
.kicker { color: var(--muted); margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { border-top: 1px solid var(--line); font-size: 1.375rem; margin: 2.5rem 0 1rem; padding-top: 1.5rem; }
h3 { font-size: 1.0625rem; margin: 0; }
code { background: var(--box); border-radius: 3px; padding: 0.1em 0.3em; }
details { background: var(--box); border-radius: 6px; margin: 0 0 0.75rem; padding: 0.25rem 1rem; }
summary { cursor: pointer; padding: 0.4rem 0; }
summary h3 { display: inline; }
.count { background: var(--ink); border-radius: 1em; color: var(--paper); font-size: 0.8125rem; padding: 0.1em 0.6em; }
details p { margin: 0.25rem 0 0.5rem; }
details ol, details ul { margin: 0 0 0.75rem; padding-left: 2.25rem; }
details li { margin: 0 0 0.6rem; }
q { quotes: none; color: var(--muted); }
q b { color: var(--ink); }
section { border-top: 1px solid var(--line); padding: 1rem 0 0.25rem; }
section:first-child { border-top: 0; padding-top: 0; }
section h3 small { color: var(--muted); font-weight: normal; margin-left: 0.4em; }
section p { margin: 0.35rem 0 0.9rem; }
mark { background: var(--mark); border-radius: 2px; color: inherit; padding: 0.05em 0.1em; }
ins { color: var(--hint); font-size: 0.875em; text-decoration: none; }
ins::before { content: "← "; content: "← " / ""; }
.pin { background: var(--link); border-radius: 1em; color: var(--paper); display: inline-block; font-size: 0.8125rem; line-height: 1.5rem; margin-right: 0.25em; min-width: 1.5rem; padding: 0 0.35em; text-align: center; text-decoration: none; }
.pin:target { outline: 3px solid var(--hint); outline-offset: 2px; }
li:target { background: var(--mark); }
.stretch { background: color-mix(in srgb, var(--edge) 45%, transparent); }
.edge { background: var(--edge); border-radius: 4px; display: inline-block; font-size: 0.875rem; font-weight: bold; padding: 0.1em 0.5em; }
@media print { body { max-width: none; } details { break-inside: avoid; } .skip { display: none; } }
`;
