/** What a server (or dist/ itself) answered. Header names are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Every address asked on the way, the first one first, the one that answered last. */
  readonly redirects: readonly string[];
  /** Only where it was asked for. */
  readonly bytes: Uint8Array | undefined;
}

/** Why there was no answer, as a plain sentence. */
export interface Silence {
  readonly reason: string;
  readonly isCertificate: boolean;
}

export interface Question {
  readonly method: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the body is wanted; it is never kept beyond some megabytes. */
  readonly wantsBody?: boolean;
}

/** Asks for what is published. Never throws for what a server does. */
export interface Observer {
  ask(url: string, question: Question): Promise<Answer | Silence>;
  /** Whether it can tell anything of this address. */
  covers(url: string): boolean;
  /** False for dist/ itself, where no server speaks: what only servers do is not looked at. */
  readonly isServed: boolean;
}

export function isAnswer(observed: Answer | Silence): observed is Answer {
  return 'status' in observed;
}

export function headerOf({ headers }: Answer, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.join(', ');
}
