import { type Talk, talkOf } from '../../src/correction/talk.ts';
import { joinTranscript } from '../../src/transcripts/join.ts';
import { parseTranscript } from '../../src/transcripts/read.ts';

/** A transcript as it is read from a file. */
export function talkFrom(text: string, name = 'a.transcript.txt'): Talk {
  return talkOf(joinTranscript(parseTranscript(text, name), name, []), { text });
}
