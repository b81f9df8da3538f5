// What a terminal shows, as HTML. A session runs in tmux, which knows what programs do to a screen.
import { spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/** ESC [ 1 ; 33 m */
const lookChange = new RegExp(`${String.fromCharCode(27)}\\[([\\d;]*)m`);
/** The sixteen colours that programs name by number, on a dark ground. */
const colours = ['#45475a', '#f38ba8', '#a6e3a1', '#f9e2af', '#89b4fa', '#f5c2e7', '#94e2d5', '#e8e8f0'];

/**
 * Runs `command` in a terminal of `columns` × `rows` and types `keys`, as tmux names them, with a pause before each.
 * Answers what is on the screen at the end, colours included.
 */
export async function screenOf(command, { cwd, columns, rows, keys = [], pause = 1500 }) {
  const name = `pictures-${process.pid}`;
  const tmux = (...args) => spawnSync('tmux', ['-L', name, ...args], { cwd, encoding: 'utf8' }).stdout;
  tmux('-f', '/dev/null', 'new-session', '-d', '-s', name, '-x', columns, '-y', rows, `${command}; sleep 60`);
  for (const key of keys) {
    await setTimeout(pause);
    tmux('send-keys', '-t', name, ...[key].flat());
  }
  await setTimeout(2 * pause);
  const screen = tmux('capture-pane', '-t', name, '-e', '-p');
  tmux('kill-server');
  return screen.trimEnd();
}

/** A page with the window of a terminal in which `command` printed `printed`. */
export function windowOf(command, printed) {
  return `<body style="margin:0;background:#1e1e2e;color:#e8e8f0;font:15px/1.4 monospace;padding:1.2em">
    <pre style="margin:0;white-space:pre-wrap">$ ${escaped(command)}\n${coloured(printed)}</pre></body>`;
}

function coloured(text) {
  let look = {};
  return text
    .split(lookChange)
    .map((part, index) => {
      if (index % 2 === 0) return part === '' ? '' : `<span style="${styleOf(look)}">${escaped(part)}</span>`;
      for (const code of part.split(';').map(Number)) look = changed(look, code);
      return '';
    })
    .join('');
}

function changed(look, code) {
  if (code === 0) return {};
  if (code === 1) return { ...look, weight: 'bold' };
  if (code === 2) return { ...look, opacity: 0.65 };
  if (code === 7) return { ...look, inverse: true };
  if (code === 22) return { ...look, weight: undefined, opacity: undefined };
  if (code === 27) return { ...look, inverse: false };
  if (code >= 30 && code <= 37) return { ...look, colour: colours[code - 30] };
  if (code >= 90 && code <= 97) return { ...look, colour: code === 90 ? '#9399b2' : colours[code - 90] };
  return code === 39 ? { ...look, colour: undefined } : look;
}

function styleOf({ weight, opacity, colour, inverse }) {
  const paint = inverse ? `background:${colour ?? '#e8e8f0'};color:#1e1e2e` : `color:${colour ?? 'inherit'}`;
  return `${paint};font-weight:${weight ?? 'normal'};opacity:${opacity ?? 1}`;
}

function escaped(text) {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
