import type { Diagnostic } from '../model/diagnostic.ts';
import { fault } from './faults.ts';
import { type Answer, isAnswer, type Observer, type Question, type Silence } from './observer.ts';

/** An answer that can be looked at, if there is one; and what is wrong with the way to it. */
export interface Reached {
  readonly answer: Answer | undefined;
  readonly faults: readonly Diagnostic[];
}

/** Asks, and judges whether something is there and the way to it is secure. */
export async function reach(observer: Observer, url: string, question: Question): Promise<Reached> {
  const observed = await observer.ask(url, question);
  if (!isAnswer(observed)) return { answer: undefined, faults: [silence(url, observed)] };
  const insecure = observed.redirects.find(isInsecure);
  const way = insecure === url ? 'The address is not https.' : `The address leads on to ${insecure}.`;
  const faults = insecure === undefined ? [] : [fault('insecure', url, way)];
  if (observed.status >= 200 && observed.status < 300) return { answer: observed, faults };
  const message = `The server answers ${observed.status}${observed.status === 404 ? ': there is nothing at this address' : ''}.`;
  return { answer: undefined, faults: [...faults, fault('unreachable', url, message)] };
}

/** A server of this machine, which somebody tries something out on, needs no https. */
function isInsecure(url: string): boolean {
  return url.startsWith('http:') && !/^http:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?:[:/]|$)/.test(url);
}

function silence(url: string, { reason, isCertificate }: Silence): Diagnostic {
  return fault(isCertificate ? 'certificate' : 'unreachable', url, reason);
}
