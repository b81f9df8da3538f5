import { music, sampleRate, speak } from './speech.mjs';

/** Seconds. A cue may end inside a sentence. */
const pauses = { phrase: 0.1, sentence: 0.32, turn: 0.5 };
/** A sentence that would begin this much before a chapter waits for it, so that chapters begin on whole seconds. */
const longestWait = 1;

/**
 * Puts music and sentences one after the other.
 * @param {readonly Omit<import('./transcript.mjs').Sentence, 'startSeconds' | 'endSeconds'>[]} spoken
 * @param {readonly number[]} chapterStarts in seconds; each but the first must find a sentence that can wait for it
 * @returns {{ samples: Int16Array, spoken: import('./transcript.mjs').Sentence[] }}
 */
export function layOut(spoken, chapterStarts) {
  const pieces = [{ at: 0, samples: music('opening') }];
  const awaited = chapterStarts.filter((start) => start > 0);
  const timed = [];
  let end = pieces[0].samples.length;
  for (const [index, sentence] of spoken.entries()) {
    let at = end + Math.round(pauseBetween(spoken[index - 1], sentence) * sampleRate);
    const chapter = (awaited[0] ?? Number.POSITIVE_INFINITY) * sampleRate;
    if (at <= chapter && chapter - at < longestWait * sampleRate) {
      at = chapter;
      awaited.shift();
    }
    const samples = speak(sentence.text, sentence.speaker);
    end = at + samples.length;
    pieces.push({ at, samples });
    timed.push({ ...sentence, startSeconds: round(at / sampleRate), endSeconds: round(end / sampleRate) });
  }
  if (awaited.length > 0) {
    const starts = timed.map(({ startSeconds, text }) => `${startSeconds} ${text}`).join('\n');
    throw new Error(`No sentence begins just before the chapter at ${awaited[0]} seconds:\n${starts}`);
  }
  pieces.push({ at: end + Math.round(pauses.turn * sampleRate), samples: music('closing') });
  return { samples: join(pieces), spoken: timed };
}

function pauseBetween(before, sentence) {
  if (before === undefined) return 0;
  if (before.turn !== sentence.turn) return pauses.turn;
  return /[.?!]”?$/.test(before.text) ? pauses.sentence : pauses.phrase;
}

const round = (seconds) => Math.round(seconds * 1000) / 1000;

function join(pieces) {
  const last = pieces.at(-1);
  const whole = new Int16Array(last.at + last.samples.length);
  for (const { at, samples } of pieces) whole.set(samples, at);
  return whole;
}
