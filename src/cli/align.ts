import { rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Aligned, type AlignedCue, type AlignmentProgress, alignTranscript } from '../alignment/align.ts';
import type { EpisodeEntry, Project } from '../model/project.ts';
import { stemOf } from '../model/slug.ts';
import type { Transcript } from '../model/transcript.ts';
import { isAddress } from '../model/urls.ts';
import { withDraft } from '../node/draft.ts';
import { CannotSpeak } from '../node/espeak-voices.ts';
import { CannotDecode, decodeAudio } from '../node/pcm-decoder.ts';
import { howToInstallVoice, installedVoice } from '../node/voice.ts';
import { load } from '../pipeline/load.ts';
import { formatTimeCode } from '../text/time-code.ts';
import { formatSentenceVtt } from '../transcripts/format-sentence-vtt.ts';
import { elsewhere } from './elsewhere.ts';
import { episodeNamed } from './episode-named.ts';
import { exitCodes } from './exit-codes.ts';
import { loadProgress } from './load-progress.ts';
import { diskPorts } from './ports.ts';
import { print } from './print.ts';
import type { GlobalOptions } from './report.ts';
import { talkOn } from './talk.ts';
import { UsageError } from './usage-error.ts';

export interface AlignCommandOptions extends GlobalOptions {
  readonly force?: boolean;
}

/** Shorter stretches of unexplained sound are breath and room. */
const leastUnaccounted = 3;

/** `ppod align EPISODE`: writes `<slug>.transcript.vtt` beside the episode, so that builds need no alignment. */
export async function runAlign(name: string, options: AlignCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const project = await load(await diskPorts(options.root), loadProgress(talk));
  talk.clear();
  const episode = episodeNamed(name, project);
  const transcript = untimedTranscript(episode, options.force === true);
  const voice = await installedVoice();
  if (voice === undefined)
    throw new UsageError(`ppod align needs a synthetic voice to compare with. ${howToInstallVoice}`);
  try {
    const result = await alignTranscript({
      transcript,
      pcm: soundOf(episode, project, options.root),
      voice,
      language: project.show.content?.language ?? 'en',
      speechStart: episode.content?.speechStart,
      speechEnd: episode.content?.speechEnd,
      onProgress: (progress) => talk.progress(progressLine(progress)),
    });
    talk.clear();
    if (result.kind === 'refused') {
      // Whoever asked for quiet has to know this all the same.
      print('stderr', `Nothing was written. ${result.reason}\n`);
      return exitCodes.findings;
    }
    const folder = episode.file.slice(0, episode.file.lastIndexOf('/') + 1);
    const target = `${folder}${stemOf(episode.file)}.transcript.vtt`;
    await writeWhole(join(resolve(options.root), target), vttOf(result));
    for (const line of summary(target, result)) talk.say(line);
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CannotDecode || error instanceof CannotSpeak) throw new UsageError(error.message);
    throw error;
  }
}

function untimedTranscript({ file, transcripts }: EpisodeEntry, force: boolean): Transcript {
  const read = transcripts.flatMap(({ transcript }) => (transcript === undefined ? [] : [transcript]));
  const timed = read.find(({ isTimed }) => isTimed);
  const untimed = read.find(({ isTimed }) => !isTimed);
  if (timed !== undefined && (!force || untimed === undefined)) {
    const again =
      untimed === undefined ? '' : ' To time it again, add --force; corrections made in that file are lost then.';
    throw new UsageError(`The transcript of ${file} has its times already, in ${timed.source}.${again}`);
  }
  if (untimed === undefined)
    throw new UsageError(`${file} has no transcript. Put one beside it, named ${stemOf(file)}.transcript.txt.`);
  return untimed;
}

function soundOf({ content, file }: EpisodeEntry, { media }: Project, root: string) {
  const audio = content === undefined ? undefined : media.get(content.audio);
  if (audio?.kind !== 'audio') throw new UsageError(`The audio of ${file} cannot be read. Run ppod check to see why.`);
  if (isAddress(audio.path)) throw new UsageError(elsewhere(audio.path));
  return decodeAudio(join(resolve(root), audio.path), audio.audio);
}

function progressLine(progress: AlignmentProgress): string {
  switch (progress.step) {
    case 'hearing':
      return `Listening: ${formatTimeCode(progress.seconds)}`;
    case 'speaking':
      return `Speaking for comparison: sentence ${progress.sentences} of ${progress.of}`;
    default:
      return `Comparing: pass ${progress.passes} of ${progress.of}`;
  }
}

const doubtWords: Readonly<Record<NonNullable<AlignedCue['doubt']>, string>> = {
  'not-heard': 'these words were not heard in the audio',
  unlike: 'the audio there does not sound like these words',
  pace: 'these words would have to be said at an unlikely pace',
};

function vttOf({ transcript, doubtful }: Aligned): string {
  const doubts = new Map(
    doubtful.map((cue) => [`${cue.startSeconds} ${cue.segment.line} ${cue.segment.text}`, cue.doubt]),
  );
  return formatSentenceVtt(transcript, ({ startSeconds, line, text }) => {
    const doubt = doubts.get(`${startSeconds} ${line} ${text}`);
    return doubt === undefined ? undefined : `Listen to this: ${doubtWords[doubt]}.`;
  });
}

function summary(target: string, { cues, doubtful, unaccounted, unusableTimes }: Aligned): string[] {
  const lines = [`Wrote ${target}: ${cues.length} sentences timed.`];
  for (const { text, startSeconds = 0 } of unusableTimes)
    lines.push(
      `  The time ${formatTimeCode(startSeconds)} before "${shortened(text)}" was not used: it goes back, or lies behind the end of the audio.`,
    );
  if (doubtful.length > 0) {
    lines.push(`${doubtful.length} of them need your ear; each is marked with a NOTE in the file:`);
    for (const { startSeconds, segment, doubt } of doubtful) {
      lines.push(
        `  ${formatTimeCode(startSeconds)}  "${shortened(segment.text)}": ${doubt === undefined ? '' : doubtWords[doubt]}`,
      );
    }
  }
  for (const { startSeconds, endSeconds } of unaccounted) {
    if (endSeconds - startSeconds < leastUnaccounted) continue;
    lines.push(
      `  ${formatTimeCode(startSeconds)}–${formatTimeCode(endSeconds)}  sound that no sentence accounts for: music, or words that the transcript lacks`,
    );
  }
  return lines;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Whole or not at all. */
async function writeWhole(path: string, contents: string): Promise<void> {
  await withDraft(path, async (draft) => {
    await writeFile(draft, contents);
    await rename(draft, path);
  });
}
