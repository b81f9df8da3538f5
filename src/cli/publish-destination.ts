import type { StoreIdentity } from '../node/object-store-credentials.ts';
import type { StoreConnection } from '../node/object-store-request.ts';
import { UsageError } from './usage-error.ts';

/** Where a show is published. */
export interface Destination {
  /** As the user knows it: `s3://bucket/prefix`. */
  readonly name: string;
  readonly bucket: string;
  /** What all names of the show begin with: empty, or ending in `/`. */
  readonly prefix: string;
  /** The store's own address, where it is not Amazon. */
  readonly endpoint: URL | undefined;
  readonly region: string | undefined;
}

const example = 's3://my-bucket/podcast';

/** Reads DEST and its flags. Throws a UsageError. */
export function parseDestination(
  dest: string,
  { endpoint, region }: { readonly endpoint?: string; readonly region?: string },
  env: NodeJS.ProcessEnv,
): Destination {
  const [, bucket, path = ''] = /^s3:\/\/([^/]*)(?:\/(.*))?$/s.exec(dest) ?? [];
  if (bucket === undefined) {
    throw new UsageError(`"${dest}" is no place that ppod can publish to. Write it like ${example}.`);
  }
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]$/.test(bucket)) {
    throw new UsageError(`"${bucket}" cannot be the name of a bucket. Write the place like ${example}.`);
  }
  const segments = path.replace(/\/+$/, '').split('/');
  const isWhole = segments.length === 1 && segments[0] === '';
  if (!isWhole && segments.some((segment) => /^\.{0,2}$|\p{Cc}|[?#\\]/u.test(segment))) {
    throw new UsageError(`"${path}" cannot be the beginning of a web address. Write the place like ${example}.`);
  }
  if (region !== undefined && !/^[a-z0-9-]+$/.test(region)) {
    throw new UsageError(`"${region}" is no region. Write --region like eu-west-2.`);
  }
  const prefix = isWhole ? '' : `${segments.join('/').normalize('NFC')}/`;
  const address = endpoint ?? (env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || undefined);
  return { name: `s3://${bucket}/${prefix}`, bucket, prefix, endpoint: parseEndpoint(address), region };
}

function parseEndpoint(address: string | undefined): URL | undefined {
  if (address === undefined) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new UsageError('The endpoint is no web address. Write --endpoint like https://s3.example.org, without keys.');
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new UsageError(
      `The endpoint has more than a host. Write --endpoint ${url.origin}, and the bucket behind s3://.`,
    );
  }
  return url;
}

/** How to reach the bucket. Amazon has a host for each bucket (but no certificate for names with dots); other stores a folder. */
export function connectionTo(destination: Destination, identity: StoreIdentity): StoreConnection {
  const { bucket, endpoint } = destination;
  const region = destination.region ?? identity.region ?? 'us-east-1';
  const amazon = `s3.${region}.amazonaws.com`;
  const base =
    endpoint !== undefined
      ? `${endpoint.origin}/${bucket}/`
      : /^[a-z0-9-]+$/.test(bucket)
        ? `https://${bucket}.${amazon}/`
        : `https://${amazon}/${bucket}/`;
  return { base, bucket, region, credentials: identity.credentials };
}
