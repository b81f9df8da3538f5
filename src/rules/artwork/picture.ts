import type { ImageInfo } from '../../model/media.ts';
import type { DataPath } from '../../text/frontmatter.ts';
import { Latest } from '../../text/latest.ts';
import type { Finding, Rule, RuleText, Subjects, Surroundings } from '../rule.ts';

/** A picture that the show or an episode names, measured. */
export interface Picture {
  /** As written in the frontmatter. */
  readonly name: string;
  /** The key that names it. */
  readonly at: DataPath;
  readonly image: ImageInfo;
  readonly bytes: number;
  /** A cover is what directories show; others are photos of people and pictures of chapters. */
  readonly isCover: boolean;
}

/** One rule on pictures: the same words for the show's and for an episode's own. */
export interface PictureRule {
  readonly show: Rule<'show'>;
  readonly episode: Rule<'episode'>;
}

type Judge = (picture: Picture) => Iterable<Finding>;

/** A rule on covers: the show's, and each episode's own. */
export function coverRule({ judge, ...text }: RuleText & { readonly judge: Judge }): PictureRule {
  return pictureRule({ ...text, judge: (picture) => (picture.isCover ? judge(picture) : []) });
}

/** A rule on every picture that is published. Findings point at the key that names the picture. */
export function pictureRule({ judge, ...text }: RuleText & { readonly judge: Judge }): PictureRule {
  const findings = (pictures: readonly Picture[]) =>
    pictures.flatMap((picture) => [...judge(picture)].map((finding) => ({ at: picture.at, ...finding })));
  return {
    show: { ...text, subject: 'show', check: (show, project) => findings(picturesOfShow(show, project)) },
    episode: {
      ...text,
      subject: 'episode',
      check: (entry, project) => findings(known.of(entry, () => picturesOfEpisode(entry, project))),
    },
  };
}

const known = new Latest<object, readonly Picture[]>();

function picturesOfShow({ content }: Subjects['show'], { media }: Surroundings): readonly Picture[] {
  return measured(media, [
    { name: content.artwork, at: ['artwork'] },
    { name: content.theme?.logo, at: ['theme', 'logo'] },
    ...content.hosts.map(({ image }, index) => ({ name: image, at: ['hosts', index, 'image'] })),
  ]);
}

function picturesOfEpisode(
  { content, chaptersFile }: Subjects['episode'],
  { media }: Surroundings,
): readonly Picture[] {
  const listed = typeof content.chapters === 'string' ? [] : (content.chapters ?? []);
  return measured(media, [
    { name: content.artwork, at: ['artwork'] },
    ...content.people.map(({ image }, index) => ({ name: image, at: ['people', index, 'image'] })),
    ...content.guests.map(({ image }, index) => ({ name: image, at: ['guests', index, 'image'] })),
    ...listed.map(({ image }, index) => ({ name: image, at: ['chapters', index, 'image'] })),
    ...(chaptersFile?.chapters ?? []).map(({ image }) => ({ name: image, at: ['chapters'] })),
  ]);
}

function measured(
  media: Surroundings['media'],
  named: readonly { readonly name: string | undefined; readonly at: DataPath }[],
): readonly Picture[] {
  return named.flatMap(({ name, at }) => {
    const file = name === undefined ? undefined : media.get(name);
    if (name === undefined || file?.kind !== 'image') return [];
    return [{ name, at, image: file.image, bytes: file.bytes, isCover: at[0] === 'artwork' }];
  });
}
