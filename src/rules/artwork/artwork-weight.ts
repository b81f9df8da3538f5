import { coverRule } from './picture.ts';
import { bytesInWords } from './words.ts';

/** Bytes above which apps are slow to show a cover, and hosts refuse it. */
const most = 512 * 1024;

export const artworkWeight = coverRule({
  id: 'artwork-weight',
  severity: 'warning',
  enforces: ['artwork-weight'],
  summary: 'A cover is larger than 512 kB.',
  why: 'A heavy cover loads slowly on a phone, and some apps give up on it.',
  source: 'Practice of hosts',
  remedy: 'Export the cover as JPEG with a lower quality, such as 80.',
  *judge({ name, bytes }) {
    if (bytes <= most) return;
    yield {
      message: `"${name}" is ${bytesInWords(bytes)}; apps are slow to load a cover above 512 kB.`,
      remedy: 'Export it as JPEG with a lower quality, such as 80.',
    };
  },
});
