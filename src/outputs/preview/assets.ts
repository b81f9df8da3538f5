/** Asks the preview server to say when there is something new, and then shows it. */
export const previewScript = `'use strict';
new EventSource('/_preview/events').addEventListener('change', () => location.reload());
`;

export const previewStyle = `body { margin: 0; }
.ppod-preview { background: #fff4d6; border-bottom: 4px solid #8a5a00; color: #1a1a1a; font: 1rem/1.5 system-ui, sans-serif; padding: .5rem 1rem; }
.ppod-preview-errors { background: #fde8e6; border-color: #a3170a; }
.ppod-preview p, .ppod-preview ul { margin: .25rem 0; }
.ppod-preview a { color: #0b3d91; }
.ppod-apps { display: grid; font: 1rem/1.4 system-ui, sans-serif; gap: 0 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); margin: 0 auto 2rem; max-width: 56rem; padding: 0 1rem; }
.ppod-apps > :is(h1, p) { grid-column: 1 / -1; margin: 1rem 0 0; }
.ppod-app { border: 1px solid #767676; border-radius: 1.25rem; margin-top: 1.5rem; padding: 1rem 1.25rem; }
.ppod-app h2 { margin: 0; }
.ppod-app header, .ppod-app li { display: flex; gap: .875rem; padding: .875rem 0; }
.ppod-app li { border-top: 1px solid #8888; }
.ppod-app ol { list-style: none; margin: 0; padding: 0; }
.ppod-app p { margin: 0; overflow-wrap: anywhere; }
.ppod-app img { border-radius: .5rem; flex: none; object-fit: cover; }
.ppod-badge { border: 1px solid currentColor; border-radius: .25rem; font-size: .75rem; padding: 0 .25rem; white-space: nowrap; }
`;
