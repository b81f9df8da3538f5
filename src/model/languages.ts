/** The two-letter codes of ISO 639-1. */
const languageCodes: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es ' +
    'et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki ' +
    'kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no ' +
    'nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te ' +
    'tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/** The two-letter codes of ISO 3166-1, as assigned. */
const countryCodes: ReadonlySet<string> = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC ' +
    'CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD ' +
    'GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH ' +
    'KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW ' +
    'MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC ' +
    'SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY ' +
    'UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

export function isCountry(code: string): boolean {
  return countryCodes.has(code);
}

/** Whether directories take `code`: a two-letter language, then perhaps a script, then perhaps a country, with hyphens. */
export function isLanguage(code: string): boolean {
  const [, language = '', region] = /^([a-z]{2})(?:-[a-z]{4})?(?:-([a-z]{2}|\d{3}))?$/i.exec(code) ?? [];
  if (!languageCodes.has(language.toLowerCase())) return false;
  return region === undefined || /^\d{3}$/.test(region) || isCountry(region.toUpperCase());
}

/** The code that was most likely meant by `en_GB`, `en-UK`, `eng` or `English`, or `undefined`. */
export function suggestLanguage(text: string): string | undefined {
  const [first = '', ...rest] = text.trim().split(/[-_ ,()]+/);
  const language = languageNamed(first.toLowerCase());
  if (language === undefined) return undefined;
  const region = rest.map((part) => regionNamed(part)).find((part) => part !== undefined);
  return region === undefined ? language : `${language}-${region}`;
}

function languageNamed(text: string): string | undefined {
  if (languageCodes.has(text)) return text;
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const byName = [...languageCodes].find((code) => names.of(code)?.toLowerCase() === text);
  if (byName !== undefined || !/^[a-z]{3}$/.test(text)) return byName;
  // Intl shortens a three-letter code to the two-letter one of the same language.
  const canonical = Intl.getCanonicalLocales(text)[0] ?? '';
  return languageCodes.has(canonical) ? canonical : undefined;
}

function regionNamed(text: string): string | undefined {
  const code = text.toUpperCase();
  if (isCountry(code)) return code;
  return /^(?:UK|EN|ENG|ENGLAND|BRITISH|BRITAIN|WALES|SCOTLAND)$/.test(code) ? 'GB' : undefined;
}
