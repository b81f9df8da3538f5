import { isCountry } from '../../model/languages.ts';
import { defineRule } from '../rule.ts';

export const channelPodcastLocation = defineRule({
  id: 'channel-podcast-location',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-podcast-location'],
  summary: 'The location is not a place on earth, has no such country, or is as exact as a house.',
  why: 'Apps show it on a map. A show about vulnerable people names an area, never a venue.',
  source: 'Podcasting 2.0; RFC 5870; ISO 3166',
  remedy: 'Name an area: a town or county, with coordinates rounded to two decimals.',
  *check({ content: { location } }) {
    if (location === undefined) return;
    const { geo, country } = { geo: undefined, country: undefined, ...location };
    if (country !== undefined && !isCountry(country)) {
      yield {
        at: ['location', 'country'],
        message: `There is no country with the code "${country}".`,
        remedy: country === 'UK' ? 'Did you mean GB?' : 'Write two capital letters, such as GB or IE.',
      };
    }
    if (geo === undefined) return;
    const [latitude = '', longitude = ''] = geo.slice('geo:'.length).split(/[,;]/);
    if (Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180) {
      yield {
        at: ['location', 'geo'],
        message: `"${geo}" is not on earth: the first figure reaches from -90 to 90, the second from -180 to 180.`,
        remedy: 'Write north first, then east, such as geo:51.0,-3.1.',
      };
    } else if (/\.\d{3}/.test(latitude) || /\.\d{3}/.test(longitude)) {
      yield {
        at: ['location', 'geo'],
        message: `"${geo}" points at a single building.`,
        remedy: 'Round both figures to two decimals, so that they name an area.',
      };
    }
  },
});
