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
 * `default`) in ~/.aws/credentials and ~/.aws/config. The keys appear in no message. Throws a `MachineFailure` without them.
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
  const credentials = credentialsIn(settings);
  if (credentials !== undefined) return { credentials, region: region ?? settings['region'] };
  const signsIn = Object.keys(settings).some((key) => /^sso_|^role_arn$|^credential_process$/.test(key));
  throw new MachineFailure(
    signsIn
      ? `The profile ${name} of the AWS settings holds no keys but a way to sign in, which ppod does not know.`
      : `There are no keys to the store: neither in the environment nor in the profile ${name} of the AWS settings.`,
    signsIn
      ? 'Sign in with the AWS program, have it write the keys into the environment (aws configure export-credentials --format env), then run ppod again.'
      : 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, then run ppod again.',
    'CREDENTIALS',
  );
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
