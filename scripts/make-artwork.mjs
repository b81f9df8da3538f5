// Draws the covers. Everything, letters too, is made of shapes, so no font is needed.
import { join } from 'node:path';
import sharp from 'sharp';

const media = join(import.meta.dirname, '../media');

/** Strokes of the letters on a grid: x to the right from 0, y down from the top of a capital (0) to the base line (100). */
const letters = {
  T: { width: 70, path: 'M0 0H70M35 0V100' },
  h: { width: 50, path: 'M0 0V100M0 65A25 25 0 0 1 50 65V100' },
  e: { width: 60, path: 'M0 70H60A30 30 0 1 0 51 91.500' },
  P: { width: 55, path: 'M0 100V0H27A28 28 0 0 1 27 56H0' },
  o: { width: 60, path: 'M30 40A30 30 0 1 1 29.900 40Z' },
  d: { width: 60, path: 'M60 0V100M30 40A30 30 0 1 1 29.900 40Z' },
};

const covers = [
  { file: 'the-p-pod.jpg', pixels: 3000, ground: '#123c34', pod: '#7fb069', peas: '#d9f0b4', letters: '#fff8e7' },
  {
    file: 'hearing-the-child.jpg',
    pixels: 1400,
    ground: '#2b3a5c',
    pod: '#6f9fb8',
    peas: '#f6d98b',
    letters: '#fff8e7',
  },
];

for (const cover of covers) {
  await sharp(Buffer.from(draw(cover)), { density: 72 })
    .flatten({ background: cover.ground })
    .toColourspace('srgb')
    .jpeg({ quality: 86, mozjpeg: true })
    .toFile(join(media, cover.file));
}

/** Words at the top, an open pod whose peas rise and fall like a voice below; the bottom fifth stays empty. */
function draw({ pixels, ground, pod, peas, letters: ink }) {
  const sizes = [70, 120, 165, 205, 165, 120, 70];
  let x = -sizes.reduce((total, size) => total + size, 0);
  const row = sizes.map((size) => {
    x += 2 * size;
    return `<circle cx="${x - size}" cy="0" r="${size * 0.93}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 3000 3000">
    <rect width="3000" height="3000" fill="${ground}"/>
    <g fill="none" stroke="${ink}" stroke-width="17" stroke-linecap="round" stroke-linejoin="round">
      ${word('The', 300, 400, 3.5)}
      ${word('P Pod', 300, 890, 6.2)}
    </g>
    <g transform="translate(1500 1990) rotate(-9)">
      <path d="M-1270 40C-760 -430 760 -430 1270 0C760 430 -760 430 -1270 40Z" fill="${pod}"/>
      <path d="M-1270 40C-1330 60 -1370 110 -1390 180" fill="none" stroke="${pod}" stroke-width="56" stroke-linecap="round"/>
      <path d="M-1080 30C-640 -285 640 -285 1090 3C640 285 -640 285 -1080 30Z" fill="${ground}" opacity="0.55"/>
      <g fill="${peas}">${row.join('')}</g>
    </g>
  </svg>`;
}

function word(text, left, top, scale) {
  let x = 0;
  const strokes = [...text].map((letter) => {
    const shape = letters[letter];
    const stroke = shape === undefined ? '' : `<path transform="translate(${x} 0)" d="${shape.path}"/>`;
    x += shape === undefined ? 40 : shape.width + 30;
    return stroke;
  });
  return `<g transform="translate(${left} ${top}) scale(${scale})">${strokes.join('')}</g>`;
}
