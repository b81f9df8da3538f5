// Puts the program into build/ with the packages that every build needs: to load five hundred modules one by one took longer than to
// build ten episodes. What is imported late stays in files of its own. Nothing is renamed or shortened, so that stack traces and profiles
// speak of the functions that stand in src/.
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const out = join(root, 'build');

/** Bundled although npm installs them as well: the types of the library speak of theirs. */
const typed = new Set(['yaml', 'zod']);
const { dependencies, optionalDependencies, peerDependencies } = facts(root);
const installed = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });

/**
 * What packages ask for and ppod never uses: sanitize-html reads no styles and no dates, xml-js only writes, and gray-matter is given a
 * reader of YAML; its own it only has to find.
 */
const idle = {
  name: 'idle',
  resolveId: { filter: { id: /^(?:postcss|dayjs|sax|js-yaml)$/ }, handler: (id) => `\0${id}` },
  load: {
    filter: { id: /^\0(?:postcss|dayjs|sax|js-yaml)$/ },
    handler: (id) =>
      id === '\0js-yaml' ? 'export function safeLoad() {} export function safeDump() {}' : 'export {};',
  },
};

const program = await rolldown({
  cwd: root,
  input: ['src/main.ts', 'src/index.ts', 'src/node/loudness-worker.ts', 'src/node/drawing-worker.ts'],
  platform: 'node',
  external: installed.filter((name) => !typed.has(name)),
  plugins: [idle],
  resolve: {
    alias: {
      // One htmlparser2 for ppod and sanitize-html, which would ask for its other half.
      htmlparser2: join(root, 'node_modules/htmlparser2/dist/esm/index.js'),
      // The same code, in modules that can be put together: as CommonJS each of its seventy files is a function around it.
      yaml: join(root, 'node_modules/yaml/browser/index.js'),
    },
  },
  // gray-matter would run JavaScript between the fences. src/text/frontmatter.ts sees to it that it does not.
  checks: { eval: false },
});
const { output } = await program.write({ dir: out, cleanDir: true, chunkFileNames: '[name].js', comments: false });
chmodSync(join(out, 'main.js'), 0o755);
// What one program keeps for the next is of use to the same program: see codeStamp in src/node/file-stamp.ts.
writeFileSync(join(out, 'program-digest.txt'), digestOf(output));
writeFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), notices(output.flatMap(({ moduleIds }) => moduleIds ?? [])));

function digestOf(files) {
  const hash = createHash('sha256');
  for (const { fileName, code = '' } of files) hash.update(`${fileName}\n${code}\n`);
  return hash.digest('hex');
}

/** The licences of the packages that the modules belong to: whoever passes these on has to pass on their licences too. */
function notices(modules) {
  const folders = modules.flatMap((id) => /.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? []);
  const texts = [...new Set(folders)].map((folder) => {
    const { name, version, license } = facts(folder);
    const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
    if (files.length === 0)
      throw new Error(`${name} comes without the text of its licence, and has to stay outside the bundle.`);
    const words = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...words].join('\n\n');
  });
  return `${texts.sort().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function facts(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
