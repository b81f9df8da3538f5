import { isAddress } from '../../model/urls.ts';
import { defineRule } from '../rule.ts';

export const audioUnheard = defineRule({
  id: 'audio-unheard',
  subject: 'show',
  compares: true,
  severity: 'info',
  enforces: [],
  summary: 'Audio lies on another server, so nobody measured how loud it is.',
  why: 'ppod reads the beginning and the end of such a file; loudness, peaks and silence would mean to download all of it.',
  source: 'ppod',
  remedy: 'Run ppod check while the files are in media/, before you upload them.',
  *check(_show, { episodes, media }) {
    const elsewhere = episodes.filter(({ content }) => {
      const file = media.get(content?.audio ?? '');
      return file?.kind === 'audio' && isAddress(file.path);
    });
    const [first] = elsewhere;
    if (first === undefined) return;
    const whose = elsewhere.length === 1 ? 'this episode' : `${elsewhere.length} episodes, this one first,`;
    yield {
      file: first.file,
      range: first.frontmatter.locate(['audio']),
      message: `The audio of ${whose} is on another server. ppod did not listen to it: loudness, peaks and silence are not checked.`,
      remedy: 'Run ppod check while the files are in media/, before you upload them.',
    };
  },
});
