import type { Chapter } from '../../model/chapter.ts';
import type { PublishedEpisode, PublishedImage } from '../../model/project.ts';
import { episodeFolder } from '../../model/urls.ts';
import { formatIso } from '../../text/dates.ts';
import { markdownToPageHtml } from '../../text/markdown.ts';
import { formatTimeCode } from '../../text/time-code.ts';
import { listedChapters } from '../chapters.ts';
import { notesOf } from '../notes.ts';
import type { OutputFile } from '../output.ts';
import { podcastEpisode } from './json-ld.ts';
import { renderPage } from './layout.tsx';
import { PeopleList } from './people-list.tsx';
import { Player } from './player-box.tsx';
import { Prose } from './prose.tsx';
import { audioLink, episodeLink, linkTo, rootFrom, type Site } from './site.ts';
import { anchorName, TranscriptText } from './transcript.tsx';
import { formatDay, formatLength } from './wording.ts';

interface Neighbours {
  readonly newer: PublishedEpisode | undefined;
  readonly older: PublishedEpisode | undefined;
}

export function episodePage(site: Site, episode: PublishedEpisode, neighbours: Neighbours): OutputFile {
  const path = `${episodeFolder(episode.slug)}/index.html`;
  const description = site.summaries.get(episode) ?? episode.frontmatter.title;
  const contents = renderPage({
    site,
    path,
    title: episode.frontmatter.title,
    description,
    canonical: episode.pageUrl,
    image: episode.artwork ?? site.podcast.artwork,
    jsonLd: podcastEpisode(site.podcast, episode, description),
    hasScript: true,
    hasForeignAudio: /^https:/.test(audioLink('', episode, site.podcast)),
    children: <EpisodeBody site={site} episode={episode} root={rootFrom(path)} {...neighbours} />,
  });
  return { path, contents };
}

interface BodyProps extends Neighbours {
  readonly site: Site;
  readonly episode: PublishedEpisode;
  readonly root: string;
}

function EpisodeBody({ site, episode, root, newer, older }: BodyProps) {
  const { podcast } = site;
  const { frontmatter, transcript } = episode;
  const chapters = listedChapters(episode);
  const notes = [notesOf(episode), podcast.show.footer ?? '']
    .map((markdown) => markdownToPageHtml(markdown, episode.pageUrl))
    .join('\n');
  return (
    <article class="episode">
      <div class="opening">
        {episode.advisory && (
          <aside class="advisory" aria-label="Content advisory">
            <strong>Before you listen or read</strong>
            <Prose html={markdownToPageHtml(episode.advisory, episode.pageUrl)} />
          </aside>
        )}
        <header>
          <Cover image={episode.artwork ?? podcast.artwork} root={root} />
          <div>
            <Particulars site={site} episode={episode} />
            <h1 dir="auto">{frontmatter.title}</h1>
            {frontmatter.summary && (
              <p class="lead" dir="auto">
                {frontmatter.summary}
              </p>
            )}
          </div>
        </header>
      </div>
      <Player episode={episode} source={audioLink(root, episode, podcast)} />
      {chapters.length > 0 && <ChapterList chapters={chapters} isAnchored={transcript?.isTimed !== true} />}
      <section aria-labelledby="notes">
        <h2 id="notes">About this episode</h2>
        <Prose html={notes} />
      </section>
      {episode.people.length > 0 && (
        <section aria-labelledby="people">
          <h2 id="people">Who takes part</h2>
          <PeopleList people={episode.people} site={site} root={root} />
        </section>
      )}
      {transcript && (
        <section class="transcript-section" aria-labelledby="transcript">
          <h2 id="transcript">Transcript</h2>
          <Downloads isTimed={transcript.isTimed} />
          <TranscriptText transcript={transcript} chapters={chapters} />
        </section>
      )}
      <Contact site={site} />
      <nav class="neighbours" aria-label="Other episodes">
        {older && <Neighbour word="Previous episode" rel="prev" episode={older} root={root} />}
        {newer && <Neighbour word="Next episode" rel="next" episode={newer} root={root} />}
      </nav>
    </article>
  );
}

function Cover({ image, root }: { readonly image: PublishedImage; readonly root: string }) {
  const { width, height } = image;
  // Empty alternative text: the cover says what the page's title says.
  return <img class="cover" src={linkTo(root, image.path)} alt="" width={width} height={height} loading="lazy" />;
}

interface ParticularsProps {
  readonly site: Site;
  readonly episode: PublishedEpisode;
  /** Whether a heading above names the season already. */
  readonly isInSeason?: boolean;
}

/** Season, number, date and length, as a line above the title. */
export function Particulars({ site, episode, isInSeason = false }: ParticularsProps) {
  const { show } = site.podcast;
  const { type, season, episode: number, episodeName } = episode.frontmatter;
  const { durationSeconds } = episode.enclosure.audio;
  const place = [
    type === 'full' ? undefined : type === 'trailer' ? 'Trailer' : 'Bonus',
    season === undefined || isInSeason ? undefined : `Season ${season}`,
    episodeName ?? (number === undefined ? undefined : `Episode ${number}`),
  ].filter((part) => part !== undefined);
  return (
    <p class="particulars">
      {place.length > 0 && <span>{place.join(', ')}</span>}
      <time datetime={formatIso(episode.date)}>{formatDay(episode.date, show.language)}</time>
      {durationSeconds > 0 && <span>{formatLength(durationSeconds)}</span>}
      {episode.explicit && <span class="badge">Explicit</span>}
    </p>
  );
}

function ChapterList({
  chapters,
  isAnchored,
}: {
  readonly chapters: readonly Chapter[];
  readonly isAnchored: boolean;
}) {
  // Without a timed transcript nothing else on the page carries the moment's name.
  const anchors = new Set<string>();
  const anchorOf = (name: string) => (isAnchored && !anchors.has(name) && anchors.add(name) ? name : undefined);
  return (
    <section aria-labelledby="chapters">
      <h2 id="chapters">Chapters</h2>
      <ol class="chapters">
        {chapters.map(({ title, startSeconds, url }) => (
          <li id={anchorOf(anchorName(startSeconds))}>
            <a href={`#${anchorName(startSeconds)}`}>
              <span class="time">{formatTimeCode(startSeconds)}</span> <span dir="auto">{title}</span>
            </a>
            {url && (
              <a class="aside" href={url} rel="noopener">
                More<span class="unseen"> about {title}</span>
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Downloads({ isTimed }: { readonly isTimed: boolean }) {
  const formats = [
    ['transcript.html', 'Web page'],
    ['transcript.txt', 'Plain text'],
    ...(isTimed
      ? [
          ['transcript.vtt', 'Captions (WebVTT)'],
          ['transcript.srt', 'Captions (SRT)'],
          ['transcript.json', 'JSON'],
        ]
      : []),
  ];
  return (
    <p class="downloads">
      <span>Download the transcript:</span>
      {formats.map(([file, label]) => (
        <a href={file} download={file === 'transcript.html' ? undefined : true}>
          {label}
        </a>
      ))}
    </p>
  );
}

function Contact({ site }: { readonly site: Site }) {
  const { show } = site.podcast;
  if (!show.publishEmail || show.email === undefined) return null;
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">Contact</h2>
      <p>
        Questions or comments? Write to <a href={`mailto:${show.email}`}>{show.email}</a>.
      </p>
    </section>
  );
}

interface NeighbourProps {
  readonly word: string;
  readonly rel: string;
  readonly episode: PublishedEpisode;
  readonly root: string;
}

function Neighbour({ word, rel, episode, root }: NeighbourProps) {
  return (
    <a class={rel} rel={rel} href={episodeLink(root, episode)}>
      <span>{word}</span>
      <strong dir="auto">{episode.frontmatter.title}</strong>
    </a>
  );
}
