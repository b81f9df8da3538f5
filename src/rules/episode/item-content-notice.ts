import { defineRule } from '../rule.ts';

export const itemContentNotice = defineRule({
  id: 'item-content-notice',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-content-notice'],
  summary: 'An explicit episode has no content advisory, or one switches off the advisory of the show.',
  why: 'People who have been harmed want to know before they press play; apps show the first lines of the notes.',
  source: 'Safeguarding practice',
  remedy: 'Add an advisory, in a sentence.',
  *check({ content }, { show }) {
    const isExplicit = content.explicit ?? show.content?.explicit === true;
    const advisory = content.advisory ?? show.content?.advisory;
    if (isExplicit && (advisory === undefined || advisory === false)) {
      yield {
        at: content.explicit === undefined ? [] : ['explicit'],
        message: 'This episode is marked explicit, but nothing tells listeners beforehand what it contains.',
        remedy: 'Add a line such as advisory: This episode contains accounts of violence.',
      };
    } else if (content.advisory === false && content.type === 'full' && show.content?.advisory !== undefined) {
      yield {
        at: ['advisory'],
        severity: 'info',
        message: 'This full episode leaves out the content advisory of the show.',
        remedy: 'Remove the line advisory: false, unless nothing in the episode needs one.',
      };
    }
  },
});
