import { isValid, type Project, stateOf } from '../../model/project.ts';
import { episodeFolder, urlOf, withSlash } from '../../model/urls.ts';
import { nearest } from '../../text/nearest.ts';
import { missingProtocol } from '../link-faults.ts';
import type { NoteLink } from '../note-link.ts';
import { mayLinkTo, notesOf } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const linkTargetMissing = defineRule({
  id: 'link-target-missing',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: ['hosting-link-targets'],
  summary: 'A link in the notes leads to a page of this podcast that is not there.',
  why: 'Readers would land on "page not found".',
  source: 'RSS 2.0; W3C feed validator',
  remedy: 'Correct the address.',
  mayFind(entry, { show }) {
    const base = baseOf(show);
    return base !== undefined && mayLinkTo(base, entry);
  },
  *check(entry, project) {
    const base = baseOf(project.show);
    if (base === undefined) return;
    const page = urlOf(base, `${episodeFolder(entry.slug)}/`);
    for (const link of notesOf(entry).links) {
      const target = ownTarget(link, page, base);
      if (target === undefined) continue;
      const fault = judge(target, link.href, project);
      if (fault !== undefined) yield { range: link.range, ...fault };
    }
  },
});

function baseOf({ content }: Project['show']): string | undefined {
  return content && new URL(withSlash(content.site)).href;
}

/** The path below the podcast's address that a link leads to, where the podcast alone answers for it. */
function ownTarget(link: NoteLink, page: string, base: string): string | undefined {
  const { href } = link;
  if (/^(?:$|[#"'“”])/.test(href) || missingProtocol(link) !== undefined || !URL.canParse(href, page)) return;
  const { origin, pathname } = new URL(href, page);
  const address = origin + pathname;
  if (!address.startsWith(base)) return undefined;
  const path = decode(address.slice(base.length));
  const isRelative = !/^(?:https?:)?\/\//i.test(href);
  return isRelative || /^(?:episodes|media)\//.test(path) ? path : undefined;
}

function judge(path: string, href: string, project: Project) {
  const { episodes, asOf, mediaPaths } = project;
  const file = episodes.find((entry) => path === entry.file || path.endsWith(`/${entry.file.split('/').at(-1)}`));
  if (file !== undefined) {
    return {
      message: `The link to ${href} names the file of an episode; its page has another address.`,
      remedy: `Write ../${file.slug}/ in its place.`,
    };
  }
  const [, slug] = /^episodes\/([^/]+)/.exec(path) ?? [];
  if (slug === undefined) {
    const isThere = path === '' || /^(?:index\.html|feed\.xml|sitemap\.xml)$/.test(path) || mediaPaths.includes(path);
    if (isThere || path === project.show.content?.feed) return undefined;
    return {
      message: `The link to ${href} leads to ${path} of this podcast, which is not there.`,
      remedy: 'Write the whole address, beginning with https://, or correct it.',
    };
  }
  const target = episodes.find((entry) => entry.slug === slug.normalize('NFC'));
  if (target === undefined) {
    const meant = nearest(
      slug,
      episodes.map((entry) => entry.slug),
    );
    return {
      message: `The link to ${href} leads to an episode that is not there.`,
      remedy: meant === undefined ? 'Correct the address, or remove the link.' : `Did you mean ../${meant}/?`,
    };
  }
  if (!isValid(target) || stateOf(target.content, asOf) === 'published') return undefined;
  return {
    message: `The link to ${href} leads to an episode that is not published yet, or no more.`,
    remedy: 'Remove the link until that episode is out.',
  };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
