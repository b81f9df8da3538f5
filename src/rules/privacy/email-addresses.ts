import { type Match, matchesOf } from './match.ts';

export function findEmailAddresses(text: string): readonly Match[] {
  if (!text.includes('@')) return [];
  return matchesOf(text, /[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu);
}
