import MarkdownIt, { type Token } from 'markdown-it';

const parser = new MarkdownIt({ html: true, linkify: true });
// Only what is plainly an address becomes a link by itself: "notes.md" and "gov.uk" are words.
parser.linkify.set({ fuzzyLink: false });
// The sanitiser judges links and spells them out. Refused here, `[a](javascript:b)` would stay on the page as code.
parser.validateLink = () => true;
parser.normalizeLink = (link) => link;

// Looking for bare addresses takes as long as all else, and few texts have something that could be one outside their links.
parser.core.ruler.before('linkify', 'pass_over_linkify', ({ md, tokens }) => {
  md.options.linkify = tokens.some(({ children }) => children?.some(mayHoldAddress) === true);
});
parser.core.ruler.after('linkify', 'resume_linkify', ({ md }) => {
  md.options.linkify = true;
});

function mayHoldAddress({ type, content }: Token): boolean {
  return type === 'text' && /@|\/\//.test(content);
}

/** What a Markdown text consists of, with links as they were written: one reading for pages, feed and rules. */
export function parseMarkdown(markdown: string): Token[] {
  return parser.parse(markdown, {});
}

/** As HTML, which is of unknown origin: nobody has judged links and tags. */
export function renderMarkdown(markdown: string): string {
  return parser.render(markdown);
}

/** Backslashes and references resolved: `a\_b&amp;c` is `a_b&c`. */
export function unescapeMarkdown(text: string): string {
  return parser.utils.unescapeAll(text);
}
