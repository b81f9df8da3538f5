import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Uint8Array, data: string) => createHmac('sha256', key).update(data).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Checks a request as Amazon documents it ("Signature Version 4", header based), since s3rver does not: the signature, and that
 * the body is the one that was signed. Answers the code of the error, or `undefined`.
 */
export function signatureFault({ method, url, headers }: IncomingMessage, body: Uint8Array, secret: string) {
  const { pathname, searchParams } = new URL(url ?? '', 'http://store');
  const [, scope = '', names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\S+), SignedHeaders=(\S+), Signature=([\da-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const [date = '', region = '', service = ''] = scope.split('/');
  const bodyHash = headers['x-amz-content-sha256'];
  const isUnsigned = Object.keys(headers).some((name) => name.startsWith('x-amz-') && !names.split(';').includes(name));
  if (isUnsigned || !names.split(';').includes('host')) return 'AccessDenied';
  const canonical = [
    method,
    decodeURIComponent(pathname).split('/').map(encode).join('/'),
    [...searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    bodyHash,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request');
  if (hmac(key, text).toString('hex') !== signature) return 'SignatureDoesNotMatch';
  if (sha256(body) !== bodyHash) return 'XAmzContentSHA256Mismatch';
  const md5 = headers['content-md5'];
  return md5 === undefined || md5 === createHash('md5').update(body).digest('base64') ? undefined : 'BadDigest';
}
