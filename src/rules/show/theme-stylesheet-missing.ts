import { mediaNames } from '../../model/media-path.ts';
import { failureWords } from '../media-failure.ts';
import { defineRule } from '../rule.ts';

const failures = { folder: 'not-a-file', missing: 'missing', outside: 'outside' } as const;

export const themeStylesheetMissing = defineRule({
  id: 'theme-stylesheet-missing',
  subject: 'show',
  compares: true,
  severity: 'error',
  isEssential: true,
  enforces: [],
  summary: 'The stylesheet that the theme names is not in media/.',
  why: 'Every page would ask for a file that is not there.',
  source: 'ppod',
  remedy: 'Put the CSS file into media/, or correct its name.',
  *check({ content: { theme } }, { mediaPaths }) {
    if (theme?.stylesheet === undefined) return;
    const { kind } = mediaNames(mediaPaths)(theme.stylesheet);
    if (kind === 'file') return;
    const words = failureWords(theme.stylesheet, { kind: failures[kind] }, 'a stylesheet', mediaPaths);
    yield { at: ['theme', 'stylesheet'], ...words };
  },
});
