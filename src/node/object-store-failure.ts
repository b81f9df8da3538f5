import { HttpFailure } from './http.ts';
import { MachineFailure } from './machine-failure.ts';

/** Where a store is, in the user's words. */
export interface StorePlace {
  readonly host: string;
  readonly bucket: string;
}

/** What a store answered in place of what was asked. `code` is its own word, such as `AccessDenied`. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
  readonly status: number;
  readonly code: string;
  /** Where the bucket lies, when the store says so. */
  readonly region: string | undefined;

  constructor(status: number, code: string, region: string | undefined) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.region = region;
  }
}

type Explanation = (place: StorePlace, refusal: StoreRefusal) => readonly [message: string, remedy: string];

const wrongKeys: Explanation = ({ host }) => [
  `${host} does not know these keys.`,
  'Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile that AWS_PROFILE names, and that they belong to this store.',
];
const oldKeys: Explanation = ({ host }) => [
  `The keys to ${host} have run out.`,
  'Sign in again, or ask for new keys, then run ppod again.',
];
const denied: Explanation = ({ bucket }) => [
  `These keys may not do this in the bucket ${bucket}.`,
  'Ask whoever runs the store for keys that may list, read, write and delete there.',
];
const elsewhere: Explanation = ({ bucket }, { region }) => [
  `The bucket ${bucket} lies in another region.`,
  region === undefined ? 'Name its region with --region.' : `Add --region ${region}.`,
];
const full: Explanation = ({ host }) => [
  `${host} has no room left for this account.`,
  'Ask for more, or delete what you no longer need.',
];

const explanations: Readonly<Record<string, Explanation>> = {
  InvalidAccessKeyId: wrongKeys,
  SignatureDoesNotMatch: wrongKeys,
  InvalidToken: wrongKeys,
  ExpiredToken: oldKeys,
  TokenRefreshRequired: oldKeys,
  AccessDenied: denied,
  AllAccessDisabled: denied,
  PermanentRedirect: elsewhere,
  AuthorizationHeaderMalformed: elsewhere,
  QuotaExceeded: full,
  EntityTooLarge: ({ host }) => [`${host} does not take a file this large.`, 'Make the file smaller.'],
  NoSuchBucket: ({ host, bucket }) => [
    `There is no bucket ${bucket} at ${host}.`,
    'Check its name, and --endpoint if the store is not Amazon; ppod makes no buckets.',
  ],
  RequestTimeTooSkewed: ({ host }) => [
    `The clock of this computer differs from that of ${host} by more than it allows.`,
    'Set the clock, then run ppod again.',
  ],
};

const again =
  'Run ppod publish again: it goes on where it stopped. Until it has finished, subscribers get the feed that was there.';

/** A refusal, or a request that failed for good, as a `MachineFailure`; any other error as it was. */
export function explainStoreFailure(error: unknown, place: StorePlace): unknown {
  if (error instanceof StoreRefusal) {
    const byStatus = error.status === 403 ? denied : error.status === 301 ? elsewhere : undefined;
    const [message, remedy] = (explanations[error.code] ?? byStatus)?.(place, error) ?? [
      `${place.host} answered ${error.status}${error.code === '' ? '' : ` (${error.code})`}.`,
      again,
    ];
    return new MachineFailure(message, remedy, error.code || String(error.status), { cause: error });
  }
  if (error instanceof HttpFailure) return new MachineFailure(error.message, again, 'STORE', { cause: error });
  return error;
}
