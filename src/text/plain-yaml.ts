/**
 * What YAML says in the plain form in which nearly all frontmatter is written: keys with a text, a number, `true` or `false` behind
 * them on one line, lists of such values, and lists and groups of keys. The `yaml` package takes ten times as long, for it keeps every place
 * and knows everything else; so `undefined` for everything else, and whatever could be read in two ways.
 */
export function readPlainYaml(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!plainText.test(text)) return undefined;
  const reader = new LineReader(text.split('\n').filter((line) => line !== ''));
  const data = reader.keys(0);
  return reader.isAtEnd ? data : undefined;
}

/** No tab, no carriage return, no comment. */
const plainText = /^[\n !"$-~\u00a0-\u2fff]*$/;
const keyLine = /^( *)([A-Za-z][\w-]*):(?: +(.+))?$/;
const itemLine = /^( *)- (.+)$/;

class LineReader {
  readonly #lines: string[];
  #next = 0;

  constructor(lines: string[]) {
    this.#lines = lines;
  }

  get isAtEnd(): boolean {
    return this.#next > 0 && this.#next === this.#lines.length;
  }

  /** The group of keys that stand `indent` spaces in; `undefined` when something about it is not plain. */
  keys(indent: number): Record<string, unknown> | undefined {
    const data: Record<string, unknown> = {};
    for (;;) {
      const [, spaces = '', key = '', written] = keyLine.exec(this.#lines[this.#next] ?? '') ?? [];
      if (key === '' || spaces.length !== indent) return data;
      this.#next++;
      const value = written === undefined ? this.#below(indent) : valueIn(written);
      if (value === undefined || key in data || notTexts.test(key)) return undefined;
      data[key] = value;
    }
  }

  /** What stands on the lines below a key that has nothing behind it. */
  #below(indent: number): unknown {
    const line = this.#lines[this.#next] ?? '';
    const deeper = line.length - line.trimStart().length;
    if (deeper >= indent && line.startsWith('- ', deeper)) return this.#items(deeper);
    return deeper > indent ? this.keys(deeper) : undefined;
  }

  #items(indent: number): readonly unknown[] | undefined {
    const items: unknown[] = [];
    for (;;) {
      const line = this.#lines[this.#next] ?? '';
      const [, spaces = '', written = ''] = itemLine.exec(line) ?? [];
      if (written === '' || spaces.length !== indent) return items;
      // The keys of an item stand in line behind its dash.
      const isGroup = keyLine.test(written);
      if (isGroup) this.#lines[this.#next] = line.replace('-', ' ');
      else this.#next++;
      const item = isGroup ? this.keys(indent + 2) : valueIn(written);
      if (item === undefined) return undefined;
      items.push(item);
    }
  }
}

function valueIn(written: string): unknown {
  const [first = ''] = written;
  if (first === '[') return listOf(written);
  const quoted = /^"([^"\\]*)"$|^'([^']*)'$/.exec(written);
  return quoted === null ? bareValue(written) : (quoted[1] ?? quoted[2]);
}

/** `[a, b c]` */
function listOf(written: string): readonly unknown[] | undefined {
  const inner = /^\[([^[\]{}"':]+)\]$/.exec(written)?.[1];
  const items = inner?.split(/, */).map(bareValue);
  return items?.includes(undefined) ? undefined : items;
}

/** Words that YAML takes for something else than a text, however they are written. */
const notTexts = /^(?:true|false|null)$/i;
const wholeNumber = /^(?:0|[1-9]\d{0,14})$/;
/** What may be another kind of number, and is no day. */
const numeral = /^(?!\d{4}-\d\d-\d\d$)[\d.eE+-]+$|^0[ox]/;
/** A letter or a digit first; a colon only within words; no space last. */
const bareText = /^[\p{L}\d](?:(?!:(?: |$)).)*(?<! )$/u;

function bareValue(written: string): unknown {
  if (written === 'true' || written === 'false') return written === 'true';
  if (wholeNumber.test(written)) return Number(written);
  return bareText.test(written) && !notTexts.test(written) && !numeral.test(written) ? written : undefined;
}
