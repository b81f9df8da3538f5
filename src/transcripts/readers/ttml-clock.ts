export interface Span {
  readonly startSeconds: number | undefined;
  readonly endSeconds: number | undefined;
}

/** Reads the times of one TTML file (the time expressions of TTML): `00:01:02.5`, `00:01:02:12` in frames, `62.5s`, `1500ms`, `90f`, `1000t`. */
export class TtmlClock {
  readonly #frameRate: number;
  readonly #tickRate: number;
  /** Apple writes times inside a paragraph from the start of the recording; elsewhere they count from the paragraph's. */
  readonly #isAbsolute: boolean;

  constructor(text: string) {
    this.#frameRate = Number(/\bframeRate="(\d+)"/.exec(text)?.[1] ?? 30);
    this.#tickRate = Number(/\btickRate="(\d+)"/.exec(text)?.[1] ?? 1);
    this.#isAbsolute = /xmlns:\w+="https?:\/\/[\w.]*apple\.com\//.test(text);
  }

  /** The span of an element inside `parent`; without times of its own it has the parent's. */
  spanOf({ begin, end, dur }: Readonly<Record<string, string>>, parent: Span | undefined): Span {
    if (begin === undefined && end === undefined && dur === undefined)
      return { startSeconds: parent?.startSeconds, endSeconds: parent?.endSeconds };
    const base = this.#isAbsolute ? 0 : (parent?.startSeconds ?? 0);
    const startSeconds = plus(base, this.#seconds(begin ?? '0s'));
    const endSeconds = end === undefined ? plus(startSeconds, this.#seconds(dur)) : plus(base, this.#seconds(end));
    return { startSeconds, endSeconds: endSeconds ?? parent?.endSeconds };
  }

  #seconds(text = ''): number | undefined {
    const clock = /^(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)(?::(\d+))?$/.exec(text.trim());
    if (clock !== null) {
      const [hours = 0, minutes = 0, seconds = 0, frames = 0] = clock.slice(1).map((part) => Number(part ?? 0));
      return hours * 3600 + minutes * 60 + seconds + frames / this.#frameRate;
    }
    const [, value, unit = 's'] = /^(\d+(?:\.\d+)?)(h|m|s|ms|f|t)?$/.exec(text.trim()) ?? [];
    if (value === undefined) return undefined;
    const unitSeconds = { h: 3600, m: 60, s: 1, ms: 0.001, f: 1 / this.#frameRate, t: 1 / this.#tickRate }[unit];
    return unitSeconds === undefined ? undefined : Number(value) * unitSeconds;
  }
}

/** To the millisecond, so that sums of decimal fractions stay what they look like. */
function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : Math.round((a + b) * 1000) / 1000;
}
