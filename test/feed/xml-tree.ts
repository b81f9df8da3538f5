import { SaxesParser } from 'saxes';

/** An element with its namespace resolved: `name` is the local one. */
export interface XmlElement {
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

type Growing = XmlElement & { children: XmlElement[]; text: string };

/** Reads XML as a strict parser does; throws at the first thing that is not well-formed. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const stack: Growing[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, prefix, uri, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    const element: Growing = { name: local, prefix, namespace: uri, attributes: values, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  const addText = (text: string) => {
    const element = stack.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    root = stack.pop();
  });
  parser.write(xml).close();
  if (root === undefined) throw new Error('no root element');
  return root;
}

/** The children called `name`, with their prefix where they have one: `itunes:image`. */
export function all(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => (child.prefix === '' ? '' : `${child.prefix}:`) + child.name === name);
}

/** The one child called `name`; throws when there is none or more than one. */
export function one(element: XmlElement, name: string): XmlElement {
  const [found, ...more] = all(element, name);
  if (found === undefined || more.length > 0)
    throw new Error(`expected one <${name}>, found ${more.length + (found ? 1 : 0)}`);
  return found;
}

export function texts(element: XmlElement, name: string): readonly string[] {
  return all(element, name).map(({ text }) => text);
}
