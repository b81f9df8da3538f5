import type { NoteLink } from './note-link.ts';

/** What is wrong with a link, and what to do. */
export interface LinkFault {
  readonly message: string;
  readonly remedy: string;
}

/** `[GOV.UK](www.gov.uk)`: read as a file beside the page. */
export function missingProtocol({ href }: NoteLink): LinkFault | undefined {
  const [host = ''] = href.split(/[/?#]/, 1);
  const isEmail = /^[^\s/@:]+@[^\s/@:]+\.[a-z]{2,}$/i.test(href);
  if (isEmail) {
    return {
      message: `The link to ${href} is an e-mail address that browsers would look for as a page.`,
      remedy: `Write mailto:${href} in its place.`,
    };
  }
  const isHost = /^www\./i.test(host) || commonEndings.test(host);
  if (!isHost && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\//i.test(href)) return undefined;
  return {
    message: `The link to ${href} does not begin with https://, so it would lead to a page of this podcast that does not exist.`,
    remedy: `Write https://${href} in its place.`,
  };
}

/** `javascript:`, `file:` and others that neither pages nor apps may follow; drives such as `C:\`. */
export function unsafeTarget({ href }: NoteLink): LinkFault | undefined {
  const [, scheme] = /^\s*([a-z][a-z0-9+.-]*):/i.exec(href) ?? [];
  if (scheme === undefined || /^(?:https?|mailto|tel)$/i.test(scheme)) return undefined;
  if (scheme.includes('.') || /^\d+$/.test(href.slice(scheme.length + 1).split('/', 1)[0] ?? '')) return undefined;
  const isOwnDisk = scheme.length === 1 || scheme.toLowerCase() === 'file';
  return {
    message: isOwnDisk
      ? `The link to ${href} leads to a file on your own computer, which nobody else can open.`
      : `The link to ${href} is of a kind (${scheme}:) that is never published; only its words would be left.`,
    remedy: 'Link to a page on the web, beginning with https://, or remove the link and keep the words.',
  };
}

/** Words that say nothing when a screen reader lists the links of a page. */
export function vagueWords({ words }: NoteLink): LinkFault | undefined {
  const plain = words.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (!vague.has(plain)) return undefined;
  return {
    message: `The words of a link are only "${words}".`,
    remedy: 'Make the name of the page the link, such as [annual report 2024](https://…), and drop the rest.',
  };
}

/** A link without words, or without an address that could be opened. */
export function emptyLink({ href, words }: NoteLink): LinkFault | undefined {
  if (href.trim() === '' || href.trim() === '#') {
    return {
      message: `The link "${words}" has no address.`,
      remedy: 'Write the address between the round brackets, or remove the link.',
    };
  }
  if (/^["'“”]|^https?:/i.test(href) && !URL.canParse(href)) {
    return {
      message: `Browsers cannot open the address ${href} as it is written.`,
      remedy: 'Copy the address again from the browser, whole and without quotes.',
    };
  }
  if (words !== '') return undefined;
  return {
    message: `The link to ${href} has no words that could be read or chosen.`,
    remedy: 'Write the name of the page between the square brackets.',
  };
}

/** `http:` pages can be changed on the way to the reader. */
export function insecureTarget({ href }: NoteLink): LinkFault | undefined {
  if (!/^http:\/\//i.test(href)) return undefined;
  return {
    message: `The link to ${href} uses http, which others on the way can read and change.`,
    remedy: `Try https${href.slice(4)} in a browser, and write that when it works.`,
  };
}

const commonEndings =
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:uk|com|org|net|eu|ie|fr|de|info|gov|edu|int|scot|wales|cymru|london|charity|ngo)$/i;

const vague: ReadonlySet<string> = new Set([
  ...['here', 'click here', 'click', 'link', 'this link', 'the link', 'this', 'this page', 'more', 'read more'],
  ...['find out more', 'learn more', 'more info', 'more information', 'details', 'website', 'web site', 'page'],
  ...['click this link', 'see here', 'read here', 'download', 'click here for more', 'click here to read more'],
]);
