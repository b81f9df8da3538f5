// Makes the audio of every episode from its transcript, and writes the true times of every sentence.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { parse } from 'yaml';
import { encode } from './audio/encode.mjs';
import { layOut } from './audio/layout.mjs';
import { sampleRate } from './audio/speech.mjs';
import { isTimed, readTranscript, writeCues } from './audio/transcript.mjs';

const root = join(import.meta.dirname, '..');
/** Bits a second. Half-minute chapters would not fit into 600 kB with more; the AAC encoder spends a tenth more than it is told. */
const bitRates = { 'hearing-the-child': 48_000, 'sharing-information': 89_000 };
const usualBitRate = 96_000;
const coverPixels = 300;

const show = frontmatter(join(root, 'show.md'));
const files = readdirSync(join(root, 'episodes')).sort();
const workFolder = mkdtempSync(join(tmpdir(), 'show-'));
const trueTimes = {};
try {
  for (const file of files.filter((name) => name.endsWith('.md'))) {
    const slug = file.slice(0, -'.md'.length);
    trueTimes[slug] = await record(slug, frontmatter(join(root, 'episodes', file)));
  }
} finally {
  rmSync(workFolder, { recursive: true });
}
writeFileSync(join(root, 'test/show/true-times.json'), `${JSON.stringify(trueTimes, undefined, 2)}\n`);

async function record(slug, episode) {
  const transcript = join(
    root,
    'episodes',
    files.find((name) => name.startsWith(`${slug}.transcript.`)),
  );
  const chapters = (episode.chapters ?? []).map(readChapter);
  const starts = chapters.map(({ startSeconds }) => startSeconds);
  const { samples, spoken } = layOut(readTranscript(transcript, speakersOf(episode)), starts);
  if (isTimed(transcript)) writeCues(transcript, spoken);

  const cover = join(workFolder, 'cover.jpg');
  await sharp(join(root, episode.artwork ?? show.artwork))
    .resize(coverPixels)
    .jpeg({ mozjpeg: true })
    .toFile(cover);
  const audio = join(root, episode.audio);
  const tags = {
    title: episode.title,
    artist: show.author,
    album: show.title,
    genre: 'Podcast',
    date: episode.date.slice(0, 4),
    ...(episode.episode === undefined ? {} : { track: episode.episode }),
  };
  const { loudness, truePeak } = encode(samples, audio, {
    bitRate: bitRates[slug] ?? usualBitRate,
    cover,
    tags,
    chapters,
    workFolder,
  });
  const durationSeconds = Math.round((samples.length / sampleRate) * 1000) / 1000;
  process.stdout.write(
    `${episode.audio}: ${durationSeconds} s, ${statSync(audio).size} bytes, ${loudness} LUFS, ${truePeak} dBTP\n`,
  );
  return {
    durationSeconds,
    sentences: spoken.map(({ speaker, text, startSeconds, endSeconds }) => ({
      speaker,
      text,
      startSeconds,
      endSeconds,
    })),
  };
}

function frontmatter(path) {
  return parse(readFileSync(path, 'utf8').split(/^---$/m)[1]);
}

function speakersOf(episode) {
  return new Map(episode.people.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((label) => [label, name])));
}

/** `00:32 Title`, or a map with start and title. */
function readChapter(chapter) {
  const { start, title } = typeof chapter === 'string' ? /^(?<start>\S+) (?<title>.+)$/.exec(chapter).groups : chapter;
  return { startSeconds: start.split(':').reduce((total, part) => total * 60 + Number(part), 0), title };
}
