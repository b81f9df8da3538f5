import { escapeLineStarts, escapeMarkdown } from './markdown-text.ts';

export interface PastedNotes {
  readonly markdown: string;
  readonly unsure: readonly string[];
}

/** Where a link stood, its words stay and its address goes when a page is copied: `gov.uk` alone tells where it led. */
const bareAddress =
  /(?<![@\w./:-])(?:www\.)?(?:[a-z\d-]+\.)+(?:org\.uk|gov\.uk|co\.uk|ac\.uk|nhs\.uk|wales|scot|org|com|net|info|eu|uk)(?:\/[^\s)]*)?(?![\w@.-]*@)/g;

/** Lines of a pasted page as show notes: a paragraph each, lost links as a list. Says what was guessed and what is lost. */
export function pastedNotes(lines: readonly string[]): PastedNotes {
  const lost: string[] = [];
  const guessed = new Set<string>();
  const blocks: string[] = [];
  let isListing = false;
  for (const [index, line] of lines.entries()) {
    isListing = isLinkTitle(line) && (isListing || /:$/.test(lines[index - 1] ?? '') || namesSite(line));
    if (isListing) {
      lost.push(line);
      const previous = blocks.at(-1);
      const item = `- ${escapeMarkdown(line)}`;
      if (previous?.startsWith('- ')) blocks[blocks.length - 1] = `${previous}\n${item}`;
      else blocks.push(item);
    } else {
      blocks.push(withLinks(line, guessed));
    }
  }
  const stale = lines.filter((line) => /\btranscript\b/i.test(line) && !isLinkTitle(line));
  return {
    markdown: blocks.join('\n\n'),
    unsure: [
      ...lost.map((line) => `The address of this link was not in the text: "${line}". Write it as [words](https://…).`),
      ...[...guessed].map((address) => `The address ${address} was made from the words of the page. Open it and see.`),
      ...stale.map(
        (line) => `This line may not be needed any more, as ppod shows the transcript below the notes: "${line}"`,
      ),
    ],
  };
}

/** A title without a full stop, as links in lists are. What tells its address itself has not lost it. */
function isLinkTitle(line: string): boolean {
  return line.length <= 160 && !/[.!?:;,]$/.test(line) && !line.includes('@') && line.search(bareAddress) === -1;
}

/** Browsers and search machines put the site's name behind the title of a page. */
function namesSite(line: string): boolean {
  return /\s[-–—|]\s+(?:GOV\.UK|NHS|[\w-]+\.(?:com|org|co\.uk|gov\.uk|org\.uk))$/.test(line);
}

function withLinks(line: string, guessed: Set<string>): string {
  let markdown = '';
  let from = 0;
  for (const { 0: found, index } of line.matchAll(bareAddress)) {
    const address = found.replace(/[.,;]+$/, '');
    guessed.add(`https://${address}`);
    markdown += `${escapeMarkdown(line.slice(from, index))}[${address}](https://${address})`;
    from = index + address.length;
  }
  return escapeLineStarts(markdown + escapeMarkdown(line.slice(from)));
}
