import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf } from '../../src/alignment/anchors.ts';
import { CepstraRecorder, coefficientCount, loudnessOf } from '../../src/alignment/cepstra.ts';
import { PairedSpectra } from '../../src/alignment/fourier.ts';
import { filledIn } from '../../src/alignment/spans.ts';
import { noise, recordingOf, sampleRate, toneSpeech } from './tone-voice.ts';

test('the power spectra of two signals are those of the definition', () => {
  const size = 32;
  const spectra = new PairedSpectra(size);
  const signals = [1, 2].map((seed) => Float64Array.from({ length: size }, (_, k) => Math.sin(seed * k * k + seed)));
  const expected = signals.map((signal) =>
    Array.from({ length: size / 2 + 1 }, (_, bin) => {
      let [real, imaginary] = [0, 0];
      for (const [k, value] of signal.entries()) {
        real += value * Math.cos((2 * Math.PI * bin * k) / size);
        imaginary -= value * Math.sin((2 * Math.PI * bin * k) / size);
      }
      return real ** 2 + imaginary ** 2;
    }),
  );
  spectra.first.set(signals[0] ?? []);
  spectra.second.set(signals[1] ?? []);
  spectra.transform();
  for (let bin = 0; bin <= size / 2; bin++) {
    expect(spectra.firstPower[bin]).toBeCloseTo(expected[0]?.[bin] ?? Number.NaN, 9);
    expect(spectra.secondPower[bin]).toBeCloseTo(expected[1]?.[bin] ?? Number.NaN, 9);
  }
});

function cepstraOf(pieces: readonly Float32Array[]) {
  const recorder = new CepstraRecorder();
  for (const piece of pieces) recorder.push(piece);
  return recorder.finish();
}

test('a recording sounds the same in whatever pieces it comes', () => {
  const samples = toneSpeech('any piece of speech', 0.05, 150);
  const whole = cepstraOf([samples]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: samples.length })), (cuts) => {
      const places = [0, ...cuts.toSorted((x, y) => x - y), samples.length];
      const pieces = places.slice(1).map((end, index) => samples.subarray(places[index], end));
      const { frameCount, coefficients } = cepstraOf(pieces);
      expect(frameCount).toBe(whole.frameCount);
      // Frames are analysed in other pairs, which changes their last digits.
      for (const [place, value] of coefficients.entries()) expect(value).toBeCloseTo(whole.coefficients[place] ?? 0, 2);
    }),
    { numRuns: 20 },
  );
});

test('there is a frame every 10 ms, and a full-scale tone is near 0 decibels', () => {
  const tone = Float32Array.from({ length: sampleRate }, (_, k) => Math.sin((2 * Math.PI * 1000 * k) / sampleRate));
  const cepstra = cepstraOf([new Float32Array(sampleRate), tone]);
  expect(cepstra.frameCount).toBe(201);
  expect(cepstra.coefficients).toHaveLength(201 * coefficientCount);
  const loudness = loudnessOf(cepstra);
  expect(loudness[50]).toBeLessThan(-65);
  expect(Math.abs(loudness[150] ?? Number.NaN)).toBeLessThan(6);
});

test('a time in a transcript bounds its own sentence, those before and those after', () => {
  const { bounds, unusable } = boundsOf([undefined, 10, undefined, 20], 60);
  expect([...bounds.earliest]).toEqual([0, 9, 9, 19]);
  expect([...bounds.latest]).toEqual([12, 12, 22, 22]);
  expect(unusable).toEqual([]);
});

test('times that go back, are below zero or behind the end bound nothing', () => {
  const { bounds, unusable } = boundsOf([-4, 10, 5, 99], 60);
  expect(unusable).toEqual([0, 2, 3]);
  expect([...bounds.latest]).toEqual([12, 12, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
});

test('whatever is left out, every cue has a length and none begins before another', () => {
  const cue = fc.option(
    fc.record({ rest: fc.integer({ min: 0, max: 50 }), length: fc.integer({ min: 30, max: 400 }) }),
    {
      nil: undefined,
    },
  );
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 12 }), (cues) => {
      let place = 0;
      const spans = cues.map((given) => {
        if (given === undefined) return undefined;
        const from = place + given.rest;
        place = from + given.length;
        return { from, to: place };
      });
      const filled = filledIn(
        spans,
        cues.map(() => 100),
        place + 100,
      );
      expect(filled).toHaveLength(cues.length);
      for (const [index, { from, to }] of filled.entries()) {
        expect(to).toBeGreaterThan(from);
        expect(from).toBeGreaterThanOrEqual(filled[index - 1]?.to ?? 0);
      }
    }),
  );
});

test('the background of a talk is what is heard in its pauses, whatever is said', () => {
  const talk = recordingOf(['Somebody says this.', 'And then something else.', 'In the end all is said.']).samples;
  const hiss = noise(talk.length, 0.05);
  const meanSquare = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
  const backgroundOf = (samples: Float32Array) => {
    const recorder = new CepstraRecorder();
    recorder.push(samples);
    recorder.finish();
    return recorder.background.reduce((sum, share) => sum + share, 0) * meanSquare(samples);
  };
  const together = talk.map((sample, k) => sample + (hiss[k] ?? 0));
  expect(backgroundOf(together) / backgroundOf(hiss)).toBeCloseTo(1, 0);
  expect(backgroundOf(talk) / backgroundOf(hiss)).toBeLessThan(0.01);
});

test('in the background of another recording silence is as loud as the pauses there', () => {
  const hiss = noise(sampleRate, 0.05);
  const heard = new CepstraRecorder();
  heard.push(hiss);
  const loudness = loudnessOf(heard.finish());
  const power = hiss.reduce((sum, sample) => sum + sample ** 2, 0) / hiss.length;
  const said = new CepstraRecorder(heard.background, power);
  said.push(new Float32Array(sampleRate));
  expect(Math.abs((loudnessOf(said.finish())[50] ?? 0) - (loudness[50] ?? 0))).toBeLessThan(3);
});
