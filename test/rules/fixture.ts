import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { AudioHost, AudioInfo } from '../../src/model/media.ts';
import type { RemoteAudioProbe } from '../../src/ports.ts';
import { ruleTexts } from '../../src/rules/index.ts';

/**
 * A fixture is a folder `test/rules/<rule-id>/bad` or `good`: the part of a project that matters to the rule. What it does
 * not have comes from `base/`: show.md, the media, and, when the fixture has no episodes of its own, an episode.
 *
 * A `bad` fixture marks its own findings, at the end of the line that the rule must point at:
 * - in the facts of a file, a comment: `title: "Ep. 12 The tide" # ! item-title-no-numbers`
 * - in notes, `<!-- ! link-empty -->`
 * - for line 1, which holds the three dashes, a comment on any line: `# !1 guid-missing`
 * - for a file that can hold no mark, a line `path:line rule-id` in the fixture's `expected.txt`.
 * A file `absent.txt` lists what of the base is to be left out; `grow.txt` has lines `path bytes` for files that would be too
 * large to keep: they are lengthened by zeros.
 */
export const fixtures = import.meta.dirname;

export const ruleIds: readonly string[] = ruleTexts.map(({ id }) => id);

export interface FixtureProject {
  readonly root: string;
  /** `path:line rule-id`, sorted. */
  readonly expected: readonly string[];
  remove(): void;
}

export function hasFixture(id: string, kind: 'bad' | 'good'): boolean {
  return existsSync(join(fixtures, id, kind));
}

/** Puts a fixture (`rule-id/bad`; `base` for none) and the base together in a folder of its own. */
export function assemble(name: string): FixtureProject {
  const root = mkdtempSync(join(tmpdir(), 'ppod-rule-'));
  const fixture = join(fixtures, name);
  const own = filesBelow(fixture);
  const hasEpisodes = own.some((path) => path.startsWith('episodes/'));
  const absent = own.includes('absent.txt') ? linesOf(join(fixture, 'absent.txt')) : [];
  for (const path of filesBelow(join(fixtures, 'base'))) {
    if (absent.includes(path) || (hasEpisodes && path.startsWith('episodes/'))) continue;
    cpSync(join(fixtures, 'base', path), join(root, path), { recursive: true });
  }
  const notes = ['absent.txt', 'expected.txt', 'grow.txt'];
  for (const path of own.filter((name) => !notes.includes(name))) cpSync(join(fixture, path), join(root, path));
  for (const line of own.includes('grow.txt') ? linesOf(join(fixture, 'grow.txt')) : []) {
    const [path = '', bytes] = line.split(' ');
    truncateSync(join(root, path), Number(bytes));
  }
  const listed = own.includes('expected.txt') ? linesOf(join(fixture, 'expected.txt')) : [];
  const marked = own.filter((path) => path.endsWith('.md')).flatMap((path) => marksIn(join(fixture, path), path));
  return {
    root,
    expected: [...listed, ...marked].sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Whether the rule judges what is heard, so that the audio of its fixtures has to be listened to. */
export function listens(id: string): boolean {
  return /^audio-(?:loudness|peak|sides|silence|unmeasured)$/.test(id);
}

/** Whether the rule speaks of audio on a server, which a fixture has only in memory: see `remoteRecordings`. */
export function asksServers(id: string): boolean {
  return /^audio-(?:host|estimated|unconfirmed|unheard)$/.test(id);
}

/** The audio that fixtures have on a server, by address; any other is not there. */
export function remoteRecordings(audio: AudioInfo): RemoteAudioProbe {
  const good: AudioHost = { contentType: 'audio/mpeg', hasRanges: true };
  const hosts: Readonly<Record<string, AudioHost>> = {
    'https://good.example.org/tide.mp3': good,
    'https://whole.example.org/tide.mp3': { ...good, hasRanges: false },
    'https://typeless.example.org/tide.mp3': { ...good, contentType: 'binary/octet-stream' },
    'https://silent.example.org/tide.mp3': { ...good, unconfirmed: 'silent.example.org refuses connections.' },
    'https://headless.example.org/tide.mp3': good,
  };
  return {
    async audio(path) {
      const host = hosts[path];
      if (host !== undefined) {
        const estimate = path.includes('headless') ? { isEstimated: true as const } : {};
        return { path, kind: 'audio', bytes: 480_000, audio: { ...audio, ...estimate }, host };
      }
      const detail = `${path}: there is nothing at this address.`;
      return { path, kind: 'failed', bytes: 0, failure: { kind: 'not-served', fault: 'missing', detail } };
    },
  };
}

/** The findings that a fixture speaks of: those of its own rule, and of every other rule that it marks. */
export function relevant(
  id: string,
  expected: readonly string[],
  found: readonly { readonly rule: string; readonly file: string; readonly line: number }[],
): readonly string[] {
  const ids = new Set([id, ...expected.map((line) => line.split(' ')[1] ?? '')]);
  return found
    .filter(({ rule }) => ids.has(rule))
    .map(({ rule, file, line }) => `${file}:${line} ${rule}`)
    .sort();
}

function marksIn(file: string, path: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(/(?:#|<!--) !(1?) ([a-z][a-z0-9 -]*[a-z0-9])/g)].flatMap(([, first, ids = '']) =>
        ids.split(' ').map((id) => `${path}:${first === '1' ? 1 : index + 1} ${id}`),
      ),
    );
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}
