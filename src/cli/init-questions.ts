/** What a person answers to `ppod init`, by flag or when asked. All of it is text. */
export interface Answers {
  title: string;
  author: string;
  description: string;
  site: string;
  language: string;
  timezone: string;
  category: string;
  email: string;
  host: string;
  artwork: string;
}

export interface Question {
  readonly key: keyof Answers;
  /** As it is asked. */
  readonly ask: string;
  /** As it is explained in --help. */
  readonly help: string;
  readonly flag: string;
  /** May be left empty. */
  readonly isOptional?: boolean;
}

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  { key: 'title', flag: '--title <name>', ask: 'What is the show called?', help: 'the name of the show' },
  {
    key: 'author',
    flag: '--author <name>',
    ask: 'Which organisation publishes it?',
    help: 'the organisation that publishes the show',
  },
  {
    key: 'description',
    flag: '--description <text>',
    ask: 'What is it about, and whom is it for? (a sentence or two)',
    help: 'what the show is about and whom it is for',
  },
  {
    key: 'site',
    flag: '--site <url>',
    ask: 'At which web address will it be? (https://…)',
    help: 'the https address that the pages will have',
  },
  {
    key: 'language',
    flag: '--language <code>',
    ask: 'In which language is it?',
    help: 'the language spoken, such as en-GB',
  },
  {
    key: 'timezone',
    flag: '--timezone <name>',
    ask: 'In which time zone are its dates?',
    help: 'the time zone of its dates, such as Europe/London',
  },
  {
    key: 'category',
    flag: '--category <name>',
    ask: 'Which of Apple’s categories fits best? (type to search)',
    help: 'one of Apple’s categories, such as "Education > Courses"',
  },
  {
    key: 'email',
    flag: '--email <address>',
    ask: 'Which e-mail address may directories write to? (not published; may stay empty)',
    help: 'the owner’s address, with which directories verify the show; not published',
    isOptional: true,
  },
  {
    key: 'host',
    flag: '--host <name>',
    ask: 'Who presents it? (may stay empty)',
    help: 'who presents the show',
    isOptional: true,
  },
  {
    key: 'artwork',
    flag: '--artwork <file>',
    ask: 'Which picture is its cover? (a JPEG or PNG file; empty: a stand-in)',
    help: 'a JPEG or PNG for the cover, copied into media/; without it a stand-in is made',
    isOptional: true,
  },
];
