import { markdownToText } from '../../text/markdown.ts';
import { beginningOfBody } from '../body-place.ts';
import { defineRule } from '../rule.ts';

export const channelDescriptionReal = defineRule({
  id: 'channel-description-real',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-description-real'],
  summary: 'The description of the show is a stand-in, or repeats the title or author.',
  why: 'People decide by the description whether to listen, and Apple Podcasts refuses stand-ins.',
  source: 'Apple Podcasts',
  remedy: 'Write what the show is about and whom it is for.',
  *check({ content, frontmatter }) {
    const text = markdownToText(frontmatter.body).trim();
    if (text === '') return;
    const isRepeat = [content.title, content.author].some((name) => fold(name) === fold(text));
    if (!isRepeat && !standIn.test(text)) return;
    yield {
      range: beginningOfBody(frontmatter),
      message: isRepeat
        ? `The description only repeats "${text}".`
        : `The description reads like a stand-in: "${text.slice(0, 60)}".`,
      remedy: 'Write what the show is about and whom it is for, in a paragraph or two.',
    };
  },
});

const standIn =
  /^(?:podcast by\b.*|(?:my |a )?new podcast(?: weblog)?|(?:the )?(?:show |podcast )?description(?: goes here)?|lorem ipsum\b[\s\S]*|coming soon|tb[acd]|to do|test)[.!…]*$/i;

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
