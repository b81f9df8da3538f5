import { z } from 'zod';

export interface Person {
  readonly name: string;
  readonly role?: string | undefined;
  readonly group?: string | undefined;
  readonly organisation?: string | undefined;
  readonly url?: string | undefined;
  readonly image?: string | undefined;
  readonly aliases: readonly string[];
}

const personFields = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .meta({ description: 'The name as it should be read and heard.', examples: ['Alex Reed'] }),
  role: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({ description: 'What the person does in the show: Host, Guest, Producer, Narrator …', examples: ['Guest'] }),
  group: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({ description: 'The group that the role belongs to, such as Cast or Writing.', examples: ['Cast'] }),
  organisation: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({ description: 'Whom the person speaks for.', examples: ['Example Council'] }),
  url: z
    .url({ protocol: /^https$/ })
    .optional()
    .meta({ description: 'A public page about the person.', examples: ['https://example.org/alex'] }),
  image: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({ description: 'A photo: a file in media/ or an https address.', examples: ['media/alex.jpg'] }),
  aliases: z
    .array(z.string().trim().min(1))
    .default([])
    .meta({
      description: 'Other names under which a transcript may list the person.',
      examples: [['Alex', 'A. Reed']],
    }),
});

/** A person: `{ name, role, … }`, or just the name. */
export const personSchema = z
  .union([
    z
      .string()
      .trim()
      .min(1)
      .transform((name): Person => ({ name, aliases: [] })),
    personFields.transform((person): Person => person),
  ])
  .meta({ description: 'A name, or a name with role, organisation, page and photo.', examples: ['Alex Reed'] });
