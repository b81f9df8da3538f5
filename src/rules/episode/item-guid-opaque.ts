import { defineRule } from '../rule.ts';

export const itemGuidOpaque = defineRule({
  id: 'item-guid-opaque',
  subject: 'episode',
  severity: 'info',
  enforces: ['item-guid-opaque'],
  summary: 'The guid is a number, a web address or a file name.',
  why: 'Such a guid tempts people to change it when the thing it names changes; then every subscriber gets the episode again.',
  source: 'Podcasting 2.0',
  remedy: 'Take a random id for new episodes; leave the guid of a published episode as it is.',
  *check({ content: { guid, audio }, slug }) {
    if (guid === undefined) return;
    const what = /^\d{1,4}$/.test(guid)
      ? 'only a number'
      : /\.(?:mp3|m4a|mp4|wav)$/i.test(guid) || guid === audio
        ? 'the name of an audio file'
        : guid === slug
          ? 'the name of the file'
          : undefined;
    if (what === undefined) return;
    yield {
      at: ['guid'],
      message: `The guid "${guid}" is ${what}; it must stay the same even when that changes.`,
      remedy: 'Leave it when the episode is already out. For a new episode, let ppod check --fix write one.',
    };
  },
});
