import { childrenOf, childText, readXml, type XmlElement } from '../feeds/xml-tree.ts';
import { encodePath } from '../model/urls.ts';
import { MachineFailure } from './machine-failure.ts';
import { connect, type StoreAnswer, type StoreConnection, type StoreRequest } from './object-store-request.ts';

/** How an object is described when it is sent. */
export interface ObjectHeaders {
  readonly contentType: string;
  readonly cacheControl: string;
  /** How the bytes are packed; absent where they are not. */
  readonly contentEncoding: 'gzip' | undefined;
  /** Of the object's bytes before they were packed, in hexadecimal; kept with it under `x-amz-meta-ppod-sha256`. */
  readonly sha256: string;
  /** What the names of the show's objects begin with; kept as `x-amz-meta-ppod-place`, so that two shows in one bucket stay apart. */
  readonly place: string;
}

/** What the store says of an object. */
export interface StoredObject {
  readonly bytes: number;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly contentEncoding: string | undefined;
  /** Absent on what ppod did not send. */
  readonly sha256: string | undefined;
  readonly place: string | undefined;
}

/** A part of a large object that is being sent. `etag` is the MD5 of its bytes, unless the store encrypts with keys of its own. */
export interface StoredPart {
  readonly number: number;
  readonly etag: string;
}

const checksumHeader = 'x-amz-meta-ppod-sha256';
const placeHeader = 'x-amz-meta-ppod-place';

/** One bucket of an S3-compatible store. Every method throws a `MachineFailure` in plain words. */
export class ObjectStore {
  readonly #send: (request: StoreRequest) => Promise<StoreAnswer>;

  constructor(connection: StoreConnection) {
    this.#send = connect(connection);
  }

  /** Every object whose name begins with `prefix`: names, and sizes in bytes. */
  async list(prefix: string): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    let token: string | undefined;
    do {
      const query = { 'list-type': '2', prefix, ...(token !== undefined && { 'continuation-token': token }) };
      const page = await this.#read({ method: 'GET', query });
      if (page.name !== 'listbucketresult') throw noStore();
      for (const entry of childrenOf(page, 'contents')) {
        const key = childText(entry, 'key');
        if (key?.startsWith(prefix)) found.set(key, Number(childText(entry, 'size')));
      }
      const next = childText(page, 'istruncated') === 'true' ? childText(page, 'nextcontinuationtoken') : undefined;
      token = next === token ? undefined : next;
    } while (token !== undefined);
    return found;
  }

  async head(key: string): Promise<StoredObject | undefined> {
    const { status, headers } = await this.#send({ method: 'HEAD', path: encodePath(key), mayBeAbsent: true });
    if (status === 404) return undefined;
    const { [checksumHeader]: sha256, [placeHeader]: place } = headers;
    return {
      bytes: Number(headers['content-length']),
      contentType: headers['content-type'] ?? '',
      cacheControl: headers['cache-control'] ?? '',
      contentEncoding: headers['content-encoding'] || undefined,
      sha256: typeof sha256 === 'string' ? sha256 : undefined,
      place: typeof place === 'string' ? decoded(place.slice(1)) : undefined,
    };
  }

  /** The object is there whole, or as it was. */
  async put(key: string, body: Uint8Array, headers: ObjectHeaders): Promise<void> {
    await this.#send({ method: 'PUT', path: encodePath(key), headers: sentHeaders(headers), body });
  }

  async remove(key: string): Promise<void> {
    await this.#send({ method: 'DELETE', path: encodePath(key), mayBeAbsent: true });
  }

  /** Transfers of this object that were begun and neither finished nor given up. Empty where the store keeps no list. */
  async openUploads(key: string): Promise<string[]> {
    const request = { method: 'GET', query: { uploads: '', prefix: key }, mayBeAbsent: true } as const;
    const list = await this.#read(request).catch(() => undefined);
    return childrenOf(list ?? nothing, 'upload').flatMap((upload) => {
      const id = childText(upload, 'uploadid');
      return childText(upload, 'key') === key && id !== undefined ? [id] : [];
    });
  }

  async startUpload(key: string, headers: ObjectHeaders): Promise<string> {
    const request = {
      method: 'POST',
      path: encodePath(key),
      query: { uploads: '' },
      headers: sentHeaders(headers),
    } as const;
    const id = childText(await this.#read(request), 'uploadid');
    if (id === undefined) throw noStore();
    return id;
  }

  /** What has arrived of a transfer, by number. Empty where the store does not say. */
  async parts(key: string, uploadId: string): Promise<Map<number, StoredPart>> {
    const found = new Map<number, StoredPart>();
    let marker = '0';
    for (;;) {
      const query = { uploadId, 'part-number-marker': marker };
      const page = await this.#read({ method: 'GET', path: encodePath(key), query }).catch(() => nothing);
      for (const part of childrenOf(page, 'part')) {
        const number = Number(childText(part, 'partnumber'));
        found.set(number, { number, etag: unquoted(childText(part, 'etag')) });
      }
      const next = childText(page, 'nextpartnumbermarker') ?? marker;
      if (childText(page, 'istruncated') !== 'true' || next === marker) return found;
      marker = next;
    }
  }

  async putPart(key: string, uploadId: string, number: number, body: Uint8Array): Promise<StoredPart> {
    const query = { partNumber: String(number), uploadId };
    const { headers } = await this.#send({ method: 'PUT', path: encodePath(key), query, body });
    return { number, etag: unquoted(headers.etag) };
  }

  /** Makes the object of its parts; before this there is none, or the old one. */
  async finishUpload(key: string, uploadId: string, parts: readonly StoredPart[]): Promise<void> {
    const lines = parts.map(
      ({ number, etag }) => `<Part><PartNumber>${number}</PartNumber><ETag>"${etag}"</ETag></Part>`,
    );
    const body = Buffer.from(
      `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${lines.join('')}</CompleteMultipartUpload>`,
    );
    const headers = { 'content-type': 'application/xml' };
    await this.#send({ method: 'POST', path: encodePath(key), query: { uploadId }, headers, body });
  }

  /** Frees the room that an unfinished transfer takes. */
  async dropUpload(key: string, uploadId: string): Promise<void> {
    await this.#send({ method: 'DELETE', path: encodePath(key), query: { uploadId }, mayBeAbsent: true });
  }

  /** The answer's outermost element; stores differ in its name. */
  async #read(request: StoreRequest): Promise<XmlElement> {
    const { text } = await this.#send(request);
    return readXml(text).root.children.find((child) => typeof child !== 'string') ?? nothing;
  }
}

const nothing: XmlElement = { name: '', attributes: {}, children: [] };

/** A login page of a guest network, or a web server. */
function noStore(): MachineFailure {
  return new MachineFailure(
    'What answers there does not speak as an S3-compatible store does.',
    'Check the address after --endpoint, and that you are not behind a login page; then run ppod publish again.',
    'STORE',
  );
}

function sentHeaders({
  contentType,
  cacheControl,
  contentEncoding,
  sha256,
  place,
}: ObjectHeaders): Record<string, string> {
  return {
    'content-type': contentType,
    'cache-control': cacheControl,
    ...(contentEncoding !== undefined && { 'content-encoding': contentEncoding }),
    [checksumHeader]: sha256,
    // Never empty, and ASCII, as headers must be.
    [placeHeader]: `/${encodePath(place)}`,
  };
}

/** The text, when it is percent-encoded as it should be. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function unquoted(etag: string | undefined): string {
  return (etag ?? '').replace(/^"|"$/g, '');
}
