import type { MediaFile } from '../../src/model/media.ts';
import { check } from '../../src/pipeline/check.ts';
import { load } from '../../src/pipeline/load.ts';
import type { Ports } from '../../src/ports.ts';

export const showText = `---
title: Harbour Lights
site: https://example.org/show/
language: en-GB
timezone: Europe/London
author: Example Harbour
categories: [Government]
artwork: media/cover.jpg
explicit: false
guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810
---
Talks about a harbour and the people who keep it going, with notes and links for every talk.
`;

export const episodeText = `---
title: Tides and timetables
date: 2026-03-01 09:00
audio: media/tides.mp3
guid: tides
---
How the tide sets the timetable of the ferry.
`;

/** A whole project in memory, with one good show and episode unless `files` says otherwise. Media are whatever is listed under media/. */
export function memoryPorts(
  files: Readonly<Record<string, string | Uint8Array>>,
  asOf = Date.parse('2026-06-01T00:00:00Z'),
): Ports {
  const all = new Map<string, string | Uint8Array>(
    Object.entries({ 'media/cover.jpg': 'x', 'media/tides.mp3': 'x', 'show.md': showText, ...files }),
  );
  return {
    asOf,
    files: {
      list: async (folder) => [...all.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
      read: async (path) => {
        const found = all.get(path);
        return typeof found === 'string' ? new TextEncoder().encode(found) : found;
      },
    },
    media: { audio: async (path) => audio(path), image: async (path) => image(path) },
  };
}

/** What `ppod check` would say, as `file:line:column rule`. */
export async function findingsOf(files: Readonly<Record<string, string | Uint8Array>>) {
  return check(await load(memoryPorts(files)));
}

function audio(path: string): MediaFile {
  return {
    path,
    kind: 'audio',
    bytes: 480_000,
    audio: {
      container: 'mp3',
      mimeType: 'audio/mpeg',
      codec: 'MP3',
      durationSeconds: 40,
      bitrate: 96_000,
      isVariableBitrate: false,
      hasSeekHeader: true,
      sampleRate: 44_100,
      channels: 1,
      tags: { all: [] },
      chapters: [],
      picture: undefined,
      isFastStart: undefined,
      faults: [],
    },
  };
}

function image(path: string): MediaFile {
  return {
    path,
    kind: 'image',
    bytes: 200_000,
    hash: '0123456789abcdef',
    image: {
      format: 'jpeg',
      mimeType: 'image/jpeg',
      width: 3000,
      height: 3000,
      colourSpace: 'rgb',
      hasAlpha: false,
      bitsPerChannel: 8,
      density: 72,
      isComplete: true,
      privateMetadata: [],
    },
  };
}
