/** Names that Windows keeps for its devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Longer names fail on some disks, with their folder and ending. Characters. */
const longest = 80;

/**
 * Gives every file a name of its own that is safe on every system: ASCII letters, digits, hyphens, dots; no device of
 * Windows, no hidden file, no path; and different also where upper and lower case are one.
 */
export class FileNames {
  readonly #taken = new Set<string>();

  /** A name made from `wanted`, with `-2`, `-3` … when it is taken. */
  claim(folder: string, wanted: string, extension: string): string {
    const stem = safeStem(wanted);
    for (let count = 1; ; count++) {
      const path = `${folder}/${stem}${count === 1 ? '' : `-${count}`}${extension}`;
      if (this.#taken.has(path.toLowerCase())) continue;
      this.#taken.add(path.toLowerCase());
      return path;
    }
  }
}

/** Any text as the stem of a file name: `Über uns: Teil 2` as `uber-uns-teil-2`. Empty when nothing of it is left. */
export function plainStem(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest);
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut;
}

/** A name that a stranger chose, its letters kept where they do no harm. */
function safeStem(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z\d._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, longest)
    .replace(/[.-]+$/, '');
  if (plain === '') return 'file';
  return reserved.test(plain) ? `file-${plain}` : plain;
}

/** The file name at the end of an address, without its ending; and that ending, in lower case with its dot. */
export function nameInAddress(url: string): { readonly stem: string; readonly extension: string } {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const last = path.slice(path.lastIndexOf('/') + 1);
  const [, stem = last, extension = ''] = /^(.+?)(\.[A-Za-z\d]{1,5})$/.exec(decoded(last)) ?? [];
  return { stem, extension: extension.toLowerCase() };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
