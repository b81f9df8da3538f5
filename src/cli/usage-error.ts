/** The command was given something that it cannot work with: printed as it is, exit code 2. */
export class UsageError extends Error {}
