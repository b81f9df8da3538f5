import { defineRule } from '../rule.ts';

export const channelOwnerPrivacy = defineRule({
  id: 'channel-owner-privacy',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-owner-privacy', 'channel-podcast-locked-owner'],
  summary: 'The e-mail address that goes into the feed belongs to one person.',
  why: 'Everybody can read the feed and machines collect the addresses in it; a person who leaves takes the address along.',
  source: 'Podcasting 2.0; Spotify',
  remedy: 'Use an address that belongs to the show or the team, or set publishEmail: false.',
  *check({ content: { email, publishEmail } }) {
    if (!publishEmail || email === undefined) return;
    const [local = '', host = ''] = email.toLowerCase().split('@');
    const isPersonal = personalHosts.test(host) || (/^[a-z]{2,}[._][a-z]{2,}$/.test(local) && !roleWords.test(local));
    if (!isPersonal) return;
    yield {
      at: ['email'],
      message: `"${email}" looks like the address of one person, and publishEmail puts it into the public feed.`,
      remedy:
        'Use an address that belongs to the show or the team, or set publishEmail: false once directories have verified the show.',
    };
  },
});

const personalHosts =
  /^(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|me|aol|btinternet|proton|protonmail)\.[a-z.]+$/;

const roleWords =
  /pod|cast|show|radio|media|comms|communication|press|news|team|office|info|contact|hello|enquir|inquir|admin|support|help|web|digital|editor|safeguard|service|board|partner|council|learning|training/;
