/** Names of one type that nobody tells apart. */
const sameTypes: readonly ReadonlySet<string>[] = [
  new Set(['audio/mpeg', 'audio/mp3', 'audio/x-mpeg']),
  new Set(['audio/x-m4a', 'audio/mp4', 'audio/m4a', 'video/mp4', 'audio/aac']),
  new Set(['application/x-subrip', 'application/srt', 'text/srt', 'text/plain', 'application/octet-stream']),
  new Set(['application/json', 'application/json+chapters', 'application/chapters+json']),
  new Set(['audio/wav', 'audio/x-wav', 'audio/vnd.wave']),
  new Set(['audio/ogg', 'audio/opus', 'application/ogg']),
];

/** Whether two MIME types, parameters aside, mean the same. */
export function isSameMimeType(a: string, b: string): boolean {
  const [first, second] = [plainType(a), plainType(b)];
  return first === second || sameTypes.some((names) => names.has(first) && names.has(second));
}

/** `Text/HTML; charset=utf-8` is `text/html`. */
export function plainType(type: string): string {
  return type.split(';')[0]?.trim().toLowerCase() ?? '';
}
