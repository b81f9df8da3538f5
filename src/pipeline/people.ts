import { episodeSchemaIn } from '../model/episode.ts';
import type { Person } from '../model/person.ts';
import { readFields } from '../model/read-fields.ts';
import { showSchema } from '../model/show.ts';
import type { ProjectFiles } from '../ports.ts';
import { decodeText } from '../text/decode.ts';
import { parseFrontmatter } from '../text/frontmatter.ts';

/** Everyone whom the show and its episodes name, each once, and the show's language; empty where there is no show. */
export async function loadPeople(
  files: ProjectFiles,
): Promise<{ readonly people: readonly Person[]; readonly language: string | undefined }> {
  const data = async (path: string) =>
    parseFrontmatter(decodeText((await files.read(path)) ?? new Uint8Array()).text).data;
  const show = readFields(showSchema, await data('show.md')).content;
  if (show === undefined) return { people: [], language: undefined };
  const schema = episodeSchemaIn(show.timezone);
  const people = [...show.hosts];
  for (const path of await files.list('episodes')) {
    if (!/\.md$/i.test(path) || /\.transcript\.md$/i.test(path)) continue;
    const episode = readFields(schema, await data(path)).content;
    people.push(...(episode?.people ?? []), ...(episode?.guests ?? []));
  }
  return { people: [...new Map(people.map((person) => [person.name, person])).values()], language: show.language };
}
