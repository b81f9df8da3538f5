import { automationFiles } from './automation.ts';
import { placeholderCover } from './cover.ts';
import { editorFiles } from './editor.ts';
import { episodeFile } from './episode.ts';
import { type ShowAnswers, showFile } from './show.ts';
import type { TemplateFile } from './template.ts';
import { placeholderTone } from './tone.ts';

export interface ProjectAnswers extends ShowAnswers {
  /** Whether the cover is to be the stand-in, at `artwork`. */
  readonly isCoverMissing: boolean;
  /** The guid of the first episode. */
  readonly episodeGuid: string;
  /** The day of the first episode, as `2026-03-01`. */
  readonly today: string;
  /** The version of ppod that is to build the show. */
  readonly version: string;
  /** Whether there is to be a first episode to try ppod with. */
  readonly withExample: boolean;
}

/** Everything that a new show begins with, show.md last: a folder that has it is whole. Pure. */
export function projectFiles(answers: ProjectAnswers): readonly TemplateFile[] {
  return [
    { path: '.gitignore', contents: gitignore },
    ...editorFiles(),
    ...automationFiles(answers.version),
    ...(answers.isCoverMissing ? [{ path: answers.artwork, contents: placeholderCover() }] : []),
    ...(answers.withExample ? exampleEpisode(answers) : []),
    showFile(answers),
  ];
}

function exampleEpisode({ title: show, author, today, episodeGuid }: ProjectAnswers): readonly TemplateFile[] {
  const title = 'Welcome';
  const facts = {
    title,
    date: today,
    audio: 'media/welcome.mp3',
    guid: episodeGuid,
    notes: `This is the first episode of ${plainMarkdown(show)}. Its sound is a short tone, which stands where a recording will be.`,
  };
  return [
    { path: facts.audio, contents: placeholderTone(5, { title, artist: author, album: show }) },
    { path: 'episodes/welcome.transcript.txt', contents: transcript },
    episodeFile('episodes/welcome.md', facts, [
      'An example to try ppod with. Put your recording into media/ and write its name at audio:,',
      'or delete this file, welcome.transcript.txt and media/welcome.mp3, and run ppod new.',
      'The guid is the permanent id of the episode: once it is published, never change it.',
    ]),
  ];
}

const gitignore = `# What ppod writes; it is made anew each time.
dist/
.ppod-cache/

# Lists that must not become public.
private/

# What systems and programs leave behind.
.DS_Store
Thumbs.db
desktop.ini
~$*
*.log
`;

const transcript = `[A short tone sounds, where the first words of the show will be.]
`;

/** A name as it is, whatever it means to Markdown. */
function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&');
}
