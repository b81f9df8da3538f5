/**
 * What runs in a visitor's browser. The functions below are written and checked here like any others, but executed there:
 * `pageScript` is their own source text, so that ppod needs no bundler and the script no build step. For this to
 * hold they use nothing but the browser and each other.
 */

/** The player of a page. The page is whole without it: native audio controls, and links that jump to chapters. */
function startPlayer(): void {
  const audio = document.querySelector('audio');
  const tools = document.querySelector<HTMLElement>('.player-tools');
  if (audio === null || tools === null) return;
  tools.hidden = false;
  offerSkips(audio, tools);
  offerSpeed(audio, tools);
  followWords(audio, tools);
  resume(audio, tools);
  openMoment(audio);
  playFromDrawing(audio);
}

function offerSkips(audio: HTMLAudioElement, tools: HTMLElement): void {
  for (const button of tools.querySelectorAll<HTMLElement>('[data-skip]')) {
    button.addEventListener('click', () => seek(audio, audio.currentTime + Number(button.dataset['skip'])));
  }
}

function offerSpeed(audio: HTMLAudioElement, tools: HTMLElement): void {
  const choice = tools.querySelector('select');
  if (choice === null) return;
  const apply = () => {
    audio.defaultPlaybackRate = Number(choice.value);
    audio.playbackRate = Number(choice.value);
  };
  choice.value = recall('ppod:speed') ?? '1';
  if (choice.value === '') choice.value = '1';
  apply();
  choice.addEventListener('change', () => {
    apply();
    remember('ppod:speed', choice.value);
  });
}

/** Goes on where the listener stopped, unless the address names a moment. */
function resume(audio: HTMLAudioElement, tools: HTMLElement): void {
  const key = `ppod:position:${location.pathname}`;
  const position = Number(recall(key) ?? 0);
  const status = tools.querySelector('[role=status]');
  if (position > 5 && momentOf(location.hash) === undefined) {
    seek(audio, position);
    if (status !== null) status.textContent = `Continues at ${timeCode(position)}, where you stopped.`;
  }
  let saved = position;
  const save = () => {
    saved = audio.currentTime;
    remember(key, String(Math.floor(saved)));
  };
  audio.addEventListener('timeupdate', () => {
    if (!audio.paused && Math.abs(audio.currentTime - saved) > 5) save();
  });
  audio.addEventListener('pause', save);
  audio.addEventListener('play', () => status?.replaceChildren());
  audio.addEventListener('ended', () => remember(key, '0'));
}

/** Marks the line that is spoken and the chapter that is on, keeps the line in view, and plays a line that is clicked. */
function followWords(audio: HTMLAudioElement, tools: HTMLElement): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-start]')];
  const chapters = [...document.querySelectorAll<HTMLElement>('.chapters a')];
  const follow = tools.querySelector<HTMLInputElement>('[name=follow]');
  let current: HTMLElement | undefined;
  const update = () => {
    mark(
      chapters.findLast((link) => (momentOf(link.getAttribute('href')) ?? 0) <= audio.currentTime + 0.05),
      chapters,
    );
    const line = lines.findLast((candidate) => Number(candidate.dataset['start']) <= audio.currentTime + 0.05);
    if (line === current) return;
    current = line;
    mark(line, lines);
    if (line !== undefined && follow?.checked && !audio.paused) reveal(line);
  };
  audio.addEventListener('timeupdate', update);
  audio.addEventListener('seeked', update);
  audio.addEventListener('seeking', update);
  for (const line of lines) {
    line.addEventListener('click', () => {
      if (getSelection()?.isCollapsed === false) return;
      seek(audio, Number(line.dataset['start']));
      play(audio);
    });
  }
  // Whoever scrolls by hand wants to read elsewhere.
  const letGo = () => {
    if (follow !== null && !audio.paused) follow.checked = false;
  };
  addEventListener('wheel', letGo, { passive: true });
  addEventListener('touchmove', letGo, { passive: true });
}

/** Links such as `#t=75` lead to their moment; an address that ends so opens the page there, without playing. */
function openMoment(audio: HTMLAudioElement): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-start]')];
  /** Addresses count whole seconds; a line that begins within the second is meant from its first word on. */
  const exactly = (moment: number) => {
    const starts = lines.map(({ dataset }) => Number(dataset['start']));
    return starts.find((start) => Math.floor(start) === moment) ?? moment;
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#t="]') : null;
    const moment = momentOf(link?.getAttribute('href'));
    if (link === null || moment === undefined) return;
    event.preventDefault();
    history.replaceState(null, '', link.getAttribute('href'));
    seek(audio, exactly(moment));
    play(audio);
  });
  const open = () => {
    const moment = momentOf(location.hash);
    if (moment === undefined) return;
    seek(audio, exactly(moment));
    const line = lines.findLast(({ dataset }) => Number(dataset['start']) <= exactly(moment));
    if (line !== undefined) reveal(line);
  };
  addEventListener('hashchange', open);
  open();
}

/** A click on the drawn sound plays from there. */
function playFromDrawing(audio: HTMLAudioElement): void {
  const drawing = document.querySelector<SVGElement>('.waveform');
  drawing?.addEventListener('click', ({ clientX }) => {
    const { left, width } = drawing.getBoundingClientRect();
    seek(audio, (Number(drawing.dataset['seconds']) * (clientX - left)) / width);
    play(audio);
  });
}

function seek(audio: HTMLAudioElement, seconds: number): void {
  audio.currentTime = Math.max(0, Math.min(seconds, Number.isFinite(audio.duration) ? audio.duration : seconds));
  // Before the audio is loaded, nothing else tells the page that the time has changed.
  if (audio.readyState === 0) audio.dispatchEvent(new Event('timeupdate'));
}

/** Browsers refuse to play what no gesture asked for; the controls are still there then. */
function play(audio: HTMLAudioElement): void {
  audio.play().catch(() => undefined);
}

function mark(current: HTMLElement | undefined, all: readonly HTMLElement[]): void {
  for (const element of all) {
    if (element === current) element.setAttribute('aria-current', 'true');
    else element.removeAttribute('aria-current');
  }
}

function reveal(line: HTMLElement): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  line.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
}

/** `#t=75`, `#t=1:15` or `#t=0:01:15` in seconds. */
function momentOf(hash: string | null | undefined): number | undefined {
  const time = /^#t=((?:\d+:){0,2}\d+(?:\.\d+)?)/.exec(hash ?? '')?.[1];
  return time?.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}

function timeCode(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Storage may be switched off, full or forbidden; the player then forgets, and works. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

/** Copies the feed's address. Where the browser forbids it, the address is left selected. */
function offerCopy(): void {
  const field = document.querySelector<HTMLInputElement>('#feed-address');
  const button = document.querySelector<HTMLElement>('[data-copy]');
  const status = document.querySelector('.feed [role=status]');
  if (field === null || button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    field.select();
    const say = (words: string) => status?.replaceChildren(words);
    const refused = () => say('Press Ctrl+C or ⌘C to copy.');
    if (navigator.clipboard === undefined) refused();
    else navigator.clipboard.writeText(field.value).then(() => say('Copied.'), refused);
  });
}

const parts = [
  ...[startPlayer, offerCopy, offerSkips, offerSpeed, resume, followWords, openMoment, playFromDrawing],
  ...[seek, play, mark, reveal, momentOf, timeCode, recall, remember],
];

/**
 * The script of the pages. No module: browsers refuse those to a page that is opened straight from a folder. What begins is named by
 * `name`, since whatever put the program together may have called it otherwise.
 */
export const pageScript = `(() => {\n'use strict';\n${parts.map(String).join('\n')}\n${startPlayer.name}();\n${offerCopy.name}();\n})();\n`;
