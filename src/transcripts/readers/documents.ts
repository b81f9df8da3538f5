import type { TranscriptProblem } from '../../model/transcript.ts';
import { problem } from '../problems.ts';

/** How documents that are no text files begin, and what people call them. */
const signatures: readonly (readonly [signature: readonly number[], kind: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'docx'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word document (.doc)'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text document (.rtf)'],
  [[0x49, 0x44, 0x33], 'an audio file'],
];

/** `docx` for a Word document (or another file in a ZIP), another kind in plain words, or nothing for text. */
export function documentKind(bytes: Uint8Array): string | undefined {
  const known = signatures.find(([signature]) => signature.every((byte, index) => bytes[index] === byte))?.[1];
  if (known !== undefined) return known;
  // Text has no NUL, save in UTF-16, which announces itself.
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.subarray(0, 4096).includes(0) ? 'a file that is no text' : undefined;
}

export function otherDocument(kind: string): TranscriptProblem {
  return problem(
    'transcript-unreadable',
    1,
    `This is ${kind}, which ppod cannot read as a transcript.`,
    'Open it in the program that made it, save it as plain text (.txt) or Word (.docx), and use that file.',
  );
}
