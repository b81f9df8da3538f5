import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isSystemError, MachineFailure } from './machine-failure.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** With keys that run out. */
  readonly sessionToken: string | undefined;
}

export interface StoreIdentity {
  readonly credentials: Credentials;
  /** The region named beside the keys. */
  readonly region: string | undefined;
}

/**
 * The keys to a store: from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, else from the profile that AWS_PROFILE names (or
 * `default`) in ~/.aws/credentials and ~/.aws/config. A profile that says how to get keys (`credential_process`) is followed; where
 * it signs in otherwise, or a role is taken by a token, the AWS program is asked for them. The keys appear in no message. Throws
 * a `MachineFailure` without them.
 */
export async function findIdentity(env: NodeJS.ProcessEnv): Promise<StoreIdentity> {
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined;
  const own = credentialsIn({
    aws_access_key_id: env['AWS_ACCESS_KEY_ID'],
    aws_secret_access_key: env['AWS_SECRET_ACCESS_KEY'],
    aws_session_token: env['AWS_SESSION_TOKEN'],
  });
  if (own !== undefined) return { credentials: own, region };
  const name = env['AWS_PROFILE'] || 'default';
  const settings = await readProfile(name, env);
  const credentials = credentialsIn(settings) ?? (await signIn(name, settings, env));
  if (credentials !== undefined) return { credentials, region: region ?? settings['region'] };
  throw new MachineFailure(
    `There are no keys to the store: neither in the environment nor in the profile ${name} of the AWS settings.`,
    'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, then run ppod again.',
    'CREDENTIALS',
  );
}

/** Keys for a while, from whatever program gives them to this profile; `undefined` where nothing speaks of one. */
async function signIn(name: string, settings: Settings, env: NodeJS.ProcessEnv): Promise<Credentials | undefined> {
  const own = settings['credential_process'];
  const signsIn = Object.keys(settings).some((key) => /^sso_|^role_arn$|^login_session$/.test(key));
  if (own === undefined && !signsIn && !env['AWS_WEB_IDENTITY_TOKEN_FILE']) return undefined;
  const command = own ?? 'aws configure export-credentials --format process';
  const keys = keysIn(await outputOf(command, { ...env, ...(signsIn && { AWS_PROFILE: name }) }));
  if (keys !== undefined) return keys;
  throw new MachineFailure(
    own === undefined
      ? 'The AWS settings hold no keys but a way to sign in, and the AWS program did not give any.'
      : `The program that the profile ${name} of the AWS settings names (credential_process) gave no keys.`,
    own === undefined
      ? 'Install the AWS program and sign in with it (aws sso login), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; then run ppod again.'
      : 'Run that program to see why, then run ppod again.',
    'CREDENTIALS',
  );
}

/** How long somebody may take to sign in. Milliseconds. */
const longestSignIn = 5 * 60_000;

/** What a command of the user's own settings prints; nothing where it fails. Questions go to the terminal. */
function outputOf(command: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, env, timeout: longestSignIn, stdio: ['inherit', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', () => resolve(''));
    child.on('close', () => resolve(output));
  });
}

/** As the AWS programs print keys for one another. */
function keysIn(output: string): Credentials | undefined {
  try {
    const keys: unknown = JSON.parse(output);
    const text = (name: string) => {
      const value: unknown = typeof keys === 'object' && keys !== null ? Reflect.get(keys, name) : undefined;
      return typeof value === 'string' ? value : undefined;
    };
    return credentialsIn({
      aws_access_key_id: text('AccessKeyId'),
      aws_secret_access_key: text('SecretAccessKey'),
      aws_session_token: text('SessionToken'),
    });
  } catch {
    return undefined;
  }
}

type Settings = Readonly<Record<string, string | undefined>>;

function credentialsIn(settings: Settings): Credentials | undefined {
  const { aws_access_key_id: accessKeyId, aws_secret_access_key: secretAccessKey } = settings;
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken: settings['aws_session_token'] || undefined };
}

async function readProfile(name: string, env: NodeJS.ProcessEnv): Promise<Settings> {
  const folder = join(env['HOME'] || homedir(), '.aws');
  const config = await readOptional(env['AWS_CONFIG_FILE'] || join(folder, 'config'));
  const keys = await readOptional(env['AWS_SHARED_CREDENTIALS_FILE'] || join(folder, 'credentials'));
  return {
    ...section(config, name === 'default' ? name : `profile ${name}`),
    ...section(keys, name),
  };
}

async function readOptional(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return '';
    throw error;
  }
}

/** The settings under `[name]`: one `key = value` a line, comments after `#` or `;` at its start. */
function section(text: string, name: string): Settings {
  const settings: Record<string, string> = {};
  let isInside = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const heading = /^\s*\[\s*(.*?)\s*\]/.exec(line)?.[1];
    if (heading !== undefined) isInside = heading.replace(/\s+/g, ' ') === name;
    // An indented line belongs to a nested setting.
    const [, key, value] = /^([^\s=#;][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (isInside && key !== undefined && value !== undefined) settings[key.toLowerCase()] = value;
  }
  return settings;
}
