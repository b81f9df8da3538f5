/** Asks the preview server to say when there is something new, and then shows it. */
export const previewScript = `'use strict';
new EventSource('/_preview/events').addEventListener('change', () => location.reload());
`;

export const previewStyle = `.ppod-preview { background: #fff4d6; border-bottom: 4px solid #8a5a00; color: #1a1a1a; font: 1rem/1.5 system-ui, sans-serif; padding: .5rem 1rem; }
.ppod-preview-errors { background: #fde8e6; border-color: #a3170a; }
.ppod-preview p, .ppod-preview ul { margin: .25rem 0; }
.ppod-preview a { color: #0b3d91; }
.ppod-apps { font: 1rem/1.4 system-ui, sans-serif; margin: 1rem auto; max-width: 64rem; padding: 0 1rem; }
.ppod-app { border: 1px solid #767676; border-radius: 1rem; box-sizing: border-box; display: inline-block; margin: 1rem 1rem 1rem 0; max-width: 26rem; padding: 1rem; vertical-align: top; width: 100%; }
.ppod-app header, .ppod-app li { display: flex; gap: .75rem; margin: .75rem 0; }
.ppod-app ol { list-style: none; padding: 0; }
.ppod-app img { border-radius: .5rem; flex: none; object-fit: cover; }
.ppod-badge { border: 1px solid currentColor; border-radius: .25rem; font-size: .75rem; padding: 0 .25rem; }
`;
