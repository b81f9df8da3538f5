import type { TranscriptProblem } from '../../model/transcript.ts';
import { problem } from '../problems.ts';

/** The part of mammoth that is used, so that tests can take it away. */
type LoadMammoth = () => Promise<{
  readonly default: { convertToHtml(input: { readonly buffer: Buffer }): Promise<{ readonly value: string }> };
}>;

/**
 * A Word document as HTML, by the optional package mammoth, which is loaded only now. (Its plain text
 * would drop the line breaks inside paragraphs, and Teams puts everything into such lines.)
 *
 * @returns The finding when the package is missing or the document cannot be opened.
 */
export async function readDocx(
  bytes: Uint8Array,
  load: LoadMammoth = () => import('mammoth'),
): Promise<string | TranscriptProblem> {
  try {
    const { default: mammoth } = await load();
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    return value;
  } catch (error) {
    return isMissing(error) ? missing : broken;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}

const missing = problem(
  'transcript-unreadable',
  1,
  'This is a Word document, and the part of ppod that reads Word is not installed here.',
  'Run "npm install mammoth", or save the document as plain text (.txt) and use that file.',
);

const broken = problem(
  'transcript-unreadable',
  1,
  'The Word document cannot be opened: it is damaged or protected.',
  'Open it in Word, save it again as a Word document (.docx) or as plain text (.txt), and use that file.',
);
