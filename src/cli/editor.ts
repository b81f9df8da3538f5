import { spawnSync } from 'node:child_process';

/** Opens a file in the editor that VISUAL or EDITOR names, and waits for it. `false` when there is none or it fails. */
export function openInEditor(file: string, env: NodeJS.ProcessEnv): boolean {
  const setting = env['VISUAL'] || env['EDITOR'] || (process.platform === 'win32' ? 'notepad' : '');
  const [program, ...flags] = setting.split(/\s+/).filter((word) => word !== '');
  if (program === undefined) return false;
  return spawnSync(program, [...flags, file], { stdio: 'inherit' }).status === 0;
}
