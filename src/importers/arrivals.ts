import { parseChaptersFile } from '../model/chapters-file.ts';
import type { Download } from './planned-file.ts';

/** Why the text that came for a transcript or for chapters is not what was asked for, as the end of a sentence; `undefined` when it is. */
export function faultOf({ kind, path }: Download, text: string): string | undefined {
  if (text.trim() === '') return 'is empty';
  if (!path.endsWith('.html') && /^\s*(?:<!doctype html|<html)/i.test(text)) return 'is a web page';
  return kind === 'chapters' && parseChaptersFile(text) === undefined ? 'holds no chapters' : undefined;
}
