/** The person left the questions with Ctrl-C or Escape. */
export class Stopped extends Error {}
