import sanitize, { type Attributes, type IOptions } from 'sanitize-html';

/** What notes may link to, on a page or in an app. */
const linkProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

export interface SanitizeOptions {
  /** Relative links are made absolute against it. Without it they lose their target. */
  readonly baseUrl?: string | undefined;
  /** The level that the highest heading gets: 3 turns h1 into h3, h2 into h4. Deep ones stop at h6. */
  readonly topHeading?: number;
  /** Whether links carry `rel="noopener"`, as they should on a page. */
  readonly noopener?: boolean;
}

/**
 * HTML of unknown origin made safe: text structure and links survive; scripts, styles, frames, forms, pictures, ids and every
 * attribute that could act do not. A picture leaves its alternative text, a link that leads nowhere safe leaves its words.
 */
export function sanitizeHtml(html: string, { baseUrl, topHeading = 1, noopener = false }: SanitizeOptions): string {
  return sanitize(html, {
    transformTags: {
      a: (_name, { href }) => {
        const target = href === undefined ? undefined : resolveLink(href, baseUrl);
        const attribs: Attributes = target === undefined ? {} : { href: target, ...(noopener && { rel: 'noopener' }) };
        return { tagName: 'a', attribs };
      },
      img: (name, { alt }) => (alt ? { tagName: 'em', attribs: {}, text: alt } : { tagName: name, attribs: {} }),
      th: (_name, attributes) => ({ tagName: 'th', attribs: { ...attributes, scope: 'col' } }),
      ...Object.fromEntries(headings.map((name, index) => [name, `h${Math.min(topHeading + index, 6)}`])),
    },
    ...whatMayStay,
  });
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const flowTags = [
  ...['p', 'blockquote', 'pre', 'hr', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', 'br', 'b', 'i', 'strong', 'em', 's', 'del', 'sub', 'sup', 'code', 'q', 'cite'],
];

/** Tags whose content is not for reading and goes with them. */
const silentTags = [
  ...['script', 'style', 'noscript', 'template', 'head', 'title', 'iframe', 'object', 'embed', 'applet', 'svg', 'math'],
  ...['textarea', 'option', 'select', 'video', 'audio', 'canvas', 'xmp', 'noembed', 'noframes', 'plaintext'],
];

const whatMayStay: IOptions = {
  allowedTags: [...flowTags, ...headings],
  allowedAttributes: {
    a: ['href', 'rel'],
    ol: ['start'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
  allowedSchemes: [...linkProtocols].map((protocol) => protocol.slice(0, -1)),
  allowProtocolRelative: false,
  nonTextTags: silentTags,
  nestingLimit: 100,
  exclusiveFilter: ({ tag, attribs }) => tag === 'a' && attribs['href'] === undefined && 'excludeTag',
};

function resolveLink(href: string, baseUrl: string | undefined): string | undefined {
  if (!URL.canParse(href, baseUrl)) return undefined;
  const url = new URL(href, baseUrl);
  return linkProtocols.has(url.protocol) ? url.href : undefined;
}
