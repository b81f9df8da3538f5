import { nearest } from '../text/nearest.ts';

/** Apple's categories and their subcategories, spelled as directories compare them: case and `&` count. */
export const categories: Readonly<Record<string, readonly string[]>> = {
  Arts: ['Books', 'Design', 'Fashion & Beauty', 'Food', 'Performing Arts', 'Visual Arts'],
  Business: ['Careers', 'Entrepreneurship', 'Investing', 'Management', 'Marketing', 'Non-Profit'],
  Comedy: ['Comedy Interviews', 'Improv', 'Stand-Up'],
  Education: ['Courses', 'How To', 'Language Learning', 'Self-Improvement'],
  Fiction: ['Comedy Fiction', 'Drama', 'Science Fiction'],
  Government: [],
  'Health & Fitness': ['Alternative Health', 'Fitness', 'Medicine', 'Mental Health', 'Nutrition', 'Sexuality'],
  History: [],
  'Kids & Family': ['Education for Kids', 'Parenting', 'Pets & Animals', 'Stories for Kids'],
  Leisure: [
    'Animation & Manga',
    'Automotive',
    'Aviation',
    'Crafts',
    'Games',
    'Hobbies',
    'Home & Garden',
    'Video Games',
  ],
  Music: ['Music Commentary', 'Music History', 'Music Interviews'],
  News: [
    'Business News',
    'Daily News',
    'Entertainment News',
    'News Commentary',
    'Politics',
    'Sports News',
    'Tech News',
  ],
  'Religion & Spirituality': ['Buddhism', 'Christianity', 'Hinduism', 'Islam', 'Judaism', 'Religion', 'Spirituality'],
  Science: [
    ...['Astronomy', 'Chemistry', 'Earth Sciences', 'Life Sciences', 'Mathematics', 'Natural Sciences', 'Nature'],
    ...['Physics', 'Social Sciences'],
  ],
  'Society & Culture': ['Documentary', 'Personal Journals', 'Philosophy', 'Places & Travel', 'Relationships'],
  Sports: [
    ...['Baseball', 'Basketball', 'Cricket', 'Fantasy Sports', 'Football', 'Golf', 'Hockey', 'Rugby', 'Running'],
    ...['Soccer', 'Swimming', 'Tennis', 'Volleyball', 'Wilderness', 'Wrestling'],
  ],
  'TV & Film': ['After Shows', 'Film History', 'Film Interviews', 'Film Reviews', 'TV Reviews'],
  Technology: [],
  'True Crime': [],
};

export interface Category {
  readonly parent: string;
  readonly child?: string;
}

/** Reads `Education > Courses` or `Government`; `undefined` when Apple has no such category. */
export function parseCategory(text: string): Category | undefined {
  const [parent = '', child, ...rest] = text.split('>').map((part) => part.trim());
  const children = Object.hasOwn(categories, parent) ? categories[parent] : undefined;
  if (children === undefined || rest.length > 0) return undefined;
  if (child === undefined) return { parent };
  return children.includes(child) ? { parent, child } : undefined;
}

/** `Education > Courses`: the way show.md names a category. */
export function formatCategory({ parent, child }: Category): string {
  return child === undefined ? parent : `${parent} > ${child}`;
}

/** The category that `text` was most likely meant to be, as it should be written, or `undefined` when none is near. */
export function suggestCategory(text: string): string | undefined {
  const [parent = '', child] = text
    .replace(/\band\b/gi, '&')
    .split('>')
    .map((part) => part.trim());
  const parents = Object.keys(categories);
  if (child !== undefined) {
    const known =
      nearest(child, categories[nearest(parent, parents) ?? ''] ?? []) ?? nearest(child, subcategories.keys());
    return (known && subcategories.get(known)) ?? nearest(parent, parents);
  }
  const known = nearest(parent, [...parents, ...subcategories.keys()]);
  return known && (subcategories.get(known) ?? known);
}

/** Each subcategory, with its whole name. No name occurs under two parents. */
const subcategories: ReadonlyMap<string, string> = new Map(
  Object.entries(categories).flatMap(([parent, children]) =>
    children.map((child) => [child, formatCategory({ parent, child })] as const),
  ),
);
