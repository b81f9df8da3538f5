import { defineRule } from '../rule.ts';

export const neverPublishList = defineRule({
  id: 'never-publish-list',
  subject: 'show',
  severity: 'error',
  isEssential: true,
  enforces: [],
  summary: 'The list of what must never be published cannot be read, or is empty.',
  why: 'Without the list ppod cannot hold anything back, so it publishes nothing rather than too much.',
  source: 'ppod',
  remedy:
    'Put the list where neverPublish in show.md, or the setting PPOD_NEVER_PUBLISH, says; one name or term a line.',
  *check(_, { neverPublish }) {
    if (neverPublish.kind !== 'missing' && neverPublish.kind !== 'empty') return;
    const isMissing = neverPublish.kind === 'missing';
    const where = neverPublish.isFromSetting ? 'that PPOD_NEVER_PUBLISH names' : 'that is named here';
    yield {
      ...(neverPublish.isFromSetting ? {} : { at: ['neverPublish'] }),
      message: isMissing
        ? `The list of what must never be published ${where} is not there, so nothing can be published.`
        : `The list of what must never be published ${where} holds no name, so nothing can be published.`,
      remedy: isMissing
        ? 'Put the list there, or correct the path. A path in show.md begins at the folder of show.md.'
        : 'Write one name or term a line into it, or remove the setting.',
    };
  },
});
