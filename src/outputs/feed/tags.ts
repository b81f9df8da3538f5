import { cleanLine, cleanText, escapeAttribute, escapeText } from '../../text/xml.ts';

/** An XML element, with texts and values as they are: escaping them is for `xmlOf`. */
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

/** `<name><child/>…</name>`, or `<name/>` without children. */
export function parentTag(name: string, elements: readonly Element[], attributes: Attributes = {}): Element {
  return elements.length === 0 ? tag(name, attributes) : { name, attributes, content: { kind: 'elements', elements } };
}

/** The element on lines of its own, the first beginning with `indent`; no line end at its end. */
export function xmlOf({ name, attributes = {}, content }: Element, indent: string): string {
  const opening = `${indent}<${name}${attributesXml(attributes)}`;
  if (content === undefined) return `${opening}/>`;
  if (content.kind === 'html') return `${opening}><![CDATA[${withoutEnd(cleanText(content.html))}]]></${name}>`;
  if (content.kind === 'text') return `${opening}>${escapeText(cleanText(content.text))}</${name}>`;
  const children = content.elements.map((element) => `${xmlOf(element, `${indent}    `)}\n`).join('');
  return `${opening}>\n${children}${indent}</${name}>`;
}

function attributesXml(attributes: Attributes): string {
  let xml = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) xml += ` ${name}="${escapeAttribute(cleanLine(String(value)))}"`;
  }
  return xml;
}

/** In HTML `]]&gt;` says the same as `]]>`, which would end the section. */
function withoutEnd(html: string): string {
  return html.replaceAll(']]>', ']]&gt;');
}
