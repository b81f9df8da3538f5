/** Identifiers that apps know from the podcast namespace's own list. */
const identifiers = ['ARR', 'CC-BY-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-ND-4.0', 'POD-V4V-1.0'];

/** Licences that the list lacks and public bodies use. Apps ask for an address beside such a name. */
const addresses: Readonly<Record<string, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-ND-4.0': 'https://creativecommons.org/licenses/by-nd/4.0/',
  'CC-BY-NC-SA-4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  'OGL-UK-3.0': 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

export interface Licence {
  readonly name: string;
  /** Where it can be read; absent when apps know the name by itself, or when nobody knows. */
  readonly url?: string | undefined;
}

/** The licence that a name stands for, in the usual spelling whatever the case; an unknown name stays as it is. */
export function licenceOf(text: string): Licence {
  const known = [...identifiers, ...Object.keys(addresses)].find((name) => name.toLowerCase() === text.toLowerCase());
  return known === undefined ? { name: text } : { name: known, url: addresses[known] };
}

/** Every licence that ppod knows, in the usual spelling. */
export const licenceNames: readonly string[] = [...identifiers, ...Object.keys(addresses)];
