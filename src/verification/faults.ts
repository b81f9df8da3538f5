import type { Diagnostic, Severity } from '../model/diagnostic.ts';

interface FaultText {
  readonly severity: Severity;
  /** What to do, as an order. */
  readonly remedy: string;
}

const texts = {
  unreachable: {
    severity: 'error',
    remedy: 'Upload the file, or mend the server, then run ppod verify again.',
  },
  certificate: {
    severity: 'error',
    remedy: 'Renew the certificate of the server: most apps stop asking a server whose certificate is not in order.',
  },
  insecure: {
    severity: 'error',
    remedy: 'Let the server answer over https without leading on to http: phones refuse insecure addresses.',
  },
  'feed-type': {
    severity: 'warning',
    remedy: 'Let the server send the feed as application/xml.',
  },
  'feed-unreadable': {
    severity: 'error',
    remedy: 'Upload dist/ again, and make sure that this address is the one of the feed.',
  },
  'feed-size': {
    severity: 'warning',
    remedy:
      'Shorten the notes of old episodes: every app fetches all of the feed again and again, and some stop at a size.',
  },
  cache: {
    severity: 'warning',
    remedy:
      'Let the server send the feed with "Cache-Control: max-age=300", so that new episodes reach listeners within minutes.',
  },
  'self-link': {
    severity: 'error',
    remedy: 'Set site in show.md to the address that is really served, build, and upload dist/ again.',
  },
  validators: {
    severity: 'warning',
    remedy: 'Switch on ETag or Last-Modified for the feed, so that apps that have it already need not fetch it again.',
  },
  compression: {
    severity: 'warning',
    remedy:
      'Switch on gzip or brotli for XML, so that the feed costs listeners and you a tenth of the data; for a bare bucket: ppod publish --gzip.',
  },
  head: {
    severity: 'warning',
    remedy: 'Let the server answer HEAD requests: directories ask so before they take a file.',
  },
  ranges: {
    severity: 'error',
    remedy:
      'Switch on byte ranges for the audio: without them players cannot jump, and Apple Podcasts refuses the show.',
  },
  length: { severity: 'error', remedy: 'Upload dist/ again, whole: the feed and the audio are not of the same build.' },
  type: { severity: 'warning', remedy: 'Let the server send the file with the type that the feed states.' },
  cors: {
    severity: 'warning',
    remedy:
      'Let the server send "Access-Control-Allow-Origin: *" for it: players on web pages cannot read it otherwise.',
  },
  chapters: { severity: 'error', remedy: 'Upload dist/ again, whole.' },
} satisfies Readonly<Record<string, FaultText>>;

/** What is wrong at an address that is published. The address stands in the place of a file. */
export function fault(kind: keyof typeof texts, url: string, message: string): Diagnostic {
  const { severity, remedy } = texts[kind];
  return { rule: `verify-${kind}`, severity, file: url, range: start, message, remedy };
}

const position = { line: 1, column: 1, offset: 0 };
const start = { start: position, end: position };
