import type { PublishedEpisode } from '../../model/project.ts';
import { episodeFolder, urlOf } from '../../model/urls.ts';
import { listedChapters } from '../chapters.ts';
import { notesHtml } from '../notes.ts';
import { lazily, type OutputFile } from '../output.ts';
import { ChapterList } from './chapter-list.tsx';
import { Cover } from './cover.tsx';
import { podcastEpisode } from './json-ld.ts';
import { renderPage, type SharedImage } from './layout.tsx';
import { episodePageKey } from './page-keys.ts';
import { Particulars } from './particulars.tsx';
import { PeopleList } from './people-list.tsx';
import { Player } from './player-box.tsx';
import { Prose } from './prose.tsx';
import { audioLink, episodeLink, rootFrom, type Site } from './site.ts';
import { TranscriptDownloads, TranscriptText } from './transcript.tsx';
import { WaveformDrawing } from './waveform.tsx';

interface Neighbours {
  readonly newer: PublishedEpisode | undefined;
  readonly older: PublishedEpisode | undefined;
}

export function episodePage(site: Site, episode: PublishedEpisode, neighbours: Neighbours): OutputFile {
  const path = `${episodeFolder(episode.slug)}/index.html`;
  const make = () => {
    const description = episode.texts.summary;
    return renderPage({
      site,
      path,
      title: episode.frontmatter.title,
      description,
      canonical: episode.pageUrl,
      image: episode.artwork ?? site.podcast.artwork,
      jsonLd: podcastEpisode(site.podcast, episode, description),
      card: cardOf(site, episode),
      script: site.script,
      hasForeignAudio: /^https:/.test(audioLink('', episode, site.podcast)),
      children: <EpisodeBody site={site} episode={episode} root={rootFrom(path)} {...neighbours} />,
    });
  };
  const key = episodePageKey(site, episode, [neighbours.newer, neighbours.older]);
  return lazily(path, make, { isSearchable: site.podcast.show.search, key });
}

function cardOf({ podcast }: Site, { slug }: PublishedEpisode): SharedImage | undefined {
  const card = podcast.illustrations?.cards.get(slug);
  return card && { url: urlOf(podcast.site, card.path), width: card.width, height: card.height };
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
  const waveform = podcast.illustrations?.waveforms.get(episode.slug);
  const notes = notesHtml(episode, podcast).trim();
  const footer = site.sharedHtml(podcast.show.footer ?? '');
  return (
    <article class="episode">
      <div class="opening">
        {episode.advisory && (
          <aside class="advisory" aria-label="Content advisory">
            <strong>Before you listen or read</strong>
            <Prose html={site.sharedHtml(episode.advisory)} />
          </aside>
        )}
        <header>
          <Cover site={site} image={episode.artwork ?? podcast.artwork} root={root} isLazy />
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
      <Player episode={episode} source={audioLink(root, episode, podcast)}>
        {waveform && <WaveformDrawing waveform={waveform} chapters={chapters} />}
      </Player>
      {chapters.length > 0 && <ChapterList chapters={chapters} isAnchored={transcript?.isTimed !== true} />}
      <section aria-labelledby="notes">
        <h2 id="notes">About this episode</h2>
        <Prose html={notes} />
        {footer !== '' && <Prose html={footer} isStanding />}
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
          <TranscriptDownloads isTimed={transcript.isTimed} />
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
