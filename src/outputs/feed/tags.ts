import type { Extension } from 'feed';
import { cleanLine, cleanText, escapeAttribute } from '../../text/xml.ts';

/**
 * XML elements as the `feed` package takes them, made right before it sees them, for it (and xml-js below it)
 * - turns `&amp;` in a text back into `&` before it escapes, so that `&amp;` as literal text would be lost;
 * - writes attribute values as they are, but for `"`;
 * - splits only the first `]]>` of a CDATA section.
 */
export interface Element {
  readonly name: string;
  readonly attributes?: Attributes;
  readonly content?: Content;
}

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'elements'; readonly elements: readonly Element[] };

/** `<name attribute="value"/>`. Attributes that are `undefined` are left out. */
export function tag(name: string, attributes: Attributes): Element {
  return { name, attributes };
}

/** `<name>one line of text</name>` */
export function textTag(name: string, text: string | number, attributes: Attributes = {}): Element {
  return { name, attributes, content: { kind: 'text', text: cleanLine(String(text)) } };
}

/** `<name>text</name>`, every character of it kept that XML can hold. */
export function exactTag(name: string, text: string, attributes: Attributes = {}): Element {
  return { name, attributes, content: { kind: 'text', text } };
}

/** `<name><![CDATA[html]]></name>` */
export function htmlTag(name: string, html: string): Element {
  return { name, content: { kind: 'html', html } };
}

/** `<name><child/>…</name>` */
export function parentTag(name: string, elements: readonly Element[], attributes: Attributes = {}): Element {
  return { name, attributes, content: { kind: 'elements', elements } };
}

/** The elements as extensions of the `feed` package: one for each name, in the order in which the names first come. */
export function toExtensions(elements: Iterable<Element>): Extension[] {
  // `objects` is declared as a record, but goes to xml-js unseen, and that takes a list for a tag that repeats.
  return Object.entries(toCompact(elements)).map(([name, objects]) => ({ name, objects }) as unknown as Extension);
}

/** HTML as a value for the `feed` package's own CDATA fields. In HTML `]]&gt;` says the same as `]]>`, which would end the section. */
export function feedHtml(html: string): string {
  return cleanText(html).replaceAll(']]>', ']]&gt;');
}

/** Plain text as a value for the `feed` package's own text fields. */
export function feedText(text: string): string {
  return cleanText(text).replaceAll('&', '&amp;');
}

type Compact = Record<string, object[]>;

function toCompact(elements: Iterable<Element>): Compact {
  const compact: Compact = {};
  for (const element of elements) {
    const siblings = compact[element.name] ?? [];
    siblings.push({ _attributes: attributesOf(element), ...contentOf(element) });
    compact[element.name] = siblings;
  }
  return compact;
}

function attributesOf({ attributes }: Element): Readonly<Record<string, string>> {
  const escaped: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'string') escaped[name] = escapeAttribute(cleanLine(value));
    else if (value !== undefined) escaped[name] = String(value);
  }
  return escaped;
}

function contentOf({ content }: Element): object {
  if (content === undefined) return {};
  if (content.kind === 'elements') return toCompact(content.elements);
  if (content.kind === 'html') return { _cdata: feedHtml(content.html) };
  return { _text: feedText(content.text) };
}
