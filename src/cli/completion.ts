import type { Command, Option } from 'commander';

/** The shells for which ppod can complete what is being typed. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** A script that makes `shell` complete commands, options and their values. Made from the program itself. Pure. */
export function completionScript(shell: Shell, program: Command): string {
  return scripts[shell](program.options.filter(isLong), program.commands);
}

type Write = (globals: readonly Option[], commands: readonly Command[]) => string;

const scripts: Readonly<Record<Shell, Write>> = {
  bash(globals, commands) {
    const values = globals.concat(commands.flatMap(({ options }) => options)).filter(isLong);
    const choices = values.filter(({ argChoices }) => argChoices !== undefined);
    const taking = values.filter((option) => option.required && option.argChoices === undefined).flatMap(namesOf);
    const cases = [
      ...choices.map((option) => `    ${namesOf(option).join('|')}) words="${option.argChoices?.join(' ')}" ;;`),
      `    ${[...new Set(taking)].join('|')}) return ;;`,
    ];
    const perCommand = commands.map(
      (command) =>
        `        ${command.name()}) words="${[...choicesOf(command), longs(command.options.concat(globals))].join(' ')}" ;;`,
    );
    const leading = globals.filter(({ required }) => required).flatMap(namesOf);
    return `# Completion of ppod for bash. Put this line into ~/.bashrc:  eval "$(ppod completion bash)"
_ppod() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= words= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${leading.join('|')}) ((i++)) ;;
      -*) ;;
      *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $previous in
${cases.join('\n')}
    *)
      case $command in
${perCommand.join('\n')}
        *) words="${commands.map((command) => command.name()).join(' ')} ${longs(globals)}" ;;
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _ppod ppod
`;
  },
  zsh(globals, commands) {
    return [
      '#compdef ppod',
      '# Completion of ppod for zsh. Put this line into ~/.zshrc, below compinit:  eval "$(ppod completion zsh)"',
      '_ppod() {',
      '  local state',
      '  local -a commands',
      '  commands=(',
      ...commands.map((command) => `    ${quoted(`${command.name()}:${firstSentence(command)}`)}`),
      '  )',
      `  _arguments -C ${globals.flatMap(zshOption).join(' ')} '1:command:->command' '*::argument:->argument'`,
      '  case $state in',
      '    command) _describe command commands ;;',
      '    argument)',
      '      case $words[1] in',
      ...commands.map(
        (command) =>
          `        ${command.name()}) _arguments ${command.options.concat(globals).flatMap(zshOption).join(' ')} ${zshArgument(command)} ;;`,
      ),
      '      esac ;;',
      '  esac',
      '}',
      'compdef _ppod ppod',
      '',
    ].join('\n');
  },
  fish(globals, commands) {
    const line = (condition: string, option: Option) =>
      [
        `complete -c ppod -n ${quoted(condition)}`,
        `-l ${(option.long ?? '').slice(2)}`,
        ...(option.short === undefined ? [] : [`-s ${option.short.slice(1)}`]),
        ...(option.required ? ['-r'] : []),
        ...(option.argChoices === undefined ? [] : [`-x -a ${quoted(option.argChoices.join(' '))}`]),
        `-d ${quoted(option.description)}`,
      ].join(' ');
    return [
      '# Completion of ppod for fish. Save it:  ppod completion fish > ~/.config/fish/completions/ppod.fish',
      // The helper that fish has takes the folder behind -C for a command.
      'function __ppod_has_no_command',
      '  set -l words (commandline -opc)',
      '  set -e words[1]',
      '  while set -q words[1]',
      '    switch $words[1]',
      `      case ${globals
        .filter(({ required }) => required)
        .flatMap(namesOf)
        .join(' ')}`,
      '        set -e words[1]',
      "      case '-*'",
      "      case '*'",
      '        return 1',
      '    end',
      '    set -q words[1]; and set -e words[1]',
      '  end',
      'end',
      ...globals.map((option) => line('true', option)),
      ...commands.flatMap((command) => [
        `complete -c ppod -n __ppod_has_no_command -f -a ${command.name()} -d ${quoted(firstSentence(command))}`,
        ...command.options
          .filter(isLong)
          .map((option) => line(`__fish_seen_subcommand_from ${command.name()}`, option)),
        ...choicesOf(command).map(
          (choice) => `complete -c ppod -n '__fish_seen_subcommand_from ${command.name()}' -f -a ${choice}`,
        ),
      ]),
      '',
    ].join('\n');
  },
};

function isLong({ long }: Option): boolean {
  return long !== undefined;
}

function namesOf({ short, long }: Option): string[] {
  return [short, long].filter((name) => name !== undefined && name !== null);
}

function longs(options: readonly Option[]): string {
  return options.flatMap(({ long }) => long ?? []).join(' ');
}

/** What may stand behind a command, where that is one of a few words. */
function choicesOf({ registeredArguments: [first] }: Command): readonly string[] {
  return first?.argChoices ?? [];
}

/** `'--format[how findings are printed]:value:(text json)'`, for each of its names. */
function zshOption(option: Option): string[] {
  const { description, argChoices, required } = option;
  const value = argChoices === undefined ? (required ? ':value:_files' : '') : `:value:(${argChoices.join(' ')})`;
  const words = description.replace(/[[\]:\\]/g, '\\$&');
  return namesOf(option).map((name) => quoted(`${name}[${words}]${value}`));
}

function zshArgument(command: Command): string {
  const choices = choicesOf(command);
  return quoted(choices.length === 0 ? '*:file:_files' : `1:value:(${choices.join(' ')})`);
}

function firstSentence(command: Command): string {
  return /^.*?[.:](?=\s|$)/.exec(command.description())?.[0].replace(/:$/, '.') ?? command.description();
}

/** In single quotes, for any of the shells. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
