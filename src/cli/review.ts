import { readFile, writeFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { review } from '../correction/review.ts';
import { reviewMark, reviewPage } from '../correction/review-page.ts';
import { talkOf } from '../correction/talk.ts';
import { stemOf } from '../model/slug.ts';
import { check } from '../pipeline/check.ts';
import { load } from '../pipeline/load.ts';
import { redactorOf } from '../pipeline/redact.ts';
import { publishedTranscript } from '../rules/transcript/published.ts';
import { reviewContext } from '../rules/transcript/read-through.ts';
import { episodeNamed } from './episode-named.ts';
import { exitCodes } from './exit-codes.ts';
import { diskPorts } from './ports.ts';
import { talkOn } from './talk.ts';
import type { TranscriptCommandOptions } from './transcript.ts';
import { UsageError } from './usage-error.ts';

/** `ppod transcript --review EPISODE`: one page to go through a transcript with. Changes no file of the show. */
export async function runReview(names: readonly string[], options: TranscriptCommandOptions): Promise<number> {
  const [wanted = '', ...more] = names;
  if (more.length > 0) throw new UsageError('--review takes one episode.');
  const project = await load(await diskPorts(options.root));
  const episode = episodeNamed(wanted, project);
  const published = publishedTranscript(episode);
  if (published === undefined)
    throw new UsageError(
      `${episode.file} has no transcript to review. Put one beside it, named ${stemOf(episode.file)}.transcript.txt.`,
    );
  const { file, transcript } = published;
  const context = reviewContext(episode, project);
  const { rules = {} } = project.show.content ?? {};
  const isWanted = (rule: string) => rules[rule] !== 'off' && episode.content.waive[rule] === undefined;
  const redact = redactorOf(project);
  const talk = talkOf(transcript, file);
  const found = review(talk, context);
  const groups = found.filter(({ rule }) => isWanted(rule));
  const marked = new Set(found.map(({ rule }) => rule));
  const others = check(project)
    .filter((diagnostic) => diagnostic.file === file.path && !marked.has(diagnostic.rule))
    .map(({ range, message, remedy }) => ({ line: range.start.line, message, remedy }));
  const page = reviewPage({
    title: redact(episode.content.title),
    source: file.path,
    language: context.language,
    talk: talk.map((turn) => ({
      text: redact(turn.text),
      speaker: turn.speaker === undefined ? undefined : redact(turn.speaker),
      paragraphs: turn.paragraphs,
      place: (start, end) => turn.place(start, end),
      secondsAt: (offset) => turn.secondsAt(offset),
    })),
    groups: groups.map(({ remarks, ...group }) => ({
      ...group,
      remarks: remarks.map((remark) => ({
        ...remark,
        hint: redact(remark.hint),
        message: redact(remark.message),
        remedy: redact(remark.remedy),
      })),
    })),
    others,
    hasLines: file.text !== '',
  });
  const target = options.output ?? `${stemOf(episode.file)}.review.html`;
  await refuseLoss(target, options);
  await writeFile(target, page);
  const count = groups.reduce((sum, { remarks }) => sum + remarks.length, others.length);
  talkOn(process.stderr, options.quiet).say(
    `Wrote ${target}, with ${count === 1 ? 'one place' : `${count} places`} to look at. Open it in a browser; ${file.path} is as it was.`,
  );
  return exitCodes.done;
}

/** The page is for the desk, not for publication, and takes the place of nothing but an earlier review. */
async function refuseLoss(target: string, { root, force }: TranscriptCommandOptions): Promise<void> {
  const [folder] = relative(resolve(root), resolve(target)).split(sep);
  if (folder === 'episodes' || folder === 'media' || folder === 'dist')
    throw new UsageError(`A review does not belong in ${folder}/. Choose another place with -o.`);
  const there = await readFile(target, 'utf8').catch(() => '');
  if (there !== '' && !there.includes(reviewMark) && force !== true)
    throw new UsageError(`"${target}" is there already, and is no review. Choose another name, or say --force.`);
}
