import type { Person } from '../model/person.ts';
import type { TranscriptFile } from '../model/project.ts';
import type { Transcript, TranscriptProblem, Turn } from '../model/transcript.ts';
import type { SourceFile } from '../ports.ts';
import { Latest } from '../text/latest.ts';
import type { Room } from '../text/room.ts';
import { joinTranscript } from '../transcripts/join.ts';
import { openTranscript, type TranscriptSource } from '../transcripts/read.ts';

/** What is known of a transcript without its words. */
export interface TranscriptHead {
  /** Absent when nothing could be read. */
  readonly head: Omit<Transcript, 'turns'> | undefined;
  readonly problems: readonly TranscriptProblem[];
  /** The more, the rather this one is published. */
  readonly richness: number;
}

/** What reading a transcript takes. */
export interface TranscriptReading {
  readonly file: SourceFile;
  readonly path: string;
  readonly people: readonly Person[];
  /** What a Word document says, or why it cannot be read. */
  readonly document: string | TranscriptProblem | undefined;
  readonly room: Room;
}

// Classes, for thousands are held at a time: an object with getters of its own would take a kilobyte.

/** The words of a transcript file, read when somebody asks for them: of a file that has not changed, often nobody does. */
export class TranscriptWords {
  readonly #reading: TranscriptReading;
  #turns: readonly Turn[] | undefined;

  constructor(reading: TranscriptReading) {
    this.#reading = reading;
  }

  /** The file's text; empty for a document. */
  get text(): string {
    return this.#source().text;
  }

  get turns(): readonly Turn[] {
    return this.#turns ?? this.parse().joined.turns;
  }

  parse(): Parsed {
    return latestParsed.of(this, () => {
      const { path, people, room } = this.#reading;
      const source = this.#source();
      const parsed = source.parse(path, { people });
      const joined = joinTranscript(parsed, path, people);
      if (room.take(source.text.length)) this.#turns = joined.turns;
      return { problems: parsed.problems, joined };
    });
  }

  #source(): TranscriptSource {
    const { file, document } = this.#reading;
    return latestSource.of(this, () => openTranscript(file.read(), document));
  }
}

interface Parsed {
  readonly problems: readonly TranscriptProblem[];
  readonly joined: Transcript;
}

// All rules look at one episode before they look at the next, and all forms of a transcript are written before those of the next.
const latestSource = new Latest<TranscriptWords, TranscriptSource>();
const latestParsed = new Latest<TranscriptWords, Parsed>();

/** A transcript whose turns are read when somebody asks for them. */
class LazyTranscript implements Transcript {
  readonly source: string;
  readonly format: Transcript['format'];
  readonly isTimed: boolean;
  readonly #words: TranscriptWords;

  constructor({ source, format, isTimed }: Omit<Transcript, 'turns'>, words: TranscriptWords) {
    this.source = source;
    this.format = format;
    this.isTimed = isTimed;
    this.#words = words;
  }

  get turns(): readonly Turn[] {
    return this.#words.turns;
  }
}

/** A transcript file that is there. */
export class OpenedTranscript implements TranscriptFile {
  readonly path: string;
  readonly exists = true;
  readonly transcript: Transcript | undefined;
  readonly problems: readonly TranscriptProblem[];
  readonly digest: string;
  readonly richness: number;
  readonly #words: TranscriptWords;

  constructor(path: string, digest: string, { head, problems, richness }: TranscriptHead, words: TranscriptWords) {
    this.path = path;
    this.digest = digest;
    this.transcript = head && new LazyTranscript(head, words);
    this.problems = problems;
    this.richness = richness;
    this.#words = words;
  }

  get text(): string {
    return this.#words.text;
  }
}
