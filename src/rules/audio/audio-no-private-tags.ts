import { audioRule } from './audio-rule.ts';

export const audioNoPrivateTags = audioRule({
  id: 'audio-no-private-tags',
  severity: 'warning',
  enforces: ['audio-no-private-tags'],
  summary: 'The audio file carries data of the computer or phone on which it was made.',
  why: 'Tags are public. A folder name tells the name of an account, a position tells where the recording was made.',
  source: 'Safeguarding practice',
  remedy: 'Export the audio without metadata, or remove these tags.',
  *judge({ name, audio: { tags } }) {
    const kinds = new Set(tags.all.map(({ id, text }) => kindOf(id, text)).filter((kind) => kind !== undefined));
    if (kinds.size === 0) return;
    yield {
      hidesSource: true,
      message: `The tags of "${name}" hold ${[...kinds].join(', ')}, which would be public.`,
      remedy: 'Export the audio again without metadata, or remove these tags.',
    };
  },
});

function kindOf(id: string, text: string): string | undefined {
  if (/\b[A-Za-z]:\\|\\\\\w+\\|(?:^|[\s:"'=(])\/(?:Users|home|Volumes|private|var)\/|file:\/\//.test(text)) {
    return 'the name of a folder on a computer';
  }
  if (/^(?:©xyz|loci)$|location|iso6709/i.test(id) || /^[+-]\d{1,2}\.\d{2,}[+-]\d{1,3}\.\d{2,}/.test(text)) {
    return 'the place where it was recorded';
  }
  if (/^(?:GEO|GEOB|PRIV)(?::|$)/.test(id)) return 'data of the program that made it';
  return /^(?:apID|ownr|cprt:owner|purd)$/.test(id) ? 'the account of whoever bought it' : undefined;
}
