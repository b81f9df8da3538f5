// Writes the pages of docs/ that are made from the program itself. Run by `npm run docs`, after the build that it reads.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from '../build/rules/rules-page.js';

const docs = join(import.meta.dirname, '../docs');
const pages = { 'rules.md': rulesPage() };

mkdirSync(docs, { recursive: true });
for (const [name, text] of Object.entries(pages)) writeFileSync(join(docs, name), text);
