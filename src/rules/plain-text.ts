/** Mark-up that listeners would see as code, in a value that is plain text: an HTML tag, a character reference, Markdown. */
export function findMarkup(text: string): string | undefined {
  const html = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});/i.exec(text);
  if (html !== null) return html[0];
  return /\*\*[^*]+\*\*|\[[^[\]]+\]\((?:https?:|www\.|mailto:)[^)]*\)/.exec(text)?.[0];
}
