/**
 * The machine would not do what ppod asked of it: a full disk, a missing permission, a fault. Not the
 * show's mistake and not ppod's; the command ends with exit status 3. `message` and `remedy` are plain sentences.
 */
export class MachineFailure extends Error {
  override readonly name = 'MachineFailure';
  readonly remedy: string;
  /** The system's own code, such as `ENOSPC`. */
  readonly code: string;

  constructor(message: string, remedy: string, code: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
    this.code = code;
  }
}

type Action = 'read' | 'write' | 'copy' | 'remove';

/** What went wrong with `name`, and what to do, by the system's code. */
const explanations: Readonly<Record<string, (name: string, done: string) => readonly [string, string]>> = {
  ENOSPC: (name, done) => [`The disk is full: ${name} could not be ${done}.`, 'Free some space, then run ppod again.'],
  EDQUOT: (name, done) => [
    `Your share of the disk is used up: ${name} could not be ${done}.`,
    'Delete what you no longer need, or ask for more space, then run ppod again.',
  ],
  EACCES: (name, done) => [
    `You have no permission for ${name}: it could not be ${done}.`,
    'Change the permissions of the file and its folder, then run ppod again.',
  ],
  EPERM: (name, done) => [
    `The system does not allow this: ${name} could not be ${done}.`,
    'Check that the file is not locked and that its folder is yours, then run ppod again.',
  ],
  EROFS: (name, done) => [
    `The disk can only be read: ${name} could not be ${done}.`,
    'Choose a folder on another disk with --out.',
  ],
  EIO: (name, done) => [
    `The disk reported a fault: ${name} could not be ${done}.`,
    'Check the disk and its cable or network, and that you have a copy of the show, then run ppod again.',
  ],
  EMFILE: tooManyFiles,
  ENFILE: tooManyFiles,
  EFBIG: tooLarge,
  ERR_FS_FILE_TOO_LARGE: tooLarge,
  ENAMETOOLONG: (name, done) => [
    `The name ${name} is too long for this disk: it could not be ${done}.`,
    'Give the file or its folder a shorter name.',
  ],
  EBUSY: (name, done) => [
    `Another program is using ${name}: it could not be ${done}.`,
    'Close the program that has the file open, then run ppod again.',
  ],
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  ENOENT: (name, done) => [
    `${name} could not be ${done}: a file or folder went away while ppod was at work.`,
    'Check that nothing else is changing these folders, then run ppod again.',
  ],
};

const doneTo: Readonly<Record<Action, string>> = {
  read: 'read',
  write: 'written',
  copy: 'copied',
  remove: 'removed',
};

/**
 * A failed system call as a `MachineFailure` about `name` (a path as the user knows it). Any other
 * error comes back as it was, so that a fault of ours is never dressed up as the machine's.
 */
export function explainFailure(error: unknown, action: Action, name: string): unknown {
  if (error instanceof MachineFailure || !isSystemError(error)) return error;
  const done = doneTo[action];
  const [message, remedy] = explanations[error.code]?.(name, done) ?? [
    `${name} could not be ${done}: the system said ${error.code}.`,
    'Run ppod again; if it happens again, give this message to whoever looks after the computer.',
  ];
  return new MachineFailure(message, remedy, error.code, { cause: error });
}

/** Whether `error` is a failed system call, and (when `codes` are given) one of these. */
export function isSystemError(error: unknown, ...codes: readonly string[]): error is Error & { readonly code: string } {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  if (codes.length > 0) return codes.includes(error.code);
  return 'syscall' in error || error.code in explanations;
}

function fileInTheWay(name: string, done: string): readonly [string, string] {
  return [
    `A file stands where ${name} would have to be: it could not be ${done}.`,
    'Choose another folder, or move that file away, then run ppod again.',
  ];
}

function tooManyFiles(name: string, done: string): readonly [string, string] {
  return [
    `Too many files are open on this computer: ${name} could not be ${done}.`,
    'Close other programs, then run ppod again.',
  ];
}

function tooLarge(name: string, done: string): readonly [string, string] {
  return [
    `${name} is too large: it could not be ${done}.`,
    'Make the file smaller, or choose another disk with --out.',
  ];
}
