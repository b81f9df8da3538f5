type Words = readonly [string, ...string[]];

const words = (text: string): Words => {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  return [first, ...rest];
};

export const adjectives = words(`
  quiet early careful common local patient honest simple steady useful narrow gentle sudden ordinary familiar distant
  modest practical shared hidden broken open lasting public private recent regular serious slow small strong thoughtful
  uneven warm weekly written young
`);

export const nouns = words(`
  river harbour garden kitchen library market bridge school village meeting letter record journey question answer
  morning winter summer neighbour teacher nurse driver baker farmer sailor parent child family council office street
  station ferry island valley forest orchard window doorway picture story lesson
`);

export const subjects = words(`
  people volunteers colleagues children parents visitors residents teachers nurses carers neighbours families guests
  listeners readers students farmers fishermen engineers librarians musicians gardeners builders walkers
`);

export const verbs = words(`
  remember notice describe change repair protect follow share measure explain trust visit support record question
  watch carry keep find build mention improve prepare discuss understand consider defend recognise welcome borrow
`);

export const adverbs = words(`
  slowly often rarely carefully together honestly quickly usually sometimes always patiently openly gladly quietly
`);

export const places = words(`
  Ashcombe Birchover Cranleigh Dunster Eastcott Fernhill Greenham Holford Ilchester Kingsbury Langport Milverton
  Norton Otterford Porlock Quantoxhead Selworthy Taunton Upton Wellow
`);

export const firstNames = words(`
  Alex Bridget Conrad Daphne Edgar Felicity Gareth Harriet Imogen Jasper Katherine Leonard Miriam Nathan Olive
  Philippa Quentin Rosalind Stanley Theodora
`);

export const lastNames = words(`
  Abbott Barlow Catesby Denholm Ellwood Fairfax Garland Hargreave Inskip Jessop Kingsley Lockwood Marchbank Northcote
  Oakley Prescott Quayle Redfern Stanhope Thackray Underhill Venables Wetherby
`);

/** What a title may begin with. With every adjective and noun behind each: 23,310 titles. */
export const openings = [
  'Why we need a',
  'What makes a',
  'Learning from a',
  'The story of a',
  'Looking for a',
  'How to keep a',
  'A visit to a',
  'In praise of a',
  'The cost of a',
  'Living with a',
  'Questions about a',
  'The year of a',
  'Beginning with a',
  'The end of a',
  'Notes from a',
] as const;
