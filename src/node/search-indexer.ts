import type { SearchIndex, SearchIndexer } from '../ports.ts';

/** What visitors' browsers need of an index; the rest is a user interface, and ours is our own. */
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..+|pagefind\..+\.pf_meta|(?:index|fragment)\/.+)$/;
/**
 * Parts of an episode's page that are not its words: tools, labels, what stands under every episode, and chapters that
 * head the transcript anyway.
 */
const unsaid = [
  ...['.player', '.beside-player', '.waveform', '.downloads', '.neighbours', '.unseen', '.particulars', '.role'],
  ...[
    '.advisory',
    '.standing',
    '.moment',
    '.speaker',
    '.time',
    '.aside',
    '.chapters li:not([id])',
    'section[aria-labelledby="contact"]',
  ],
];

/** Pagefind: a program that comes with its package, and is spoken to through its own pipes. */
export const searchIndexer: SearchIndexer = {
  async isReady() {
    try {
      const { createIndex, close } = await import('pagefind');
      const { index } = await createIndex();
      await close();
      return index !== undefined;
    } catch {
      return false;
    }
  },
  open,
};

async function open(): Promise<SearchIndex> {
  const { createIndex, close } = await import('pagefind');
  const { index, errors } = await createIndex({ rootSelector: 'article.episode', excludeSelectors: unsaid });
  if (index === undefined) throw new Error(`The search index cannot be made: ${errors.join(' ')}`);
  return {
    async add({ url, html }) {
      const answer = await index.addHTMLFile({ url, content: html });
      if (answer.errors.length > 0) throw new Error(`The search index refuses ${url}: ${answer.errors.join(' ')}`);
    },
    async finish() {
      const answer = await index.getFiles();
      if (answer.errors.length > 0) throw new Error(`The search index cannot be made: ${answer.errors.join(' ')}`);
      return answer.files
        .filter(({ path }) => needed.test(path))
        .map(({ path, content }) => ({ name: path, contents: content }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async close() {
      await close();
    },
  };
}
