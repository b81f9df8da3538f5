import { distance } from 'fastest-levenshtein';

/** The known word that `word` was most likely meant to be, or `undefined` when none is near enough to be worth saying. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = fold(word);
  let best: { readonly word: string; readonly away: number } | undefined;
  for (const candidate of known) {
    const away = distance(wanted, fold(candidate));
    if (best === undefined || away < best.away) best = { word: candidate, away };
  }
  return best !== undefined && best.away <= Math.max(2, Math.floor(wanted.length / 3)) ? best.word : undefined;
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
