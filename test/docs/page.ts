/** A step of a page of docs/: a command to run, and what the page says it prints. */
export interface Step {
  /** Lines for a shell. */
  readonly script: string;
  /** What follows in a block marked `text`; absent when the page shows nothing. */
  readonly output: string | undefined;
  /** 1-based. */
  readonly line: number;
}

/**
 * The steps of a page. A block marked `sh` is what the reader types; the block marked `text` right after it is what the
 * reader sees. `<!-- test: … -->` stands for what the reader does with an editor or a mouse.
 */
export function stepsOf(markdown: string): readonly Step[] {
  const form =
    /<!-- test: (?<hidden>[\s\S]*?) -->|^```sh\n(?<script>[\s\S]*?)^```\n(?:\n```text\n(?<output>[\s\S]*?)^```$)?/gm;
  return [...markdown.matchAll(form)].map(({ groups = {}, index }) => ({
    script: groups['hidden'] ?? groups['script'] ?? '',
    output: groups['output'],
    line: markdown.slice(0, index).split('\n').length,
  }));
}

/** Whether `actual` is what a page shows: `…` on a line of its own stands for any lines, within a line for any words. */
export function isAsShown(shown: string, actual: string): boolean {
  const pattern = shown
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '…' ? '(?:.*\\n)*?.*' : line.trimEnd().split('…').map(literally).join('.*')))
    .join('\\n');
  return new RegExp(`^${pattern}$`).test(actual.replace(/[ \t]+$/gm, '').trim());
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
