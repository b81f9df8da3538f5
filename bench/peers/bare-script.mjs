// What anybody would write in an afternoon: a feed out of Markdown and audio, and nothing else. No checks, no transcripts,
// no chapters, no pages. Usage: node bare-script.mjs SHOW OUT [--lengths-of-all | --duties-of-ppod]
import { linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Feed } from 'feed';
import matter from 'gray-matter';
import { marked } from 'marked';
import { parseFile } from 'music-metadata';

const atOnce = 8;
const [root, out, option] = process.argv.slice(2);
// An MP3 of variable bit rate without a header has to be read from end to end.
const duration = option === '--lengths-of-all';
// The least of what ppod is bound to: YAML by a package that knows where each value stands, notes that can do no harm, as many files.
const hasDuties = option === '--duties-of-ppod';
const { parseDocument } = hasDuties ? await import('yaml') : {};
const { default: sanitize } = hasDuties ? await import('sanitize-html') : {};
const matterOptions = hasDuties ? { engines: { yaml: (text) => parseDocument(text).toJS() } } : {};
const toHtml = (markdown) => (hasDuties ? sanitize(marked.parse(markdown)) : marked.parse(markdown));

const show = matter(await readFile(join(root, 'show.md'), 'utf8'), matterOptions);
const files = await readdir(join(root, 'episodes'));
const names = files.filter((name) => name.endsWith('.md')).sort();
const items = new Array(names.length);
let next = 0;
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    while (next < names.length) {
      const index = next++;
      items[index] = await item(names[index]);
    }
  }),
);

const feed = new Feed({
  title: show.data.title,
  link: show.data.site,
  description: toHtml(show.content),
  id: show.data.site,
  language: show.data.language,
  copyright: show.data.copyright,
  author: { name: show.data.author },
  updated: new Date(Math.max(...items.map(({ date }) => date))),
  podcast: true,
});
for (const one of items) feed.addItem(one);
await mkdir(out, { recursive: true });
await writeFile(join(out, 'feed.xml'), feed.rss2());
if (hasDuties) putFiles();

async function item(name) {
  const { data, content } = matter(await readFile(join(root, 'episodes', name), 'utf8'), matterOptions);
  const path = join(root, data.audio);
  const { size } = await stat(path);
  const { format } = await parseFile(path, { skipCovers: true, duration });
  return {
    title: data.title,
    id: data.guid,
    guid: data.guid,
    link: `${show.data.site}episodes/${name.slice(0, -3)}/`,
    date: new Date(`${data.date}Z`),
    description: data.summary,
    content: toHtml(content),
    audio: {
      url: show.data.site + data.audio,
      length: size,
      type: path.endsWith('.m4a') ? 'audio/mp4' : 'audio/mpeg',
      duration: Math.round(format.duration ?? 0),
    },
  };
}

/** Each transcript four times, as it is, and each recording under a second name: in the way that takes least. */
function putFiles() {
  for (const name of files.filter((file) => file.includes('.transcript.'))) {
    const text = readFileSync(join(root, 'episodes', name));
    const folder = join(out, name.slice(0, name.indexOf('.')));
    mkdirSync(folder);
    for (const copy of ['1', '2', '3', '4']) writeFileSync(join(folder, copy), text);
  }
  for (const { audio } of items) linkSync(join(root, 'media', basename(audio.url)), join(out, basename(audio.url)));
}
