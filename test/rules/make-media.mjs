// Makes the media of the rule fixtures anew: node test/rules/make-media.mjs (needs ffmpeg). Run it only to change them.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

const here = import.meta.dirname;
const mediaTests = join(here, '../media/fixtures');

/** The absolute path of a fixture's file, its folder made. */
function place(path) {
  const file = join(here, path);
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

function copy(from, to) {
  copyFileSync(join(mediaTests, from), place(to));
}

/** A plain picture of one colour. `finish` gets sharp's pipeline of it. */
async function picture(path, { width = 1400, height = width, density = 72 } = {}, finish = (image) => image.jpeg()) {
  const image = sharp({ create: { width, height, channels: 3, background: '#1d5f4a' } }).withMetadata({ density });
  await finish(image).toFile(place(path));
}

function ffmpeg(path, ...args) {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args, '-fflags', '+bitexact', '-flags:a', '+bitexact', place(path)]);
}

/** A tone; ffmpeg's own stands 18 dB below full scale. */
const tone = (hertz, gain = 5.5, seconds = 1, rate = 44_100) => [
  ...['-f', 'lavfi', '-i', `sine=frequency=${hertz}:sample_rate=${rate}:duration=${seconds},volume=${gain}dB`],
];
const tagged = (title = 'Harbour sounds') => [
  ...['-metadata', `title=${title}`, '-metadata', 'artist=Harbour Partnership', '-metadata', 'album=Harbour Talk'],
];
const mono = (rate = '96k') => ['-ac', '1', '-b:a', rate];
const stereo = ['-ac', '2', '-b:a', '128k'];
/** Both sides of the stereo from the channels of the inputs, such as `c0=c0|c1=0*c0`. */
const sides = (mix) => ['-af', `pan=stereo|${mix}`, '-b:a', '128k'];

// Covers.
await picture('base/media/cover.jpg', { width: 3000 });
await picture('artwork-72dpi/bad/media/print.jpg', { density: 300 });
await picture('artwork-72dpi/good/media/screen.jpg');
await picture('artwork-extension/bad/media/photo.png');
await picture('artwork-extension/good/media/photo.jpeg');
await picture('artwork-format/bad/media/boats.webp', {}, (image) => image.webp());
await picture('artwork-format/good/media/boats.png', {}, (image) => image.png());
await picture('artwork-incomplete/good/media/boats.jpg');
const whole = readFileSync(place('artwork-incomplete/good/media/boats.jpg'));
writeFileSync(place('artwork-incomplete/bad/media/boats.jpg'), whole.subarray(0, 6000));
await picture('artwork-max/bad/media/huge.jpg', { width: 3001 });
await picture('artwork-min/bad/media/small.jpg', { width: 300 });
await picture('artwork-min/good/media/least.jpg');
await picture('artwork-no-alpha/bad/media/logo.png', {}, (image) => image.ensureAlpha(0.5).png());
await picture('artwork-no-alpha/good/media/logo.png', {}, (image) => image.png());
copy('turned-private.jpg', 'artwork-no-private-metadata/bad/media/sam.jpg');
await picture('artwork-no-private-metadata/good/media/sam.jpg', { width: 400 });
await picture('artwork-prefer-3000/bad/media/least.jpg');
copy('cmyk.jpg', 'artwork-rgb/bad/media/print.jpg');
copy('grey.jpg', 'artwork-rgb/bad/media/grey.jpg');
await picture('artwork-rgb/good/media/colours.jpg');
await picture('artwork-square/bad/media/wide.jpg', { width: 1500, height: 1400 });
await picture('artwork-square/good/media/square.jpg');
await picture('artwork-url-ascii/bad/media/boats at dawn.jpg');
await picture('artwork-url-ascii/good/media/boats-at-dawn.jpg');
await picture('artwork-weight/bad/media/heavy.jpg');
await picture('artwork-weight/good/media/light.jpg');
copy('plain.tiff', 'picture-web/bad/media/sam.tiff');
copy('lossy.webp', 'picture-web/good/media/sam.webp');

// Sound.
ffmpeg('base/media/one.mp3', ...tone(997), ...mono(), ...tagged());
ffmpeg('base/media/two.mp3', ...tone(880), ...mono(), ...tagged());
ffmpeg('base/media/three.mp3', ...tone(660, 6), ...mono(), ...tagged());
ffmpeg('audio-bitrate/bad/media/low.mp3', ...tone(997), ...mono('64k'), ...tagged());
ffmpeg('audio-bitrate/bad/media/low-stereo.mp3', ...tone(997), '-ac', '2', '-b:a', '96k', ...tagged());
ffmpeg('audio-bitrate/good/media/stereo.mp3', ...tone(997), ...stereo, ...tagged());
copy('vbr-bare.mp3', 'audio-cbr/bad/media/bare.mp3');
copy('vbr-xing.mp3', 'audio-cbr/good/media/headed.mp3');
ffmpeg(
  'audio-channels/bad/media/cinema.m4a',
  ...tone(997, 5.5, 0.3),
  '-ac',
  '6',
  '-movflags',
  '+faststart',
  ...tagged(),
);
ffmpeg(
  'audio-channels/good/media/stereo.m4a',
  ...tone(997, 5.5, 0.3),
  ...stereo,
  '-movflags',
  '+faststart',
  ...tagged(),
);
copy('tone.opus', 'audio-codec/bad/media/talk.opus');
ffmpeg(
  'audio-codec/bad/media/lossless.m4a',
  ...tone(997, 5.5, 0.3),
  '-c:a',
  'alac',
  '-movflags',
  '+faststart',
  ...tagged(),
);
ffmpeg('audio-codec/good/media/talk.m4a', ...tone(997, 5.5, 0.3), ...mono(), '-movflags', '+faststart', ...tagged());
ffmpeg('audio-id3/bad/media/bare.mp3', ...tone(997), ...mono());
ffmpeg('audio-loudness/bad/media/quiet.mp3', ...tone(997, -10), ...mono(), ...tagged());
ffmpeg('audio-loudness/bad/media/silent.mp3', ...tone(997, -200), ...mono(), ...tagged());
copy('index-last.m4a', 'audio-m4a-faststart/bad/media/last.m4a');
copy('chapters-faststart.m4a', 'audio-m4a-faststart/good/media/first.m4a');
const folder = 'comment=C:\\Users\\mary\\Recordings\\home visit.wav';
ffmpeg('audio-no-private-tags/bad/media/talk.mp3', ...tone(997), ...mono(), ...tagged(), '-metadata', folder);
ffmpeg(
  'audio-no-private-tags/good/media/talk.mp3',
  ...tone(997),
  ...mono(),
  ...tagged(),
  '-metadata',
  'comment=At sea',
);
ffmpeg('audio-peak/bad/media/hot.mp3', ...tone(997, 17.9), ...mono(), ...tagged());
ffmpeg('audio-peak/bad/media/cut.mp3', ...tone(997, 40), ...mono(), ...tagged());
ffmpeg('audio-samplerate/bad/media/slow.mp3', ...tone(997, 5.5, 1, 22_050), ...mono('64k'), ...tagged());
ffmpeg('audio-samplerate/good/media/video.mp3', ...tone(997, 5.5, 1, 48_000), ...mono(), ...tagged());
ffmpeg('audio-sides/bad/media/left.mp3', ...tone(997), ...sides('c0=c0|c1=0*c0'), ...tagged());
ffmpeg('audio-sides/bad/media/against.mp3', ...tone(997), ...sides('c0=c0|c1=-1*c0'), ...tagged());
ffmpeg('audio-sides/bad/media/same.mp3', ...tone(997), ...sides('c0=c0|c1=c0'), ...tagged());
const twoTones = ['-filter_complex', '[0:a][1:a]amerge=inputs=2', '-b:a', '128k'];
ffmpeg('audio-sides/good/media/two.mp3', ...tone(997), ...tone(660), ...twoTones, ...tagged());
const silences = ['-af', 'adelay=delays=4000:all=1,apad=pad_dur=6'];
ffmpeg('audio-silence/bad/media/pauses.mp3', ...tone(997), ...silences, ...mono('32k'), ...tagged());
ffmpeg('audio-title-other/bad/media/one.mp3', ...tone(997), ...mono(), ...tagged('The price of ice'));
ffmpeg(
  'audio-title-other/good/media/one.mp3',
  ...tone(997),
  ...mono(),
  ...tagged('Ep. 1: The boats that leave before dawn'),
);
ffmpeg('audio-unmeasured/good/media/talk.mp3', ...tone(997), ...mono(), ...tagged());
ffmpeg(
  'audio-unmeasured/bad/media/talk.m4a',
  ...tone(997, 5.5, 0.3),
  ...mono(),
  '-movflags',
  '+faststart',
  ...tagged(),
);
damageSound('audio-unmeasured/bad/media/talk.m4a');

/** Overwrites what an M4A plays and leaves its index as it is. */
function damageSound(path) {
  const bytes = readFileSync(place(path));
  bytes.fill(0xff, bytes.indexOf('mdat') + 4);
  writeFileSync(place(path), bytes);
}

// Chapters inside the sound.
const marks = join(here, 'chapters.ffmetadata');
const chapter = (start, end, title) => `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${start}\nEND=${end}\ntitle=${title}\n`;
writeFileSync(
  marks,
  `;FFMETADATA1\n${chapter(0, 300, 'Welcome')}${chapter(300, 600, 'The boats')}${chapter(600, 1000, 'The end')}`,
);
ffmpeg(
  'chapters-agree/bad/media/marked.mp3',
  ...tone(997),
  '-i',
  marks,
  '-map',
  '0:a',
  '-map_chapters',
  '1',
  ...mono(),
  ...tagged(),
);
rmSync(marks);
copyFileSync(place('audio-codec/good/media/talk.m4a'), place('audio-size/bad/media/large.m4a'));
copyFileSync(place('chapters-agree/bad/media/marked.mp3'), place('chapters-agree/good/media/marked.mp3'));

// Two and a half minutes that cost next to nothing.
const long = [
  '-f',
  'lavfi',
  '-i',
  'anullsrc=channel_layout=mono:sample_rate=8000',
  '-t',
  '150',
  '-c:a',
  'aac',
  '-b:a',
  '8k',
];
ffmpeg('transcript-coverage/bad/media/long.m4a', ...long, '-movflags', '+faststart', ...tagged());
copyFileSync(place('transcript-coverage/bad/media/long.m4a'), place('transcript-coverage/good/media/long.m4a'));
