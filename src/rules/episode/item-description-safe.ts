import { notesOf } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const itemDescriptionSafe = defineRule({
  id: 'item-description-safe',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-description-safe'],
  summary: 'The notes hold HTML that acts or embeds, which is never published.',
  why: 'What runs in notes can harm whoever reads them, so pages and feed leave it out.',
  source: 'W3C feed validator',
  remedy: 'Link to the video, form or map in place of it.',
  *check(entry) {
    for (const { name, text, range } of notesOf(entry).tags) {
      const handler = /\s(on[a-z]+)\s*=/i.exec(text)?.[1];
      if (!active.has(name) && handler === undefined) continue;
      yield {
        range,
        message: active.has(name)
          ? `<${name}> is left out of pages and feed, with everything inside it.`
          : `"${handler}" in this tag is left out of pages and feed.`,
        remedy: 'Remove it, and link to the page where it can be seen or done.',
      };
    }
  },
});

const active: ReadonlySet<string> = new Set([
  ...['script', 'style', 'iframe', 'object', 'embed', 'applet', 'form', 'input', 'button', 'select', 'textarea'],
  ...['video', 'audio', 'canvas', 'svg', 'link', 'meta', 'base', 'noscript', 'template', 'frame', 'frameset'],
]);
