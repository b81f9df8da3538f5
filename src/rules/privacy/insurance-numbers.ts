import { type Match, matchesOf } from './match.ts';

const pattern =
  /(?<![\w-])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ \u00a0-]?\d{2}){3}[ \u00a0-]?[A-D](?![\w-])/gi;

/** National Insurance numbers by their form, such as two letters, six digits and a letter from A to D. */
export function findInsuranceNumbers(text: string): readonly Match[] {
  return /\d\d/.test(text) ? matchesOf(text, pattern) : [];
}
