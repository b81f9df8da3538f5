import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { palettesOf, weakColours } from '../../src/model/palette.ts';
import { contrastRatio, parseColour } from '../../src/text/colour.ts';
import { podcast } from './podcast.ts';
import { render } from './render.ts';

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}` as const);

describe('contrast', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#595959', '#ffffff', 7],
  ] as const)('of %s on %s is %d', (a, b, expected) => {
    expect(contrastRatio(a, b)).toBeCloseTo(expected, 2);
    expect(contrastRatio(b, a)).toBe(contrastRatio(a, b));
  });
});

test.each(['red', '#12345', '#fff; } body { background: url(//evil)', '', 'rgb(0,0,0)'])(
  '"%s" is no colour',
  (text) => {
    expect(parseColour(text)).toBeUndefined();
  },
);

describe('the palettes', () => {
  test('can be read whatever the accent', () => {
    fc.assert(
      fc.property(anyColour, (accent) => {
        const { light, dark } = palettesOf({ accent });
        for (const { text, page, surface, muted, mark, accent: own, onAccent } of [light, dark]) {
          for (const ground of [page, surface, mark]) expect(contrastRatio(text, ground)).toBeGreaterThanOrEqual(4.5);
          expect(contrastRatio(muted, surface)).toBeGreaterThanOrEqual(4.5);
          expect(contrastRatio(own, onAccent)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrastRatio(dark.accent, dark.page)).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  test('are the same by day and night when the show sets its own background', () => {
    const { light, dark } = palettesOf({ background: '#fff8e7' });
    expect(light).toBe(dark);
    expect(contrastRatio(light.text, light.page)).toBeGreaterThan(7);
  });
});

describe('a weak theme', () => {
  test('is told apart from one that can be read', () => {
    expect(weakColours(undefined)).toEqual([]);
    expect(weakColours({ accent: '#005ea5' })).toEqual([]);
    expect(weakColours({ accent: '#ffcc00' })).toMatchObject([{ key: 'accent', colour: '#ffcc00' }]);
    expect(weakColours({ text: '#999', background: '#fff' })).toMatchObject([{ key: 'text', colour: '#999999' }]);
  });

  test('never writes anything but colours into the stylesheet', () => {
    const theme = { accent: '#000; } body { background: url(https://evil.example/x)' };
    const css = [...render(podcast([], { show: { theme } }))].find(([path]) => path.endsWith('.css'))?.[1];
    expect(css).not.toContain('evil');
  });
});

test('logo and stylesheet of the show are copied and used', () => {
  const theme = { logo: 'media/logo.png', stylesheet: 'own.css', accent: '#7a1f3d' };
  const files = render(podcast([], { show: { theme } }));
  expect(files.get('theme/logo.png')).toBe('copy of media/logo.png');
  expect(files.get('theme/own.css')).toBe('copy of media/own.css');
  expect(files.get('index.html')).toMatch(
    /href="assets\/style\.\w+\.css"\/><link rel="stylesheet" href="theme\/own\.css"/,
  );
  expect(files.get('index.html')).toContain('<img class="logo" src="theme/logo.png" alt');
  expect([...files].find(([path]) => path.startsWith('assets/style'))?.[1]).toContain('--accent: #7a1f3d;');
});
