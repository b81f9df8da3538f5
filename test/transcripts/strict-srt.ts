/** Reads SubRip as strictly as the strictest player; throws at the first fault. */
export function parseStrictSrt(srt: string) {
  if (!srt.endsWith('\n') || srt.includes('\r') || srt.startsWith('\ufeff')) throw new Error('encoding or line ends');
  let earliest = 0;
  return srt
    .slice(0, -1)
    .split('\n\n')
    .map((block, index) => {
      const [counter, timing = '', ...lines] = block.split('\n');
      const match = /^(\d\d):([0-5]\d):([0-5]\d),(\d{3}) --> (\d\d):([0-5]\d):([0-5]\d),(\d{3})$/.exec(timing);
      if (counter !== String(index + 1) || match === null || lines.length === 0 || lines.includes(''))
        throw new Error(`cue ${index + 1}: ${block}`);
      const [h = 0, m = 0, s = 0, ms = 0, h2 = 0, m2 = 0, s2 = 0, ms2 = 0] = match.slice(1).map(Number);
      const [start, end] = [((h * 60 + m) * 60 + s) * 1000 + ms, ((h2 * 60 + m2) * 60 + s2) * 1000 + ms2];
      if (end <= start || start < earliest) throw new Error(`times of cue ${index + 1}`);
      earliest = start;
      return { start, end, lines };
    });
}
