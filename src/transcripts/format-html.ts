import type { Transcript } from '../model/transcript.ts';
import { formatTimeCode } from '../text/time-code.ts';
import { escapeAttribute, escapeText } from '../text/xml.ts';
import { introductions } from './introductions.ts';
import type { TranscriptFrame } from './transcript-frame.ts';

/** A whole page that needs nothing else: the podcast namespace's elements (`cite`, `time`, `p`) under headings. */
export function formatHtml(transcript: Transcript, { language, title, advisory, pageUrl }: TranscriptFrame): string {
  const back = pageUrl === undefined ? '' : `<p><a href="${escapeAttribute(pageUrl)}">Listen to this episode</a></p>\n`;
  const warning = advisory === undefined ? '' : `<p class="advisory">${escapeText(advisory)}</p>\n`;
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title === undefined ? 'Transcript' : `${escapeText(title)}: transcript`}</title>
<style>
:root { color-scheme: light dark; background: Canvas; color: CanvasText; }
body { font: 1.125rem/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 40rem; overflow-wrap: anywhere; padding: 1rem; }
h1 { line-height: 1.2; }
h1, cite, p { unicode-bidi: plaintext; }
cite { display: inline-block; font-style: normal; font-weight: bold; margin-top: 1rem; }
cite + time, cite + span { margin-left: 0.5rem; }
p { margin: 0.25rem 0 0.75rem; }
</style>
</head>
<body>
<header>
<h1>${escapeText(title ?? 'Transcript')}</h1>
${warning}${back}</header>
<main>
${title === undefined ? '' : '<h2>Transcript</h2>\n'}${formatHtmlFragment(transcript)}</main>
</body>
</html>
`;
}

/** The turns alone, for a page that has its own frame. Everything from the transcript is escaped. */
export function formatHtmlFragment(transcript: Transcript): string {
  const lines: string[] = [];
  let isNamed = false;
  for (const { speaker, introduction, paragraphs } of introductions(transcript)) {
    if (speaker === undefined && isNamed) lines.push('<hr>');
    if (speaker !== undefined) lines.push(`<cite>${escapeText(speaker.name)}:</cite>`);
    if (introduction !== undefined) lines.push(`<span>${escapeText(introduction)}</span>`);
    for (const segments of paragraphs) {
      const start = segments[0]?.startSeconds;
      if (start !== undefined) lines.push(`<time datetime="PT${secondsText(start)}S">${formatTimeCode(start)}</time>`);
      lines.push(`<p>${escapeText(segments.map(({ text }) => text).join(' '))}</p>`);
    }
    isNamed = speaker !== undefined;
  }
  return lines.map((line) => `${line}\n`).join('');
}

function secondsText(seconds: number): string {
  return String(Math.round(seconds * 1000) / 1000);
}
