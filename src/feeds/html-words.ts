import { Parser } from 'htmlparser2';
import { cleanText } from '../text/xml.ts';

/** Tags between which words are divided though there be no space. */
const inline = /^(?:a|b|i|em|strong|span|u|s|sub|sup|code|q|cite|font|small|big|del|ins|abbr|mark)$/;

/** The words of HTML (or of plain text) without mark-up, single-spaced: what remains the same when only the form changes. */
export function htmlWords(html: string): string {
  let words = '';
  let silent = 0;
  const parser = new Parser({
    onopentag(name) {
      if (/^(?:script|style|iframe)$/.test(name)) silent++;
      if (!inline.test(name)) words += ' ';
    },
    ontext(text) {
      if (silent === 0) words += text;
    },
    onclosetag(name) {
      if (/^(?:script|style|iframe)$/.test(name)) silent--;
      if (!inline.test(name)) words += ' ';
    },
  });
  parser.end(html);
  return cleanText(words)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}
