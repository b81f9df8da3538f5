import type { Voice } from '../alignment/voice.ts';
import { espeakPackage } from './espeak-package.ts';
import { espeakProgram } from './espeak-program.ts';

/** The speech synthesiser of this machine: the program espeak-ng or the npm package of it; `undefined` without one. */
export async function installedVoice(): Promise<Voice | undefined> {
  return (await espeakProgram()) ?? (await espeakPackage());
}

/** What to do on each system when there is none. */
export const howToInstallVoice =
  'Install eSpeak NG, which is free: on Windows by its installer from https://github.com/espeak-ng/espeak-ng/releases, ' +
  'on macOS by "brew install espeak-ng", on Linux by "sudo apt install espeak-ng". Where you may install no programs, ' +
  'install it beside ppod: "npm install --global @echogarden/espeak-ng-emscripten".';
