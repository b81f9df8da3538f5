import type { Answer, Observer, Question, Silence } from '../verification/observer.ts';
import { HttpFailure, send } from './http.ts';
import { readBody } from './http-body.ts';
import { withRetries } from './retries.ts';

/** Nothing that is read whole is larger: feeds and chapters. Bytes. */
const limit = 50_000_000;

/** Milliseconds for one answer. */
const timeout = 60_000;

/** Asks real servers. `named` are the hosts that the user named, which may be private. */
export function liveObserver(named: ReadonlySet<string>): Observer {
  return {
    isServed: true,
    covers: () => true,
    async ask(url, question): Promise<Answer | Silence> {
      try {
        return await withRetries(() => askOnce(url, question, named), { attempts: 2 });
      } catch (error) {
        if (!(error instanceof HttpFailure)) throw error;
        return { reason: error.message, isCertificate: error.kind === 'tls' };
      }
    },
  };
}

async function askOnce(
  url: string,
  { method, headers = {}, wantsBody = false }: Question,
  named: ReadonlySet<string>,
): Promise<Answer> {
  const response = await send(url, { method, headers, named });
  const { body, status, redirects } = response;
  try {
    const bytes = wantsBody && status === 200 ? await readBody(response, { limit, timeout }) : undefined;
    return { status, headers: response.headers, redirects, bytes };
  } finally {
    body.destroy();
  }
}
