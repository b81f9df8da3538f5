import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { AlignCommandOptions } from './align.ts';
import type { BuildCommandOptions } from './build.ts';
import type { CheckCommandOptions } from './check.ts';
import type { Shell } from './completion.ts';
import type { DiffCommandOptions } from './diff.ts';
import type { ImportCommandOptions } from './import.ts';
import type { InitCommandOptions } from './init.ts';
import { questions } from './init-questions.ts';
import { endOnInterrupt } from './interrupt.ts';
import type { NewCommandOptions } from './new.ts';
import type { PreviewCommandOptions } from './preview.ts';
import type { PublishCommandOptions } from './publish.ts';
import type { GlobalOptions } from './report.ts';
import type { StatusCommandOptions } from './status.ts';
import type { TagCommandOptions } from './tag.ts';
import type { TranscriptCommandOptions } from './transcript.ts';
import type { VerifyCommandOptions } from './verify.ts';

const exitStatus = `
Exit status:
  0  done
  1  findings stop the job
  2  the command was used wrongly
  3  the machine failed (disk, permission, network)
  130  you stopped it with Ctrl-C, which is safe at any moment`;

/**
 * The command line as data. Each action loads its code only when it runs, so that `--help` stays fast.
 * `exit` is told the exit status of the command that ran.
 */
export function createProgram(version: string, exit: (code: number) => void): Command {
  const program = new Command('ppod')
    .description('Publish a podcast from a folder of Markdown and audio, as static files.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('Run ppod --help to see what there is.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, minWidthToWrap: 20 })
    .hook('preAction', (_, command) => {
      endOnInterrupt(command.name(), command.optsWithGlobals<GlobalOptions>().quiet);
    })
    .option('-C, --root <dir>', 'the folder that holds show.md', '.')
    .addOption(
      new Option('--format <name>', 'how findings are printed')
        .choices(['text', 'json', 'github', 'sarif'])
        .default('text'),
    )
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto'))
    .option('-q, --quiet', 'say only what was asked for', false)
    .addHelpText(
      'after',
      `\nExamples:\n  ppod init my-show   a new show that builds at once\n  ppod check          what is wrong, and what to do about it\n  ppod build          check, then write dist/\n  ppod rules          every rule, in a line each\n${exitStatus}`,
    );

  const init = program
    .command('init')
    .description('Make a new show that builds at once. Asks what it needs to know; never overwrites a file.')
    .argument('[dir]', 'the folder of the new show; made when it is not there')
    .option('-y, --yes', 'ask nothing: fill in what no flag says')
    .addHelpText(
      'after',
      `\nExamples:\n  ppod init my-podcast\n  ppod init my-podcast --title "The P Pod" --author "Example Council" --site https://example.org/podcast/\n${exitStatus}`,
    )
    .action(async (folder: string | undefined, _: unknown, command: Command) => {
      const { runInit } = await import('./init.ts');
      exit(await runInit(folder, command.optsWithGlobals<InitCommandOptions>(), version));
    });
  for (const { flag, help } of questions) init.option(flag, help);

  program
    .command('new')
    .description(
      'Make an episode from an audio file, a title, or the pasted text of a web page. Never overwrites a file.',
    )
    .argument(
      '[audio|title]',
      'an audio file, which is copied into media/; its https address, where it stays; or the title of an episode to be recorded',
    )
    .option('--title <title>', 'the title, in place of the one in the audio file')
    .option(
      '--date <date>',
      'when it comes out; else the day written in the audio file, or the next in the rhythm of the show',
    )
    .option('--season <number>', 'the season', wholeNumber)
    .option('--episode <number>', 'the number', wholeNumber)
    .option('--transcript <file>', 'its transcript, which is copied beside the episode')
    .option('--from <page>', 'a text file with a web page pasted into it: title, notes, links and transcript are found')
    .option('--edit', 'open the episode in your editor (VISUAL or EDITOR)')
    .option('-y, --yes', 'ask nothing')
    .addHelpText(
      'after',
      `\nExamples:\n  ppod new interview.mp3 --transcript interview.docx\n  ppod new "Early help, explained" --date "2026-03-01 09:00"\n  ppod new interview.mp3 --from page.txt\n${exitStatus}`,
    )
    .action(async (source: string | undefined, _: unknown, command: Command) => {
      const { runNew } = await import('./new.ts');
      exit(await runNew(source, command.optsWithGlobals<NewCommandOptions>(), version));
    });

  program
    .command('check')
    .description('Say what is wrong with the show and what to do about it. Writes nothing without --fix.')
    .option('--strict', 'warnings end with exit status 1 too')
    .option('--as-of <date>', 'take this instant as now')
    .option('--no-loudness', 'do not listen to the audio, which takes seconds for each new file')
    .option('--fix', 'mend in the files what has one safe answer, and say what was done; on a terminal ask about names')
    .option('--dry-run', 'show what --fix would change, and change nothing')
    .addHelpText(
      'after',
      `\nExamples:\n  ppod check\n  ppod check --fix --dry-run            what could be mended by itself\n  ppod check --strict --format github   in a CI job\n  ppod check -C ~/podcast\n${exitStatus}`,
    )
    .action(async (_: unknown, command: Command) => {
      const { runCheck } = await import('./check.ts');
      exit(await runCheck(command.optsWithGlobals<CheckCommandOptions>()));
    });

  program
    .command('build')
    .description('Check the show, then write dist/: feed, transcripts, chapters, pages, media. All of it or nothing.')
    .option('--out <dir>', 'the folder to write', 'dist')
    .option('--as-of <date>', 'take this instant as now, for scheduled episodes')
    .option('--drafts', 'publish drafts too, to look at them')
    .option('--strict', 'warnings stop the build too')
    .option('--base-url <url>', 'publish under this address in place of site')
    .option('--against <feed>', 'stop when the subscribers of this feed (address or file) would come to harm')
    .option('--allow <kind...>', 'kinds of harm that are meant, such as item-lost')
    .option('--jobs <number>', 'files read at the same time', wholeNumber, 8)
    .addHelpText(
      'after',
      `\nExamples:\n  ppod build\n  ppod build --as-of 2026-12-24T09:00:00Z   what will be out by then\n  ppod build --drafts --out ../look          to look at drafts\n${exitStatus}`,
    )
    .action(async (_: unknown, command: Command) => {
      const { runBuild } = await import('./build.ts');
      exit(await runBuild(command.optsWithGlobals<BuildCommandOptions>()));
    });

  program
    .command('import')
    .description(
      'Make a show project from a podcast feed: every episode with its guid, date, notes, audio and pictures.',
    )
    .argument('<feed>', 'the address of the feed, or a file')
    .option('--site <url>', 'where the new pages and the feed will be')
    .option('--no-audio', 'leave the audio where it is, and name it by its address')
    .option('--no-downloads', 'fetch nothing but the feed')
    .option('--artwork <file>', 'a cover to take in place of the one of the feed')
    .option('--i-own-this', 'import a feed that is locked, because it is yours')
    .option('--resume', 'go on with an earlier import: fetch what is still missing')
    .option('--as-of <date>', 'take this instant as now')
    .addHelpText(
      'after',
      `\nExamples:\n  ppod import https://example.org/feed.xml -C ~/podcast\n  ppod import old-feed.xml --no-audio --site https://example.org/podcast/\n  ppod import https://example.org/feed.xml -C ~/podcast --resume\n${exitStatus}`,
    )
    .action(async (feed: string, _: unknown, command: Command) => {
      const { runImport } = await import('./import.ts');
      exit(await runImport(feed, command.optsWithGlobals<ImportCommandOptions>()));
    });

  program
    .command('verify')
    .description('Look at what is really served: the feed, the audio and all that the feed names, as apps ask for it.')
    .argument('[url]', 'the address of the live feed')
    .option('--sample <n>', 'look at this many episodes only, spread over the whole feed')
    .option('--local', 'look at dist/ itself, before it is uploaded')
    .option('--out <dir>', 'the folder that build wrote', 'dist')
    .addHelpText(
      'after',
      `\nExamples:\n  ppod verify https://example.org/podcast/feed.xml\n  ppod verify https://example.org/podcast/feed.xml --sample 10\n  ppod verify --local\n${exitStatus}`,
    )
    .action(async (url: string | undefined, _: unknown, command: Command) => {
      const { runVerify } = await import('./verify.ts');
      exit(await runVerify(url, command.optsWithGlobals<VerifyCommandOptions>()));
    });

  program
    .command('diff')
    .description(
      'Say what subscribers of a feed would notice, and what would harm them, if the show were published now.',
    )
    .argument('[feed]', 'the address of the live feed, or a file; without it the feed in dist/')
    .option('--allow <kind...>', 'kinds of harm that are meant, such as item-lost')
    .option('--as-of <date>', 'take this instant as now')
    .addHelpText(
      'after',
      `\nExamples:\n  ppod diff https://example.org/podcast/feed.xml\n  ppod diff --allow art-changed\n  ppod diff --format github   in a pull request\n${exitStatus}`,
    )
    .action(async (feed: string | undefined, _: unknown, command: Command) => {
      const { runDiff } = await import('./diff.ts');
      exit(await runDiff(feed, command.optsWithGlobals<DiffCommandOptions>()));
    });

  program
    .command('preview')
    .description('Show the pages on this computer alone, drafts and scheduled episodes too, and follow every change.')
    .option('--port <number>', 'the port to begin with; a busy one makes way for the next', '4321')
    .addHelpText('after', `\nExamples:\n  ppod preview\n  ppod preview --port 8080\n${exitStatus}`)
    .action(async (_: unknown, command: Command) => {
      const { runPreview } = await import('./preview.ts');
      exit(await runPreview(command.optsWithGlobals<PreviewCommandOptions>()));
    });

  program
    .command('transcript')
    .description(
      'Convert transcripts: plain text, Word, VTT, SRT, JSON, HTML and more in; vtt, srt, json, html, txt out.',
    )
    .argument('<file...>', 'transcripts, in any form; with --review one episode')
    .option('-o, --output <file>', 'the file to write; its ending says the form')
    .option('--to <form>', 'vtt, srt, json, html or txt: to standard output, or beside each of several files')
    .option('--review', 'write a page of all that looks wrong in the transcript of an episode, to go through')
    .option('--force', 'replace files that are there already')
    .addHelpText(
      'after',
      `\nExamples:\n  ppod transcript interview.docx -o episodes/early-help.transcript.txt\n  ppod transcript captions.srt --to vtt > captions.vtt\n  ppod transcript --review early-help\n${exitStatus}`,
    )
    .action(async (files: string[], _: unknown, command: Command) => {
      const { runTranscript } = await import('./transcript.ts');
      exit(await runTranscript(files, command.optsWithGlobals<TranscriptCommandOptions>()));
    });

  program
    .command('align')
    .description('Time an untimed transcript against its audio, on this machine: writes <episode>.transcript.vtt.')
    .argument('<episode>', 'an episode, by its file or its name in the address')
    .option('--force', 'time it again, in place of the times it has')
    .addHelpText(
      'after',
      `\nNeeds the free program espeak-ng. Nothing leaves this computer.\n\nExamples:\n  ppod align early-help\n  ppod align episodes/early-help.md --force\n${exitStatus}`,
    )
    .action(async (episode: string, _: unknown, command: Command) => {
      const { runAlign } = await import('./align.ts');
      exit(await runAlign(episode, command.optsWithGlobals<AlignCommandOptions>()));
    });

  program
    .command('publish')
    .description('Send dist/ to an S3-compatible store, the feed last, so that it never names what is not there.')
    .argument('<dest>', 'the place, such as s3://my-bucket/podcast')
    .option('--endpoint <url>', 'the address of the store, if it is not Amazon')
    .option('--region <name>', 'the region of the bucket')
    .option('--gzip', 'store texts compressed, for a store that does not compress them by itself')
    .option('--prune', 'remove what an earlier build put there, after the feed')
    .option('--dry-run', 'say what would be sent and removed, and change nothing')
    .option('--out <dir>', 'the folder that was built', 'dist')
    .addHelpText(
      'after',
      `\nThe keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or from the profile that AWS_PROFILE names,\nalso where that signs in or runs a program.\n\nExamples:\n  ppod publish s3://my-bucket/podcast --region eu-west-2\n  ppod publish s3://my-bucket --endpoint https://s3.example.org --dry-run\n${exitStatus}`,
    )
    .action(async (dest: string, _: unknown, command: Command) => {
      const { runPublish } = await import('./publish.ts');
      exit(await runPublish(dest, command.optsWithGlobals<PublishCommandOptions>()));
    });

  program
    .command('status')
    .description(
      'List episodes by state (due, draft, published, withdrawn), what each still lacks, and when the next is due.',
    )
    .option('--as-of <date>', 'take this instant as now')
    .addHelpText('after', `\nExamples:\n  ppod status\n  ppod status --format json   for programs\n${exitStatus}`)
    .action(async (_: unknown, command: Command) => {
      const { runStatus } = await import('./status.ts');
      exit(await runStatus(command.optsWithGlobals<StatusCommandOptions>()));
    });

  program
    .command('tag')
    .description(
      'Write title, show, cover and chapters of an episode into a copy of its MP3. The sound is not touched.',
    )
    .argument('<episode>', 'its slug or file')
    .option('-o, --output <file>', 'the copy; else the name of the audio with -tagged, in media/')
    .addHelpText(
      'after',
      `\nExamples:\n  ppod tag early-help\n  ppod tag early-help -o early-help-with-chapters.mp3\n${exitStatus}`,
    )
    .action(async (episode: string, _: unknown, command: Command) => {
      const { runTag } = await import('./tag.ts');
      exit(await runTag(episode, command.optsWithGlobals<TagCommandOptions>()));
    });

  program
    .command('rules')
    .description('List the rules, or explain one: what it means, who asks for it, what to do.')
    .argument('[id]', 'a rule id, such as guid-missing')
    .addHelpText('after', `\nExamples:\n  ppod rules\n  ppod rules guid-missing\n${exitStatus}`)
    .action(async (id: string | undefined, _: unknown, command: Command) => {
      const { runRules } = await import('./rules.ts');
      exit(runRules(id, command.optsWithGlobals<GlobalOptions>()));
    });

  program
    .command('completion')
    .description('Print a script with which a shell completes the commands and options of ppod.')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', `\nExamples:\n  eval "$(ppod completion bash)"   in ~/.bashrc\n${exitStatus}`)
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./completion.ts');
      process.stdout.write(completionScript(shell, program));
      exit(0);
    });
  return program;
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number, such as 3.');
}
