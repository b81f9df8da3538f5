import { episodeJsonSchema, showJsonSchema } from '../model/json-schema.ts';
import type { TemplateFile } from './template.ts';

/** What editors need in order to help: line ends and spaces everywhere, fields and findings in VS Code. */
export function editorFiles(): readonly TemplateFile[] {
  return [
    { path: '.editorconfig', contents: editorConfig },
    { path: '.vscode/settings.json', contents: json(settings) },
    { path: '.vscode/tasks.json', contents: json(tasks) },
    { path: '.vscode/show.schema.json', contents: json(showJsonSchema()) },
    { path: '.vscode/episode.schema.json', contents: json(episodeJsonSchema()) },
  ];
}

const editorConfig = `root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2

[*.{yml,yaml,json}]
trim_trailing_whitespace = true
`;

/** The YAML extension reads these for the facts at the top of a file; transcripts beside the episodes have none. */
const settings = {
  'yaml.schemas': {
    './.vscode/show.schema.json': ['show.md'],
    './.vscode/episode.schema.json': ['episodes/**/*.md', '!**/*.transcript.md'],
  },
  'files.eol': '\n',
  'files.encoding': 'utf8',
  'files.exclude': { dist: true },
  '[markdown]': { 'editor.wordWrap': 'on', 'editor.quickSuggestions': { other: true, comments: true, strings: true } },
};

/** "Run Build Task" checks the show and lists what it finds under Problems, each at its line. */
const tasks = {
  version: '2.0.0',
  tasks: [
    {
      label: 'ppod check',
      type: 'shell',
      command: 'ppod check --color never',
      group: { kind: 'build', isDefault: true },
      presentation: { reveal: 'silent' },
      problemMatcher: {
        owner: 'ppod',
        fileLocation: 'relative',
        pattern: [
          {
            regexp: '^(\\S.*?):(\\d+):(\\d+) {2}(error|warning|note) {2}(\\S+)$',
            file: 1,
            line: 2,
            column: 3,
            severity: 4,
            code: 5,
          },
          { regexp: '^ {2}(.+)$', message: 1 },
        ],
      },
    },
  ],
};

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
