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
      (command) => `        ${command.name()}) words="${longs(command.options.concat(globals))}" ;;`,
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
          `        ${command.name()}) _arguments ${command.options.flatMap(zshOption).join(' ')} '*:file:_files' ;;`,
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
      ...globals.map((option) => line('true', option)),
      ...commands.flatMap((command) => [
        `complete -c ppod -n __fish_use_subcommand -f -a ${command.name()} -d ${quoted(firstSentence(command))}`,
        ...command.options
          .filter(isLong)
          .map((option) => line(`__fish_seen_subcommand_from ${command.name()}`, option)),
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

/** `'--format[how findings are printed]:value:(text json)'` */
function zshOption({ long, description, argChoices, required }: Option): string[] {
  if (long === undefined || long === null) return [];
  const value = argChoices === undefined ? (required ? ':value:_files' : '') : `:value:(${argChoices.join(' ')})`;
  return [quoted(`${long}[${description.replace(/[[\]:\\]/g, '\\$&')}]${value}`)];
}

function firstSentence(command: Command): string {
  return /^.*?[.:](?=\s|$)/.exec(command.description())?.[0].replace(/:$/, '.') ?? command.description();
}

/** In single quotes, for any of the shells. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
