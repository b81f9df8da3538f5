import { Parser } from 'htmlparser2';

/** An element of a feed. `name` is in lower case, with the usual prefix of its namespace, whatever prefix the feed chose. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export interface XmlTree {
  readonly root: XmlElement;
  /** What is broken in the XML and was read all the same, in plain words. */
  readonly oddities: readonly string[];
}

interface OpenElement extends XmlElement {
  /** The usual prefix of names without one in this element. */
  readonly inherited: string;
  readonly children: (OpenElement | string)[];
}

/** The usual prefixes, by what is telling in the address of a namespace: feeds spell these addresses in many ways. */
const namespaces: readonly (readonly [form: RegExp, prefix: string])[] = [
  [/itunes\.com\/dtds\/podcast/i, 'itunes'],
  [/podcastindex(?:-org)?\b/i, 'podcast'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/w3\.org\/2005\/atom/i, 'atom'],
  [/podlove\.org\/simple-chapters/i, 'psc'],
  [/google\.com\/schemas\/play-podcasts/i, 'googleplay'],
  [/purl\.org\/dc\/elements/i, 'dc'],
  [/search\.yahoo\.com\/mrss/i, 'media'],
];

/** Names that RSS itself does not have: in feeds whose prefixes got lost on the way they are still what they were. */
const lostNames: ReadonlySet<string> = new Set([
  ...['encoded', 'owner', 'summary', 'subtitle', 'keywords', 'explicit', 'duration', 'season', 'episode'],
  ...['episodeType', 'block', 'complete', 'new-feed-url'],
]);

/** Deeper than any feed; what is nested further is read as lying side by side. */
const deepest = 200;

/**
 * Reads XML as forgivingly as podcast apps do: tags that are not closed or cross each other, ampersands that stand alone,
 * entities of HTML and words outside the document are all passed over, and named. Never throws.
 */
export function readXml(text: string): XmlTree {
  const root: OpenElement = { name: '', attributes: {}, inherited: '', children: [] };
  const open: OpenElement[] = [root];
  const prefixes = new Map<string, string>();
  let unclosed = 0;
  const top = () => open.at(-1) ?? root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        learnPrefixes(attributes, prefixes);
        const inherited = attributes['xmlns'] === undefined ? top().inherited : prefixOf(attributes['xmlns']);
        const usual = usualName(name, inherited, prefixes);
        const element: OpenElement = { name: usual, attributes, inherited, children: [] };
        top().children.push(element);
        open.push(element);
        if (open.length > deepest) open.splice(-2, 1);
      },
      ontext(data) {
        const { children } = top();
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + data;
        else children.push(data);
      },
      onclosetag(_name, isImplied) {
        // A tag that closes itself, `<a/>`, counts as implied too.
        if (isImplied && top().children.length > 0) unclosed++;
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  const oddities = unclosed === 0 ? [] : ['Some tags of the feed are not closed, or cross each other.'];
  return { root, oddities: [...oddities, ...oddCharacters(text), ...strayText(root)] };
}

function learnPrefixes(attributes: Readonly<Record<string, string>>, prefixes: Map<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const usual = prefixOf(value);
    if (name.startsWith('xmlns:') && usual !== '') prefixes.set(name.slice('xmlns:'.length), usual);
  }
}

function prefixOf(namespace: string): string {
  return namespaces.find(([form]) => form.test(namespace))?.[1] ?? '';
}

function usualName(name: string, inherited: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = colon === -1 ? inherited : name.slice(0, colon);
  const local = name.slice(colon + 1);
  if (prefix === '' && lostNames.has(name)) return `${name === 'encoded' ? 'content' : 'itunes'}:${name}`.toLowerCase();
  return (prefix === '' ? local : `${prefixes.get(prefix) ?? prefix}:${local}`).toLowerCase();
}

function oddCharacters(text: string): string[] {
  const found: string[] = [];
  const bare = withoutSections(text);
  if (/&(?!#\d|#x|[A-Za-z][A-Za-z\d]*;)/.test(bare))
    found.push('The feed has ampersands that are not written as &amp;.');
  const entity = /&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z\d]*;/.exec(bare)?.[0];
  if (entity !== undefined) found.push(`The feed uses names of characters that XML does not know, such as ${entity}.`);
  if (/(?![\t\n\r])\p{Cc}/u.test(text)) found.push('The feed holds control characters.');
  return found;
}

/** The text outside CDATA sections, where an ampersand is an ampersand. */
function withoutSections(text: string): string {
  let bare = '';
  let from = 0;
  for (let start = text.indexOf('<![CDATA['); start !== -1; start = text.indexOf('<![CDATA[', from)) {
    bare += text.slice(from, start);
    const end = text.indexOf(']]>', start);
    if (end === -1) return bare;
    from = end + 3;
  }
  return bare + text.slice(from);
}

function strayText({ children }: XmlElement): string[] {
  const isStray = children.some((child) => typeof child === 'string' && child.trim() !== '');
  return isStray ? ['There is text outside the XML of the feed.'] : [];
}

/** The direct children of one name. */
export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => typeof child !== 'string').filter((child) => child.name === name);
}

/** All text of the element and of what lies in it, as it stands. */
export function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The trimmed text of the first child of one of these names that has any. */
export function childText(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const text = textOf(child).trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** HTML that some feeds write without escaping it, put together again. */
export function markupOf({ children }: XmlElement): string {
  return children
    .map((child) =>
      typeof child === 'string' ? child : `<${child.name}${attributesOf(child)}>${markupOf(child)}</${child.name}>`,
    )
    .join('');
}

function attributesOf({ attributes }: XmlElement): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join('');
}
