import { formatCategory, parseCategory, suggestCategory } from '../model/categories.ts';

/** Apple's categories before 2019, and where Apple put their shows. */
const successors: Readonly<Record<string, string>> = {
  'Arts > Literature': 'Arts > Books',
  'Arts > Fashion & Beauty': 'Arts > Fashion & Beauty',
  'Business > Business News': 'News > Business News',
  'Business > Management & Marketing': 'Business > Management',
  'Business > Shopping': 'Business',
  'Education > Education Technology': 'Education',
  'Education > Educational Technology': 'Education',
  'Education > Higher Education': 'Education',
  'Education > K-12': 'Education',
  'Education > Language Courses': 'Education > Language Learning',
  'Education > Training': 'Education > How To',
  'Games & Hobbies': 'Leisure',
  'Games & Hobbies > Automotive': 'Leisure > Automotive',
  'Games & Hobbies > Aviation': 'Leisure > Aviation',
  'Games & Hobbies > Hobbies': 'Leisure > Hobbies',
  'Games & Hobbies > Other Games': 'Leisure > Games',
  'Games & Hobbies > Video Games': 'Leisure > Video Games',
  'Government & Organizations': 'Government',
  'Government & Organizations > Local': 'Government',
  'Government & Organizations > National': 'Government',
  'Government & Organizations > Regional': 'Government',
  'Government & Organizations > Non-Profit': 'Business > Non-Profit',
  Health: 'Health & Fitness',
  'Health > Alternative Health': 'Health & Fitness > Alternative Health',
  'Health > Fitness & Nutrition': 'Health & Fitness > Nutrition',
  'Health > Self-Help': 'Education > Self-Improvement',
  'Health > Sexuality': 'Health & Fitness > Sexuality',
  'Kids & Family > Pets': 'Kids & Family > Pets & Animals',
  'News & Politics': 'News > Politics',
  'News & Politics > Conservative': 'News > Politics',
  'News & Politics > Liberal': 'News > Politics',
  'Religion & Spirituality > Other': 'Religion & Spirituality',
  'Science & Medicine': 'Science',
  'Science & Medicine > Medicine': 'Health & Fitness > Medicine',
  'Science & Medicine > Natural Sciences': 'Science > Natural Sciences',
  'Science & Medicine > Social Sciences': 'Science > Social Sciences',
  'Society & Culture > History': 'History',
  'Society & Culture > Gay & Lesbian': 'Society & Culture',
  'Sports & Recreation': 'Sports',
  'Sports & Recreation > Amateur': 'Sports',
  'Sports & Recreation > College & High School': 'Sports',
  'Sports & Recreation > Outdoor': 'Sports > Wilderness',
  'Sports & Recreation > Professional': 'Sports',
  'Technology > Gadgets': 'Technology',
  'Technology > Podcasting': 'Technology',
  'Technology > Software How-To': 'Technology',
  'Technology > Tech News': 'News > Tech News',
};

/** The category of Apple's present tree for one that a feed names; `undefined` when there is none. */
export function presentCategory(name: string): string | undefined {
  const clean = name
    .replace(/\s*>\s*/g, ' > ')
    .replace(/\s+/g, ' ')
    .trim();
  const known = parseCategory(clean);
  if (known !== undefined) return formatCategory(known);
  if (Object.hasOwn(successors, clean)) return successors[clean];
  const [parent = ''] = clean.split(' > ');
  return suggestCategory(clean) ?? (Object.hasOwn(successors, parent) ? successors[parent] : undefined);
}
