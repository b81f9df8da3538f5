import { constants } from 'node:os';
import { exitCodes } from './exit-codes.ts';
import { talkOn } from './talk.ts';

/** What a person is told who has stopped a command: what is safe, and how to go on. */
const words: Readonly<Record<string, string>> = {
  align: 'Stopped. Nothing was written.',
  build: 'Stopped. What was published before is whole and as it was. Run ppod build again when you like.',
  import: 'Stopped. What has arrived is kept. Run the same command again to go on.',
  preview: 'The preview has ended. Nothing was published.',
  publish: 'Stopped. Subscribers still have a whole feed; run ppod publish again to finish.',
};
const otherwise = 'Stopped. No file is half-written. Run the command again when you like.';

/**
 * Ends the program at once when a person presses Ctrl-C or closes the terminal, and says that this was safe. It can be,
 * at any moment, since files appear whole or not at all. Whoever holds something until the end (a lock, a draft) gives
 * it back when the process emits `exit`.
 */
export function endOnInterrupt(command: string, isQuiet: boolean): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      // Behind the ^C that a terminal shows.
      if (process.stderr.isTTY === true) process.stderr.write('\n');
      talkOn(process.stderr, isQuiet).say(words[command] ?? otherwise);
      // A preview has no other end.
      process.exit(command === 'preview' ? exitCodes.done : 128 + constants.signals[signal]);
    });
  }
}
