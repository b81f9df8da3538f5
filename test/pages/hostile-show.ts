import type { Podcast } from '../../src/model/project.ts';
import { episode, longTranscript, podcast } from './podcast.ts';

/** With characters that HTML forbids. */
const attack = '\u0000\u0007</script><script>alert("1")</script> & <b>bold</b>';
const endless = 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(8);
const rightToLeft = 'مرحبا بكم في الميناء';
const emoji = '🌊👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿';

/** A show whose every text tries to break its page. */
export function hostileShow(): Podcast {
  const people = [attack, endless, rightToLeft, emoji, '../../../escape'].map((name) => ({
    name,
    role: attack,
    organisation: attack,
    aliases: [],
  }));
  const lines = [attack, endless, rightToLeft, emoji, '<img src=x onerror=alert(1)>'];
  const turns = lines.map((text, index) => ({
    speaker: { name: lines[lines.length - 1 - index] ?? '', organisation: attack },
    paragraphs: [[{ text, startSeconds: index, endSeconds: index + 1, line: 1 }]],
  }));
  const notes = `# ${attack}\n\n[a](javascript:alert(1)) <img src=x onerror=alert(1)> ${endless}\n\n## ${rightToLeft}\n\n${emoji}`;
  return podcast(
    [
      episode('hostile', {
        frontmatter: { title: attack, summary: attack, season: 1 },
        notes,
        published: {
          people,
          advisory: attack,
          transcript: { source: 'x.vtt', format: 'webvtt', isTimed: true, turns },
          chapters: [0, 0.2, 2, 9].map((startSeconds) => ({ startSeconds, title: attack, url: 'javascript:alert(1)' })),
        },
      }),
      episode('four hours', { published: { transcript: longTranscript({ hours: 4 }) } }),
      episode('long words', {
        frontmatter: { title: endless, season: 2 },
        notes: `${endless}\n\n~~~\n${endless}\n~~~`,
      }),
      episode('ünï-%code', { frontmatter: { title: `${rightToLeft} ${emoji}` }, notes: '' }),
    ],
    {
      show: { title: attack, author: attack, copyright: attack, license: attack, seasons: { '1': attack } },
      podcast: { description: notes, withdrawn: [{ slug: 'gone', title: attack }] },
    },
  );
}
