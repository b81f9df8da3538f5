import { defineRule } from '../rule.ts';

export const audioUnconfirmed = defineRule({
  id: 'audio-unconfirmed',
  subject: 'show',
  compares: true,
  severity: 'warning',
  enforces: [],
  summary: 'The server of the audio could not be asked, so its size and length are those of an earlier time.',
  why: 'If the audio has changed meanwhile, the feed states what is no longer true.',
  source: 'ppod',
  remedy: 'Run ppod again when the server can be reached.',
  *check(_show, { episodes, media }) {
    const found = episodes.flatMap((entry) => {
      const file = media.get(entry.content?.audio ?? '');
      const reason = file?.kind === 'audio' ? file.host?.unconfirmed : undefined;
      return reason === undefined ? [] : [{ entry, reason }];
    });
    const [first] = found;
    if (first === undefined) return;
    const whose = found.length === 1 ? 'this episode' : `${found.length} episodes, this one first,`;
    yield {
      file: first.entry.file,
      range: first.entry.frontmatter.locate(['audio']),
      message: `${first.reason} Size and length of the audio of ${whose} are those of the last time that it answered.`,
      remedy: 'Run ppod again when the server can be reached.',
    };
  },
});
