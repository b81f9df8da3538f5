import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder where the peers are installed, as their lock file says; installs them when they are not there yet. */
export async function installedPeers(source: string, folder: string): Promise<string> {
  const lock = await readFile(join(source, 'package-lock.json'));
  const home = join(folder, `peers-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}`);
  if (!existsSync(home)) {
    process.stderr.write(`Installing the peers in ${home} …\n`);
    const draft = `${home}.draft`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) await copyFile(join(source, name), join(draft, name));
    const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts'], {
      cwd: draft,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm could not install the peers:\n${stderr}`);
    await rename(draft, home);
  }
  await cp(source, home, { recursive: true });
  return home;
}
