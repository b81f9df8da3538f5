import type { Command } from 'commander';

/** `docs/commands.md`: the program's own help, a section for each command. Pure. */
export function commandsPage(program: Command): string {
  const sections = program.commands
    .filter((command) => command.name() !== 'help')
    .map((command) => `## ppod ${command.name()}\n\n${command.description()}\n\n${block(command)}`);
  return [
    '# Every command',
    'Made from the program itself. `ppod --help` and `ppod check --help` say the same in a terminal.',
    block(program),
    ...sections,
  ]
    .join('\n\n')
    .concat('\n');
}

function block(command: Command): string {
  return `\`\`\`text\n${helpOf(command).trim()}\n\`\`\``;
}

/** What `--help` prints, 80 columns wide. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
    getOutHelpWidth: () => 80,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text;
}
