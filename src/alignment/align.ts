import type { PcmBlock } from '../media/pcm.ts';
import type { Segment, Transcript, Word } from '../model/transcript.ts';
import { boundsOf } from './anchors.ts';
import type { Background } from './background.ts';
import { excerpt, framesASecond } from './cepstra.ts';
import { type Confidence, confidenceOf } from './confidence.ts';
import { hear, hearVoice } from './listening.ts';
import { type Match, match, passCount, type Sound } from './passes.ts';
import { type FrameSpan, filledIn, holesOf, spansOf } from './spans.ts';
import { soundOf, spokenSentencesOf } from './speech.ts';
import type { Voice } from './voice.ts';
import { findWords, speakLexicon, tokensOf } from './words.ts';

export interface AlignmentRequest {
  /** Times that its segments already have are held to. */
  readonly transcript: Transcript;
  /** The decoded audio, read once from its start to its end. */
  readonly pcm: AsyncIterable<PcmBlock>;
  readonly voice: Voice;
  /** BCP 47 tag of the language that is spoken. */
  readonly language: string;
  /** Where talk begins and ends, in seconds from the start of the audio, when the author says so. */
  readonly speechStart?: number | undefined;
  readonly speechEnd?: number | undefined;
  readonly onProgress?: ((progress: AlignmentProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What is being done: hearing the audio (seconds so far), saying the sentences, finding them in the audio. */
export type AlignmentProgress =
  | { readonly step: 'hearing'; readonly seconds: number }
  | { readonly step: 'speaking'; readonly sentences: number; readonly of: number }
  | { readonly step: 'matching'; readonly passes: number; readonly of: number };

/** A segment of the transcript with its times, in seconds from the start of the audio. */
export interface AlignedCue extends Confidence {
  readonly segment: Segment;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** A stretch of the audio, in seconds from its start. */
export interface Stretch {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

export interface Aligned {
  readonly kind: 'aligned';
  /** The transcript given, every segment timed; words are timed where the segment is not in doubt. */
  readonly transcript: Transcript;
  /** One for each segment, in their order. */
  readonly cues: readonly AlignedCue[];
  /** Those cues whose times are not to be trusted. */
  readonly doubtful: readonly AlignedCue[];
  /** Sound of some length that no segment accounts for: music, or words that the transcript lacks. */
  readonly unaccounted: readonly Stretch[];
  /** Segments whose own times were not held to, because they contradict an earlier one or lie outside the audio. */
  readonly unusableTimes: readonly Segment[];
}

export interface Refused {
  readonly kind: 'refused';
  /** Why, as a sentence for the author. */
  readonly reason: string;
}

export type AlignmentResult = Aligned | Refused;

/** A transcript's own sentences come to 0.08 even in loud noise, those of others to 0.036 at most (`docs/alignment.md`). */
const leastMargin = 0.045;
/** Share of the sentences that may be in doubt before all are. */
const mostDoubted = 0.5;
const shortestSeconds = 1;

/**
 * Gives every segment of a transcript its times, by comparing the audio with the same words in a synthetic voice.
 * Nothing is downloaded, no word is changed, and the same input gives the same times.
 * @throws whatever the voice or the audio throws, and the signal's reason when it is aborted
 */
export async function alignTranscript(request: AlignmentRequest): Promise<AlignmentResult> {
  const { transcript, language, signal, onProgress = () => undefined } = request;
  const segments = transcript.turns.flatMap(({ paragraphs }) => paragraphs.flat());
  const texts = segments.map(({ text }) => text);
  const heard = await hear(request.pcm, (seconds) => onProgress({ step: 'hearing', seconds }), signal);
  const offset = Math.round(Math.max(0, request.speechStart ?? 0) * framesASecond);
  const talk = excerpt(heard.cepstra, offset, Math.round((request.speechEnd ?? Infinity) * framesASecond));
  if (talk.frameCount < shortestSeconds * framesASecond)
    return refused('There is hardly any sound between the start and the end of talk.');
  const said = (sentences: number) => onProgress({ step: 'speaking', sentences, of: texts.length });
  const sentences = spokenSentencesOf(await hearVoice(request.voice, texts, language, heard.background, said, signal));
  if (sentences.features.length === 0) return refused('The transcript has no words to find in the audio.');
  const sound = soundOf(talk);
  const stamps = segments.map(({ startSeconds: at }) => (at === undefined ? undefined : at - offset / framesASecond));
  const { bounds, unusable } = boundsOf(stamps, talk.frameCount / framesASecond);
  const breathe = () => breath(signal);
  const found = await match(sentences, sound, bounds, (passes) => {
    onProgress({ step: 'matching', passes, of: passCount });
    return breathe();
  });
  if (found === undefined) return refused('The times in the transcript leave too little room for its words.');
  const { each, overallMargin } = await confidenceOf(sentences, sound, found, breathe);
  const doubted = each.filter(({ doubt }) => doubt !== undefined).length;
  if (overallMargin < leastMargin || doubted > mostDoubted * each.length) return refused(mismatch(stamps));
  const { starts } = sentences;
  const lengths = texts.map((_, index) => (starts[index + 1] ?? 0) - (starts[index] ?? 0));
  const spans = filledIn(spansOf(found), lengths, talk.frameCount);
  const trusted = spans.map((span, index) => (each[index]?.doubt === undefined ? span : undefined));
  const words = await wordsOf(texts, trusted, offset, sound, found, heard.background, request);
  const cues = segments.map((segment, index) => {
    const times = stretch(spans[index] ?? { from: 0, to: 0 }, offset);
    return { ...(each[index] ?? { confidence: 0 }), ...times, segment: { ...segment, ...times, ...words[index] } };
  });
  return {
    kind: 'aligned',
    transcript: timed(transcript, cues),
    cues,
    doubtful: cues.filter(({ doubt }) => doubt !== undefined),
    unaccounted: holesOf(found).map((hole) => stretch(hole, offset)),
    unusableTimes: segments.filter((_, index) => unusable.includes(index)),
  };
}

/** The words of each segment, timed; nothing for a segment that is not to be trusted. */
async function wordsOf(
  texts: readonly string[],
  spans: readonly (FrameSpan | undefined)[],
  offset: number,
  sound: Sound,
  found: Match,
  background: Background,
  { voice, language, signal }: AlignmentRequest,
): Promise<({ words: Word[] } | undefined)[]> {
  const trusted = texts.filter((_, index) => spans[index] !== undefined);
  const lexicon = await speakLexicon(voice, trusted, language, background, signal);
  const all: ({ words: Word[] } | undefined)[] = [];
  for (const [index, text] of texts.entries()) {
    const span = spans[index];
    if (span === undefined) {
      all.push(undefined);
      continue;
    }
    await breath(signal);
    const frames = await findWords(text, lexicon, sound, span, found.prices, () => breath(signal));
    const words = tokensOf(text).map((token, k) => {
      const word = frames[k];
      return word === undefined ? { text: token } : { text: token, ...stretch(word, offset) };
    });
    all.push({ words });
  }
  return all;
}

/** Lets other work be done, such as noticing Ctrl-C, and stops when it was. */
async function breath(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}

function stretch({ from, to }: FrameSpan, offset: number): Stretch {
  const seconds = (frame: number) => Math.round(((offset + frame) * 1000) / framesASecond) / 1000;
  return { startSeconds: seconds(from), endSeconds: seconds(to) };
}

function timed(transcript: Transcript, cues: readonly AlignedCue[]): Transcript {
  const rest = cues.values();
  const next = (segment: Segment): Segment => rest.next().value?.segment ?? segment;
  const turns = transcript.turns.map((turn) => ({
    ...turn,
    paragraphs: turn.paragraphs.map((paragraph) => paragraph.map(next)),
  }));
  return { ...transcript, turns, isTimed: true };
}

function refused(reason: string): Refused {
  return { kind: 'refused', reason };
}

function mismatch(stamps: readonly (number | undefined)[]): string {
  return stamps.some((stamp) => stamp !== undefined)
    ? 'The words of the transcript are not heard at the times that it gives, or not heard at all.'
    : 'The words of the transcript are not heard in the audio: it seems to be the transcript of another recording.';
}
