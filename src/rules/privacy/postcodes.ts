import { type Match, matchesOf, withoutAddresses } from './match.ts';

/** The letters with which postcodes begin: without this list any code of a form or a motorway would do. */
const areas =
  'AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE';
const pattern = new RegExp(
  `(?<![\\w-])(?:(?:${areas})\\d[A-HJKPSTUW\\d]?|[A-Z]{1,2}\\d[A-Z])[ \\u00a0]{0,2}\\d[ABD-HJLNP-UW-Z]{2}(?![\\w-])`,
  'gi',
);
const area = new RegExp(`^(?:${areas})\\d`, 'i');
/** "M4 2nd exit": an ordinal after the name of a road. */
const ordinal = /\d(?:st|nd|rd|th)$/;

/** Postcodes of the United Kingdom by their grammar (BS 7666). */
export function findPostcodes(text: string): readonly Match[] {
  if (!/[a-z]\d/i.test(text)) return [];
  const visible = withoutAddresses(text);
  return matchesOf(visible, pattern).filter(({ start, end }) => {
    const words = visible.slice(start, end);
    return area.test(words) && !ordinal.test(words);
  });
}
