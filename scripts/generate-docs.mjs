// Writes the files that are made from the program itself. Run by `npm run docs`, after the build that it reads.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsPage } from '../build/cli/commands-page.js';
import { createProgram } from '../build/cli/program.js';
import { fieldsPage } from '../build/model/fields-page.js';
import { episodeJsonSchema, showJsonSchema } from '../build/model/json-schema.js';
import { rulesPage } from '../build/rules/rules-page.js';

const root = join(import.meta.dirname, '..');
const files = {
  'docs/commands.md': commandsPage(createProgram('', () => {})),
  'docs/fields.md': fieldsPage(),
  'docs/rules.md': rulesPage(),
  'schemas/episode.schema.json': json(episodeJsonSchema()),
  'schemas/show.schema.json': json(showJsonSchema()),
};

for (const folder of ['docs', 'schemas']) mkdirSync(join(root, folder), { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);

function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
