import { heardRule } from './heard-rule.ts';

/** Seconds that a listener takes for a pause, and not for a fault. */
const longestAtStart = 3;
const longestAtEnd = 5;

export const audioSilence = heardRule({
  id: 'audio-silence',
  severity: 'warning',
  enforces: [],
  summary: 'The audio begins or ends with a long silence.',
  why: 'Listeners take it for a fault and go away; at the end it keeps the next episode waiting.',
  source: 'ppod',
  remedy: 'Cut the silence off.',
  *judge({ name, report }) {
    const { silenceAtStartSeconds: start, silenceAtEndSeconds: end, integratedLufs } = report;
    if (integratedLufs === undefined) return;
    if (start > longestAtStart) {
      yield {
        message: `"${name}" begins with ${start.toFixed(1)} seconds of silence.`,
        remedy: 'Cut the silence off. Mind that chapters and a timed transcript then move.',
      };
    }
    if (end > longestAtEnd) {
      yield { message: `"${name}" ends with ${end.toFixed(1)} seconds of silence.`, remedy: 'Cut the silence off.' };
    }
  },
});
