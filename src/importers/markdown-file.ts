import { stringify } from 'yaml';

/** Frontmatter and body as a Markdown file. Keys without a value are left out. */
export function markdownFile(fields: Readonly<Record<string, unknown>>, body: string): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && !isEmptyList(value));
  const yaml = stringify(Object.fromEntries(given), { lineWidth: 100, version: '1.2' });
  return `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}`;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
