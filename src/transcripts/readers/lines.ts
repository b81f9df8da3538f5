/** A line of a file, or of a document's text. */
export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** The words at the start that the document sets in bold. */
  readonly bold?: string | undefined;
  /** A paragraph of a document: never one of the lines into which an editor broke a longer one. */
  readonly isBlock?: boolean | undefined;
  /** A heading of a document: hardly a speaker's name. */
  readonly isHeading?: boolean | undefined;
}

/** Splits text at any kind of line end. */
export function linesOf(text: string): readonly Line[] {
  return text.split(/\r\n|\r|\n/).map((line, index) => ({ text: line, line: index + 1 }));
}
