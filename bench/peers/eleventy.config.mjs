// A podcast with plain eleventy: a page for each episode and a feed, the length of each recording read by music-metadata.
// No checks, no transcripts, no chapters. Runs in the folder of the show; ELEVENTY_OUT names where the site goes.
import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import matter from 'gray-matter';
import { parseFile } from 'music-metadata';

const show = matter(readFileSync('show.md', 'utf8'));

const layout = `<!doctype html>
<html lang="{{ show.language }}">
<head><meta charset="utf-8"><title>{{ title }} – {{ show.title }}</title></head>
<body>
<h1>{{ title }}</h1>
<p>{{ page.date.toUTCString() }}</p>
<audio controls preload="none" src="{{ show.site }}{{ audio }}"></audio>
<ul>{% for guest in guests %}<li>{{ guest.name }}, {{ guest.organisation }}</li>{% endfor %}</ul>
{{ content | safe }}
</body>
</html>`;

const feed = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>{{ show.title }}</title>
<link>{{ show.site }}</link>
<language>{{ show.language }}</language>
<description>{{ description }}</description>
{% for episode in collections.episode | reverse %}{% set recording = recordings[episode.data.audio] %}<item>
<title>{{ episode.data.title }}</title>
<link>{{ show.site }}episodes{{ episode.url }}</link>
<guid isPermaLink="false">{{ episode.data.guid }}</guid>
<pubDate>{{ episode.date.toUTCString() }}</pubDate>
<description>{{ episode.data.summary }}</description>
<content:encoded>{{ episode.content }}</content:encoded>
<enclosure url="{{ show.site }}{{ episode.data.audio }}" length="{{ recording.size }}" type="{{ recording.type }}"/>
<itunes:duration>{{ recording.duration }}</itunes:duration>
<itunes:season>{{ episode.data.season }}</itunes:season>
<itunes:episode>{{ episode.data.episode }}</itunes:episode>
</item>
{% endfor %}</channel>
</rss>`;

export default function (eleventy) {
  eleventy.addGlobalData('show', show.data);
  eleventy.addGlobalData('description', show.content);
  eleventy.addGlobalData('recordings', recordings);
  eleventy.addGlobalData('layout', 'episode.njk');
  eleventy.addDateParsing((date) => (typeof date === 'string' ? new Date(`${date}Z`) : undefined));
  eleventy.addTemplate('_includes/episode.njk', layout);
  eleventy.addTemplate('feed.njk', feed, { permalink: '/feed.xml', layout: false });
  eleventy.addCollection('episode', (all) => all.getFilteredByGlob('**/*.md'));
  return {
    dir: { input: 'episodes', output: process.env.ELEVENTY_OUT },
    templateFormats: ['md', 'njk'],
    markdownTemplateEngine: false,
  };
}

async function recordings() {
  const found = {};
  for (const name of await readdir('media')) {
    const audio = `media/${name}`;
    if (!/\.(?:mp3|m4a)$/.test(name)) continue;
    const { size } = await stat(audio);
    const { format } = await parseFile(audio, { skipCovers: true });
    const type = name.endsWith('.m4a') ? 'audio/mp4' : 'audio/mpeg';
    found[audio] = { size, type, duration: Math.round(format.duration ?? 0) };
  }
  return found;
}
