import { licenceNames } from '../model/licences.ts';
import { nearest } from '../text/nearest.ts';

/** What is wrong with the name of a licence, or `undefined` when apps and ppod know it. */
export function licenceFault(name: string): { readonly message: string; readonly remedy: string } | undefined {
  const isKnown = licenceNames.some((known) => known.toLowerCase() === name.toLowerCase());
  if (isKnown) return undefined;
  const spelled = name.replace(/\bv(?=\d)/i, '').replace(/[\s_]+/g, '-');
  const meant = nearest(spelled, licenceNames) ?? (/all rights reserved/i.test(name) ? 'ARR' : undefined);
  return {
    message: `Apps do not know a licence called "${name.length > 60 ? `${name.slice(0, 60)}…` : name}".`,
    remedy: meant === undefined ? `Write one of these: ${licenceNames.join(', ')}.` : `Did you mean ${meant}?`,
  };
}
