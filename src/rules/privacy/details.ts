import { findBirthDates } from './birth-dates.ts';
import { detailRule, type TextRule } from './detail-rule.ts';
import { findEmailAddresses } from './email-addresses.ts';
import { findInsuranceNumbers } from './insurance-numbers.ts';
import { findNhsNumbers } from './nhs-numbers.ts';
import { findPhoneNumbers } from './phone-numbers.ts';
import { findPostcodes } from './postcodes.ts';

const source = 'Safeguarding practice; UK GDPR';

/** Personal details that nobody meant to publish. All look through the same texts in the same way. */
export const detailRules: readonly TextRule[] = [
  detailRule({
    id: 'private-email',
    severity: 'warning',
    enforces: ['item-no-children-named'],
    summary: 'An e-mail address would be published that is not on the show’s list of public ones.',
    why: 'What is once in a feed is copied everywhere; a private address brings its owner spam and strangers.',
    source,
    remedy: 'Remove it; or, if it is meant to be public, add it to allow in show.md.',
    find: findEmailAddresses,
    message: (words) => `The e-mail address ${words} would be public, and is not on the list of those that may be.`,
  }),
  detailRule({
    id: 'private-phone',
    severity: 'warning',
    enforces: ['item-no-children-named'],
    summary: 'A telephone number would be published that is not on the show’s list of public ones.',
    why: 'What is once in a feed is copied everywhere, and a number may belong to a child or a carer.',
    source,
    remedy: 'Remove it; or, if it is meant to be public, add it in quotes to allow in show.md.',
    find: findPhoneNumbers,
    message: (words) => `The telephone number ${words} would be public, and is not on the list of those that may be.`,
  }),
  detailRule({
    id: 'private-postcode',
    severity: 'warning',
    enforces: ['item-no-children-named'],
    summary: 'A postcode would be published.',
    why: 'A postcode is a handful of houses: with an age or a school it tells who a child is.',
    source,
    remedy: 'Remove it; or, if it is that of an office, add it to allow in show.md.',
    find: findPostcodes,
    message: (words) => `The postcode ${words} would be public; a postcode is no more than a handful of houses.`,
  }),
  detailRule({
    id: 'private-birth-date',
    severity: 'warning',
    enforces: ['item-no-children-named'],
    summary: 'Somebody’s date of birth would be published.',
    why: 'With a first name or a place it tells who a child is, and it opens accounts.',
    source,
    remedy: 'Remove it, or say only how old the person is, if that is needed at all.',
    hidesSource: true,
    find: findBirthDates,
    message: () => 'A date of birth seems to stand here; it would be public.',
  }),
  detailRule({
    id: 'private-nhs-number',
    severity: 'warning',
    enforces: ['item-no-children-named'],
    summary: 'A number that is a correct NHS number would be published.',
    why: 'It stands for one person for life. Its last digit is a check, so that few other numbers look like it.',
    source,
    remedy: 'Remove it.',
    hidesSource: true,
    find: findNhsNumbers,
    message: () => 'A number stands here that is a correct NHS number; it would be public.',
  }),
  detailRule({
    id: 'private-ni-number',
    severity: 'warning',
    enforces: ['item-no-children-named'],
    summary: 'Something of the form of a National Insurance number would be published.',
    why: 'It stands for one person for life, and opens accounts.',
    source,
    remedy: 'Remove it.',
    hidesSource: true,
    find: findInsuranceNumbers,
    message: () => 'Something stands here that has the form of a National Insurance number; it would be public.',
  }),
];
