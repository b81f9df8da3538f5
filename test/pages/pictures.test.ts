import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { machinePorts, planBuild } from '../../src/index.ts';
import type { Podcast } from '../../src/model/project.ts';
import { diskCache } from '../../src/node/cache.ts';
import { loudnessMeter } from '../../src/node/loudness-meter.ts';
import { pictures } from '../../src/node/pictures.ts';
import { renderAll } from '../../src/pipeline/build.ts';
import type { SocialCard } from '../../src/ports.ts';

const root = join(import.meta.dirname, '../..');
const cache = mkdtempSync(join(tmpdir(), 'ppod-pictures-'));
const store = join(cache, 'pictures');
afterAll(() => rmSync(cache, { recursive: true }));

const { podcast } = await planBuild(machinePorts(root, Date.UTC(2026, 10, 1)));
if (podcast === undefined) throw new Error('the show of this repository has faults');
const plain = { ...podcast, show: { ...podcast.show, socialCards: false, waveform: false, search: false } };
const drawn = showWith({ socialCards: true, waveform: true });
const files = await filesOf(drawn, cache);
const page = (slug: string) => textOf(files, `episodes/${slug}/index.html`);

describe('covers', () => {
  test('come in three formats and as many widths, each as large as the page says', async () => {
    for (const path of ['index.html', ...plain.episodes.map(({ slug }) => `episodes/${slug}/index.html`)]) {
      const html = textOf(files, path);
      const sources = [...html.matchAll(/srcset="([^"]+)"/g)].flatMap(([, list = '']) => list.split(', '));
      expect(sources).toHaveLength(9);
      for (const [address = '', declared = ''] of sources.map((source) => source.split(' '))) {
        const { width, format } = await factsOf(address);
        expect(`${width}w`).toBe(declared);
        expect(address).toMatch(format === 'jpeg' ? /\.jpg$/ : format === 'heif' ? /\.avif$/ : /\.webp$/);
      }
      const [, src = '', width, height] =
        /<img class="cover" src="([^"]+)".*? width="(\d+)" height="(\d+)"/.exec(html) ?? [];
      expect(await factsOf(src)).toMatchObject({ width: Number(width), height: Number(height), format: 'jpeg' });
    }
  });

  test('weigh little, and tell nothing of who made them', async () => {
    for (const [path, bytes] of files) {
      if (!/^assets\/.*\.(?:avif|webp|jpg)$/.test(path)) continue;
      expect(bytes.length, path).toBeLessThan(40_000);
      const { exif, xmp, iptc } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    }
  });

  test('are joined by the photos of people, which are smaller still', async () => {
    const face = { ...plain.artwork, path: 'media/face.jpg', url: `${plain.site}media/face.jpg` };
    const person = { name: 'Sam Field', role: 'Guest', aliases: [], image: face.url };
    const episodes = plain.episodes.map((episode) => ({ ...episode, people: [person], pictures: [face] }));
    const all = await filesOf({ ...plain, episodes }, cache);
    const [, source = '', address = ''] =
      /<source type="image\/avif" srcset="(\S+ 112w, \S+ 168w)".*?<img src="(\S+)"/.exec(
        textOf(all, 'people/sam-field/index.html'),
      ) ?? [];
    expect(source.match(/face-\d+\.[\da-f]{10}\.avif/g)).toHaveLength(2);
    expect(await sharp(all.get(address.replaceAll('../', ''))).metadata()).toMatchObject({ width: 168, height: 168 });
  });

  test('are served as they are where nothing can be made of them', async () => {
    const without = await filesOf(plain, undefined);
    expect(textOf(without, 'index.html')).toContain(`src="${plain.artwork.path}"`);
    expect(textOf(without, 'index.html')).not.toContain('<picture>');
    for (const path of ['media/none.jpg', 'show.md', '../outside.jpg']) {
      expect(await pictures(root, cache).resize(path, [{ width: 9, height: 9 }])).toEqual([]);
    }
  });
});

describe('social cards', () => {
  test('are PNGs of 1200 × 630 pixels, named by their own episode alone', async () => {
    const cards = plain.episodes.map(({ slug }) => {
      const [, address = ''] = /<meta property="og:image" content="([^"]+)"/.exec(page(slug)) ?? [];
      expect(page(slug)).toContain('<meta name="twitter:card" content="summary_large_image"/>');
      return address;
    });
    expect(new Set(cards).size).toBe(plain.episodes.length);
    for (const card of cards) {
      expect(card.startsWith(`${plain.site}assets/card.`)).toBe(true);
      expect(await factsOf(card.slice(plain.site.length))).toMatchObject({ width: 1200, height: 630, format: 'png' });
    }
  });

  test('are not drawn for a show that does not ask', async () => {
    const unasked = await filesOf(plain, cache);
    expect([...unasked.keys()].filter((path) => path.includes('card'))).toEqual([]);
    expect(textOf(unasked, `episodes/${plain.episodes[0]?.slug}/index.html`)).not.toContain('class="waveform"');
  });

  const colours = { page: '#ffffff', text: '#000000', muted: '#555555', accent: '#005ea5' };
  const card: SocialCard = {
    show: 'Tide',
    title: 'Short',
    lines: [],
    artwork: plain.artwork.source,
    colours,
    isRightToLeft: false,
  };
  test.each([
    ['a title without end', { title: 'unbroken'.repeat(60) }],
    ['markup', { title: '<span size="huge">&amp;</b>', show: '"&<', lines: ['<!--', '\u0000]]>'] }],
    ['right to left', { title: 'مرحبا بكم في الميناء', isRightToLeft: true }],
    ['nothing but an emoji', { title: '🌊' }],
    ['many guests', { lines: ['Episode 1', Array.from({ length: 60 }, (_, i) => `Guest ${i}`).join(', ')] }],
  ])('hold %s within their margins', async (_name, change) => {
    const made = await pictures(root, cache).drawCard({ ...card, ...change });
    const { data, info } = await sharp(made.read()).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 1200, height: 630 });
    const isPaper = (x: number, y: number) => data[(y * 1200 + x) * 3] === 255;
    // The band of colour stands at one side only.
    const edge = 'isRightToLeft' in change ? 20 : 1180;
    for (let y = 0; y < 630; y += 3) expect(isPaper(edge, y), `${edge}, ${y}`).toBe(true);
    for (let x = 40; x < 1160; x += 3) expect(isPaper(x, 20) && isPaper(x, 610), `at ${x}`).toBe(true);
  });
});

describe('waveforms', () => {
  test('are drawn for MP3 with a mark for each chapter, and hidden from those who cannot see them', () => {
    const episode = plain.episodes.find(({ enclosure }) => enclosure.audio.container === 'mp3');
    const svg = /<svg class="waveform".*?<\/svg>/.exec(page(episode?.slug ?? ''))?.[0] ?? '';
    expect(svg).toContain('aria-hidden="true"');
    expect(svg.match(/v\d+/g)).toHaveLength(240);
    expect(Number(/data-seconds="([\d.]+)"/.exec(svg)?.[1])).toBeCloseTo(
      episode?.enclosure.audio.durationSeconds ?? 0,
      -0.5,
    );
  });

  test('depend on no program that machines have in different versions', () => {
    const other = plain.episodes.find(({ enclosure }) => enclosure.audio.container === 'm4a');
    expect(page(other?.slug ?? '')).not.toContain('class="waveform"');
  });
});

describe('a second build', () => {
  test('writes the same bytes and makes nothing anew', async () => {
    const before = stateOf(store);
    expect(before.length).toBeGreaterThan(12);
    expect(await filesOf(drawn, cache)).toEqual(files);
    expect(stateOf(store)).toEqual(before);
  });

  test('writes the same bytes where everything has to be made anew, or what was kept is damaged', async () => {
    for (const [name = ''] of stateOf(store)
      .map((line) => line.split(' '))
      .slice(0, 4)) {
      writeFileSync(join(store, name), 'damaged');
    }
    expect(await filesOf(drawn, cache)).toEqual(files);
    const fresh = join(cache, 'fresh');
    expect(await filesOf(drawn, fresh)).toEqual(files);
    expect(existsSync(join(fresh, 'pictures'))).toBe(true);
  });

  test('takes away what no build asked for in a quarter of a year, and only that', async () => {
    const own = join(cache, 'own');
    const resize = (width: number) => pictures(root, own).resize(plain.artwork.source, [{ width, height: width }]);
    await resize(10);
    const used = readdirSync(join(own, 'pictures'));
    const forgotten = 'of-a-show-that-ended.picture';
    writeFileSync(join(own, 'pictures', forgotten), '');
    const longAgo = Date.now() / 1000 - 100 * 24 * 60 * 60;
    for (const name of [...used, forgotten]) utimesSync(join(own, 'pictures', name), longAgo, longAgo);
    await resize(10);
    expect(readdirSync(join(own, 'pictures'))).toContain(forgotten);
    await resize(20);
    expect(readdirSync(join(own, 'pictures'))).toHaveLength(2 * used.length);
    expect(readdirSync(join(own, 'pictures'))).toEqual(expect.arrayContaining(used));
    expect(readdirSync(join(own, 'pictures'))).not.toContain(forgotten);
  });

  test('works where nothing can be kept', async () => {
    writeFileSync(join(cache, 'a-file'), '');
    expect(await filesOf(plain, join(cache, 'a-file'))).toEqual(await filesOf(plain, cache));
  });
});

function showWith(keys: Partial<Podcast['show']>): Podcast {
  return { ...plain, show: { ...plain.show, ...keys } };
}

/** What a build writes, but for copies. */
async function filesOf(show: Podcast, folder: string | undefined): Promise<ReadonlyMap<string, Buffer>> {
  const ports =
    folder === undefined
      ? {}
      : { pictures: pictures(root, folder), waveforms: loudnessMeter(root, diskCache(join(folder, 'loudness'))) };
  const all = new Map<string, Buffer>();
  for await (const file of await renderAll(show, ports)) {
    if ('contents' in file) all.set(file.path, Buffer.from(file.contents));
  }
  return all;
}

function textOf(all: ReadonlyMap<string, Buffer>, path: string): string {
  return all.get(path)?.toString() ?? '';
}

function factsOf(address: string) {
  return sharp(files.get(decodeURIComponent(address.replace(/^(?:\.\.\/)+/, '')))).metadata();
}

/** Names and times of change. */
function stateOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`);
}
