import type { SourceEnclosure } from '../feeds/feed.ts';
import { parseChaptersFile } from '../model/chapters-file.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isSameMimeType, plainType } from '../model/mime-types.ts';
import { decodeText } from '../text/decode.ts';
import { fault } from './faults.ts';
import { type Answer, headerOf, type Observer } from './observer.ts';
import { reach } from './reach.ts';

/** An audio file as players and directories ask for it: HEAD, then a part of it. */
export async function verifyEnclosure(
  observer: Observer,
  { url, length, type }: SourceEnclosure,
): Promise<readonly Diagnostic[]> {
  const part = await reach(observer, url, { method: 'GET', headers: { Range: 'bytes=0-1' } });
  if (part.answer === undefined) return part.faults;
  const head = await reach(observer, url, { method: 'HEAD' });
  const faults = [...part.faults];
  if (head.answer === undefined)
    faults.push(fault('head', url, 'The file is there, but the server does not answer HEAD.'));
  const [, whole] = /\/(\d+)$/.exec(headerOf(part.answer, 'content-range') ?? '') ?? [];
  if (part.answer.status !== 206 || whole === undefined) {
    faults.push(fault('ranges', url, 'Asked for a part of the file, the server sends all of it.'));
  }
  const size = whole ?? (head.answer && headerOf(head.answer, 'content-length'));
  if (size !== undefined && Number(size) !== length) {
    const stated = length === undefined ? 'no length' : `${length} bytes`;
    faults.push(fault('length', url, `The file has ${size} bytes; the feed states ${stated}.`));
  }
  const said = headerOf(head.answer ?? part.answer, 'content-type');
  return [...faults, ...typeFaults(url, said, type)];
}

/** A picture, by its type. */
export async function verifyPicture(observer: Observer, url: string): Promise<readonly Diagnostic[]> {
  const { answer, faults } = await reach(observer, url, { method: 'HEAD' });
  const type = answer && headerOf(answer, 'content-type');
  if (type === undefined || /^image\//i.test(type)) return faults;
  return [...faults, fault('type', url, `The picture is sent as "${type}".`)];
}

/** A transcript: there, of its type, and readable for players on other sites. */
export async function verifyTranscript(
  observer: Observer,
  url: string,
  type: string | undefined,
): Promise<readonly Diagnostic[]> {
  const { answer, faults } = await reach(observer, url, { method: 'GET', headers: origin });
  if (answer === undefined) return faults;
  return [
    ...faults,
    ...typeFaults(url, headerOf(answer, 'content-type'), type),
    ...accessFaults(observer, url, answer),
  ];
}

/** A file of chapters: there, readable for players on other sites, and really chapters. */
export async function verifyChapters(observer: Observer, url: string): Promise<readonly Diagnostic[]> {
  const { answer, faults } = await reach(observer, url, { method: 'GET', headers: origin, wantsBody: true });
  if (answer === undefined) return faults;
  const chapters = parseChaptersFile(decodeText(answer.bytes ?? new Uint8Array()).text);
  const broken = chapters === undefined ? [fault('chapters', url, 'The file holds no chapters.')] : [];
  return [...faults, ...broken, ...accessFaults(observer, url, answer)];
}

const origin = { Origin: 'https://player.example.org', 'Accept-Encoding': 'gzip, br' };

function accessFaults({ isServed }: Observer, url: string, answer: Answer): Diagnostic[] {
  const allowed = headerOf(answer, 'access-control-allow-origin');
  if (!isServed || allowed === '*' || allowed === origin.Origin) return [];
  return [fault('cors', url, 'Players on other web pages are not allowed to read this file.')];
}

function typeFaults(url: string, served: string | undefined, stated: string | undefined): Diagnostic[] {
  if (served === undefined || stated === undefined || isSameMimeType(served, stated)) return [];
  return [fault('type', url, `The server sends it as "${plainType(served)}"; the feed states "${plainType(stated)}".`)];
}
