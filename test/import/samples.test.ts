import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeFeed } from '../../src/feeds/decode-feed.ts';
import { readFeed } from '../../src/feeds/read-feed.ts';
import { planImport } from '../../src/importers/plan.ts';
import { planBuild, render } from '../../src/pipeline/build.ts';
import { diffWithFeed } from '../../src/pipeline/diff.ts';
import { excusesFor } from '../../src/pipeline/excuses.ts';
import { memoryPorts } from '../reading/memory-project.ts';

const samples = join(import.meta.dirname, '../../../shared/samples/feeds');
const now = Date.parse('2026-11-01T00:00:00Z');

/** Harm that an import cannot avoid, and why. */
const explained: Readonly<Record<string, readonly string[]>> = {
  // Its podcast:guid is the words "y0ur-gu1d-g035-h3r3", which is no id.
  'podcast-namespace-example.xml': ['diff-show-guid-changed'],
};

describe.skipIf(!existsSync(samples))('feeds of real hosts', () => {
  const names = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.xml')) : [];

  test.each(names)('%s is imported, built with pages, and harms no subscriber', { timeout: 120_000 }, async (name) => {
    const { text } = decodeFeed(readFileSync(join(samples, name)));
    const feed = readFeed(text);
    if (feed === undefined) throw new Error('the feed was not read');
    const options = { address: feed.selfUrl, guid: undefined, artwork: 'media/cover.jpg', withAudio: false, now };
    const plan = planImport(feed, options);
    const episodes = Object.fromEntries(plan.episodes.map((file) => [file.path, file.render(new Set())]));
    const build = (rules: Readonly<Record<string, 'warning'>>) =>
      planBuild(memoryPorts({ ...episodes, 'show.md': plan.show.render(rules) }, now));

    const first = await build({});
    const { project, podcast, diagnostics } = await build(excusesFor(first.diagnostics));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (podcast === undefined) throw new Error('the show was not built');
    expect(Object.keys(episodes)).toHaveLength(feed.items.filter(({ enclosures }) => enclosures.length > 0).length);
    const pages = [...render(podcast)].filter(({ path }) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(podcast.episodes.length);

    const harm = diffWithFeed({ project, podcast }, feed).filter(({ severity }) => severity === 'error');
    expect(harm.map(({ rule }) => rule)).toEqual(explained[name] ?? []);
  });
});
