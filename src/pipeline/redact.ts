import type { Diagnostic } from '../model/diagnostic.ts';
import type { Project } from '../model/project.ts';
import { nameListOf } from '../rules/privacy/never-publish.ts';

/** Blacks out what is on the show's list of what must never be published; the length of a text stays the same. */
export function redactorOf(project: Project): (text: string) => string {
  const list = nameListOf(project);
  return (text) => {
    let shown = '';
    let from = 0;
    for (const { start, end } of list.find(text)) {
      shown += text.slice(from, start) + text.slice(start, end).replace(/[^\s]/g, '█');
      from = end;
    }
    return shown + text.slice(from);
  };
}

/** The same findings; any of them may quote a value that holds a name. */
export function redacted(diagnostics: readonly Diagnostic[], project: Project): readonly Diagnostic[] {
  if (project.neverPublish.kind !== 'list') return diagnostics;
  const redact = redactorOf(project);
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    message: redact(diagnostic.message),
    remedy: redact(diagnostic.remedy),
  }));
}
