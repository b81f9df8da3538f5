import type { Rule } from '../rule.ts';
import { detailRules } from './details.ts';
import { neverPublish } from './never-publish.ts';
import { neverPublishList } from './never-publish-list.ts';

const textRules = [...detailRules, neverPublish];

export const privacyShowRules: readonly Rule<'show'>[] = [neverPublishList, ...textRules.map(({ show }) => show)];
export const privacyEpisodeRules: readonly Rule<'episode'>[] = textRules.map(({ episode }) => episode);
