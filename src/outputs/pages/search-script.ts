/**
 * What runs on the search page. As in page-script.ts, the functions are checked here and executed in the browser, and
 * use nothing but the browser and each other.
 */

/** As much as is used of Pagefind's own script, which lies beside the index. */
interface Pagefind {
  options(options: { readonly noWorker: boolean }): Promise<void>;
  search(words: string): Promise<{ readonly results: readonly { data(): Promise<FoundPage> }[] }>;
}

interface FoundPage {
  /** Relative to dist/. */
  readonly raw_url: string;
  /** The page's words, of which `locations` and `anchors` count one after the other. */
  readonly content: string;
  readonly meta: { readonly title?: string };
  readonly locations: readonly number[];
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
}

/** Words of a page around some that were found, and the moment at which they are said. */
interface Passage {
  readonly moment: string | undefined;
  /** 0: from where a moment is known, 1: from elsewhere, 2: from the title, which the result shows anyway. */
  readonly rank: number;
  readonly words: readonly string[];
  readonly from: number;
}

/** Searches when the form is sent or the visitor stops typing; the words are kept in the page's address. */
function startSearch(load: () => Promise<Pagefind>): void {
  const form = document.querySelector<HTMLFormElement>('.search-form');
  const field = form?.querySelector('input');
  if (form === null || form === undefined || field === null || field === undefined) return;
  form.hidden = false;
  document.querySelector('.without-script')?.remove();
  let engine: Promise<Pagefind> | undefined;
  let latest = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const search = async () => {
    clearTimeout(waiting);
    const words = field.value.trim();
    latest++;
    const turn = latest;
    const address = new URL(location.href);
    if (words === '') address.searchParams.delete('q');
    else address.searchParams.set('q', words);
    history.replaceState(null, '', address);
    if (words === '') {
      showResults([], '', form);
      return;
    }
    try {
      engine ??= load();
      const { results } = await (await engine).search(words);
      if (turn === latest) showResults(results, words, form);
    } catch {
      engine = undefined;
      say('The search could not be loaded. Try again, or look through the list of episodes.');
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 300);
  });
  field.value = new URL(location.href).searchParams.get('q') ?? '';
  if (field.value === '') field.focus({ preventScroll: true });
  else void search();
}

function say(words: string): void {
  document.querySelector('.found')?.replaceChildren(words);
}

/** Shows ten episodes, and ten more each time that they are asked for. */
function showResults(results: readonly { data(): Promise<FoundPage> }[], words: string, form: HTMLElement): void {
  const list = document.querySelector('.results');
  const more = document.querySelector<HTMLElement>('.more');
  if (list === null || more === null) return;
  const items: HTMLElement[] = [];
  list.replaceChildren();
  say(words === '' ? '' : `${results.length} ${results.length === 1 ? 'episode' : 'episodes'} found for “${words}”.`);
  const showMore = async () => {
    more.hidden = true;
    const pages = await Promise.all(results.slice(items.length, items.length + 10).map((result) => result.data()));
    const added = pages.map((page) => resultItem(page, form.dataset['root'] ?? ''));
    // A later search has emptied the list.
    if (items.length > 0 && items[0]?.parentNode !== list) return;
    const isFirst = items.length === 0;
    items.push(...added);
    list.append(...added);
    more.hidden = items.length >= results.length;
    if (!isFirst) added[0]?.querySelector('a')?.focus();
  };
  more.onclick = showMore;
  if (results.length > 0) void showMore();
}

/** An episode with up to three passages; one whose moment is known is a link to it. */
function resultItem(page: FoundPage, root: string): HTMLElement {
  const address = root + encodeURI(page.raw_url.replace(/^\//, ''));
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  heading.append(linkOf(address, page.meta.title ?? page.raw_url));
  const list = document.createElement('ul');
  for (const passage of passagesOf(page).slice(0, 3)) {
    const line = document.createElement('li');
    const text = document.createElement('span');
    text.dir = 'auto';
    text.append('… ', ...markedWords(passage, page.locations), '…');
    if (passage.moment !== undefined) {
      const link = linkOf(`${address}#${passage.moment}`, clockOf(passage.moment));
      link.className = 'time';
      line.append(link);
    }
    line.append(text);
    list.append(line);
  }
  item.append(heading, list);
  return item;
}

function linkOf(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.dir = 'auto';
  link.textContent = text;
  return link;
}

/**
 * Places close to each other make one passage. It never reaches beyond the paragraph, chapter or section that it is in,
 * and has a moment only where that is one.
 */
function passagesOf(page: FoundPage): readonly Passage[] {
  const words = page.content.split(/\s+/);
  const passages: Passage[] = [];
  let end = -1;
  for (const location of [...page.locations].sort((a, b) => a - b)) {
    if (location < end) continue;
    const part = page.anchors.findLast((anchor) => anchor.location <= location);
    const next = page.anchors.find((anchor) => anchor.location > location);
    const from = Math.max(location - 8, part?.location ?? 0);
    end = Math.min(location + 16, next?.location ?? words.length);
    const moment = part?.id.startsWith('t=') ? part.id : undefined;
    const rank = moment !== undefined ? 0 : part !== undefined ? 1 : 2;
    passages.push({ moment, rank, from, words: words.slice(from, end) });
  }
  return passages.sort((a, b) => a.rank - b.rank);
}

function markedWords({ words, from }: Passage, locations: readonly number[]): readonly (string | HTMLElement)[] {
  return words.flatMap((word, index) => {
    if (!locations.includes(from + index)) return [word, ' '];
    const mark = document.createElement('mark');
    mark.textContent = word;
    return [mark, ' '];
  });
}

/** `t=75` as `1:15`. */
function clockOf(moment: string): string {
  const seconds = Number(moment.slice(2));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

const parts = [startSearch, say, showResults, resultItem, linkOf, passagesOf, markedWords, clockOf];

/** The script of the search page. The import stands here as text, for test runners rewrite those that are code. */
export const searchScript = `(() => {\n'use strict';\n${parts.map(String).join('\n')}
${startSearch.name}(async () => {
  const pagefind = await import('../search/pagefind/pagefind.js');
  await pagefind.options({ noWorker: true });
  return pagefind;
});\n})();\n`;
