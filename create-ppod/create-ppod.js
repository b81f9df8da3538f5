#!/usr/bin/env node
// `npm create ppod my-show` runs this file with `my-show`: it is `ppod init my-show`, questions and flags included.
process.argv.splice(2, 0, 'init');
await import(new URL('build/main.js', import.meta.resolve('ppod/package.json')).href);
