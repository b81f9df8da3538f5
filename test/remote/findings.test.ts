import { expect, test } from 'vitest';
import { statedAudio } from '../../src/media/stated-audio.ts';
import { check } from '../../src/pipeline/check.ts';
import { load } from '../../src/pipeline/load.ts';
import { publish } from '../../src/pipeline/publish.ts';
import { episodeText, memoryPorts, showText } from '../reading/memory-project.ts';

const episodeWith = (...lines: readonly string[]) => episodeText.replace('audio: media/tides.mp3', lines.join('\n'));

/** A show with this episode, and a server that has every MP3 but `gone.mp3`. */
async function loaded(episode: string, show = showText) {
  const asked: string[] = [];
  const ports = memoryPorts({ 'show.md': show, 'episodes/tides.md': episode });
  const project = await load({
    ...ports,
    remoteAudio: {
      async audio(path) {
        asked.push(path);
        const detail = `${path}: there is nothing at this address.`;
        return path.endsWith('gone.mp3')
          ? { path, kind: 'failed', bytes: 0, failure: { kind: 'not-served', fault: 'missing', detail } }
          : {
              ...{ path, kind: 'audio', bytes: 480_000, audio: { ...statedAudio('audio/mpeg', 60) } },
              host: { contentType: 'audio/mpeg', hasRanges: true },
            };
      },
    },
  });
  return { project, asked, findings: check(project) };
}

test.each([
  ['https://media.example.org/tides.mp3?key=7', 'enclosure-url-ascii', /without a question mark/],
  ['https://media.example.org/The%20tide.mp3', 'enclosure-url-ascii', /plain letters and digits/],
  ['https://media.example.org/tides', 'enclosure-type-matches', /on the server a name that ends in \.mp3/],
  ['https://media.example.org/tides.wav', 'enclosure-type-matches', /on the server a name that ends in \.mp3/],
  ['https://media.example.org/gone.mp3', 'audio-elsewhere', /Upload the file, or correct the address/],
])('%s: %s', async (url, rule, remedy) => {
  const { findings } = await loaded(episodeWith(`audio: ${url}`));
  expect(findings.find((finding) => finding.rule === rule)).toMatchObject({
    file: 'episodes/tides.md',
    range: { start: { line: 4, column: 8 } },
    remedy: expect.stringMatching(remedy),
  });
});

test('a name that is neither in media/ nor where media/ is served names both', async () => {
  const show = showText.replace('explicit:', 'mediaBase: https://media.example.org/talks\nexplicit:');
  const { findings } = await loaded(episodeWith('audio: media/2026/gone.mp3'), show);
  expect(findings.find(({ rule }) => rule === 'audio-elsewhere')?.message).toBe(
    '"media/2026/gone.mp3" is neither in the media folder nor where mediaBase says. https://media.example.org/talks/2026/gone.mp3: there is nothing at this address.',
  );
});

test('nobody is asked where the facts are stated, or the episode is withdrawn', async () => {
  const url = 'https://media.example.org/gone.mp3';
  const stated = await loaded(episodeWith(`audio: ${url}`, 'enclosure: {type: audio/mpeg, length: 7}'));
  expect(stated.asked).toEqual([]);
  expect(publish(stated.project).episodes[0]?.enclosure).toMatchObject({ url, bytes: 7, mimeType: 'audio/mpeg' });
  const withdrawn = await loaded(episodeWith(`audio: ${url}`, 'withdrawn: true'));
  expect([withdrawn.asked, withdrawn.findings.filter(({ rule }) => rule === 'audio-elsewhere')]).toEqual([[], []]);
});

test('another encoding may lie on a server too; a prefix that counts downloads is put before an address once', async () => {
  const show = showText.replace('explicit:', 'audioPrefix: https://count.example.org/e\nexplicit:');
  const { project, asked } = await loaded(
    episodeWith(
      'audio: https://count.example.org/e/media.example.org/tides.mp3',
      'alternate: [{file: https://media.example.org/small.mp3}]',
    ),
    show,
  );
  const [episode] = publish(project).episodes;
  expect(asked).toHaveLength(2);
  expect(episode?.enclosure.url).toBe('https://count.example.org/e/media.example.org/tides.mp3');
  expect(episode?.alternates[0]?.url).toBe('https://count.example.org/e/media.example.org/small.mp3');
});
