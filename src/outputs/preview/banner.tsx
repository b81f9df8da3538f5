import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** As many findings as a person reads before mending something. */
const shown = 20;

/** What stands above every page of a preview: what the build would say, and a way to the feed as apps list it. */
export function previewBanner(diagnostics: readonly Diagnostic[], isStopped: boolean): string {
  const count = (severity: string) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const grave = diagnostics.filter(({ severity }) => severity !== 'info');
  return renderToStaticMarkup(
    <aside class={`ppod-preview${errors > 0 ? ' ppod-preview-errors' : ''}`} aria-label="Preview">
      <p>
        <strong>Preview.</strong> {isStopped ? 'A build would stop, so this page is as it was before. ' : ''}
        {errors} {errors === 1 ? 'error' : 'errors'}, {warnings} {warnings === 1 ? 'warning' : 'warnings'}.{' '}
        <a href="/_feed">The feed as apps list it</a>
      </p>
      {grave.length > 0 && (
        <details open={errors > 0}>
          <summary>What to mend</summary>
          <ul>
            {grave.slice(0, shown).map(({ file, range, message, remedy, severity }) => (
              <li>
                <code>
                  {file}:{range.start.line}
                </code>{' '}
                {severity}: {message} <em>{remedy}</em>
              </li>
            ))}
          </ul>
          {grave.length > shown && <p>And {grave.length - shown} more: run ppod check.</p>}
        </details>
      )}
    </aside>,
  );
}

/** A page for when there is nothing yet that could be shown. */
export function previewNotice(banner: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Preview</title></head><body>${banner}<h1>Nothing to show yet</h1><p>Mend what is listed above; this page follows by itself.</p></body></html>`;
}
