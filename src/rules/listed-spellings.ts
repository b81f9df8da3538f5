import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Fix } from '../model/diagnostic.ts';
import type { Entry } from '../model/project.ts';
import { addedLine } from './repairs.ts';

const key = 'vocabulary';

/**
 * The repair of show.md that lists more wrong spellings under `vocabulary`; what stands there keeps its comments.
 * @param added the right spellings, each with the wrong ones
 * @returns `undefined` where the file cannot be changed safely
 */
export function listedSpellings(
  { frontmatter }: Pick<Entry<unknown>, 'frontmatter'>,
  added: Readonly<Record<string, readonly string[]>>,
): Fix | undefined {
  const isThere = typeof frontmatter.data === 'object' && frontmatter.data !== null && key in frontmatter.data;
  const start = frontmatter.locate([key], 'key').start.offset;
  const source = isThere ? frontmatter.text.slice(start, frontmatter.locate([key]).end.offset).trimEnd() : `${key}:`;
  const document = parseDocument(source);
  // An alias for something elsewhere in the frontmatter, say: it is not in this part.
  if (document.errors.length > 0) return undefined;
  if (!isMap(document.get(key, true))) document.set(key, document.createNode({}));
  for (const [right, wrongOnes] of Object.entries(added)) list(document, right, wrongOnes);
  const replacement = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
  const words = Object.values(added).flat().join('", "');
  const description = `listed "${words}" as wrong under ${key}`;
  if (isThere) return { start, end: start + source.length, replacement, description };
  const line = addedLine({ frontmatter }, key, '');
  return line && { ...line, replacement: line.replacement.replace(`${key}: `, replacement), description };
}

function list(document: Document, right: string, wrongOnes: readonly string[]): void {
  const listed = document.getIn([key, right], true);
  if (isSeq(listed)) for (const wrong of wrongOnes) listed.add(document.createNode(wrong));
  else {
    const before = isScalar(listed) ? [listed.value] : [];
    document.setIn([key, right], document.createNode([...before, ...wrongOnes], { flow: true }));
  }
}
