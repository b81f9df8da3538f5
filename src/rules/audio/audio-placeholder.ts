import { placeholderMark } from '../../model/placeholder.ts';
import { audioRule } from './audio-rule.ts';

export const audioPlaceholder = audioRule({
  id: 'audio-placeholder',
  severity: 'warning',
  enforces: [],
  summary: 'The audio is still the tone that ppod init made.',
  why: 'Listeners would hear a tone in place of the episode.',
  source: 'ppod',
  remedy: 'Put your recording into media/ and write its name here, or delete the example episode.',
  *judge({ name, audio: { tags } }) {
    if (!tags.all.some(({ id }) => id.endsWith(placeholderMark))) return;
    yield {
      message: `"${name}" is the short tone that ppod init made, not a recording.`,
      remedy: 'Put your recording into media/ and write its name here, or delete this episode.',
    };
  },
});
