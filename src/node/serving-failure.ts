import type { ServingFault } from '../model/media.ts';
import { HttpFailure } from './http.ts';

/** Why audio at a web address cannot be measured. The message is a plain sentence about its server. */
export class ServingFailure extends Error {
  override readonly name = 'ServingFailure';
  readonly fault: ServingFault;

  constructor(fault: ServingFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

const faults: Readonly<Record<HttpFailure['kind'], ServingFault>> = {
  network: 'unreachable',
  timeout: 'unreachable',
  status: 'refused',
  refused: 'refused',
  tls: 'certificate',
  redirects: 'astray',
  private: 'private',
  insecure: 'insecure',
  'too-large': 'too-large',
};

/** What a request failed with, in terms of the audio; any other error is thrown again. */
export function asServingFailure(error: unknown): ServingFailure {
  if (error instanceof ServingFailure) return error;
  if (!(error instanceof HttpFailure)) throw error;
  const { status = 0 } = error;
  const isBusy = status >= 500 || status === 408 || status === 429;
  const fault = status === 404 || status === 410 ? 'missing' : isBusy ? 'unreachable' : faults[error.kind];
  return new ServingFailure(fault, error.message, { cause: error });
}
