import { isAddress } from '../../model/urls.ts';
import { defineRule } from '../rule.ts';

export const audioOnlyStated = defineRule({
  id: 'audio-only-stated',
  subject: 'show',
  compares: true,
  severity: 'warning',
  enforces: ['enclosure-length-bytes'],
  summary: 'Audio lies on another server, and its size and length are what the former host stated.',
  why: 'ppod measured nothing of it; and when the account there ends, the episodes fall silent.',
  source: 'ppod',
  remedy: 'Fetch the audio with ppod import --resume, or put copies into media/ and name those.',
  *check(_show, { episodes }) {
    const elsewhere = episodes.filter(({ content }) => content?.enclosure !== undefined && isAddress(content.audio));
    const [first] = elsewhere;
    if (first === undefined) return;
    const isOne = elsewhere.length === 1;
    yield {
      file: first.file,
      range: first.frontmatter.locate(['audio']),
      message: `The audio of ${isOne ? 'this episode lies' : `${elsewhere.length} episodes, this one first, lies`} on another server. Size and length are as stated there, not measured.`,
      remedy:
        'Put copies of the files into media/ and name them here, before the account on that server ends. If they stay there for good, remove enclosure: then ppod measures them.',
    };
  },
});
