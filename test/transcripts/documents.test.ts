import { describe, expect, test, vi } from 'vitest';
import { load } from '../../src/pipeline/load.ts';
import { parseTranscript, parseTranscriptFile } from '../../src/transcripts/read.ts';
import { readDocx } from '../../src/transcripts/readers/docx.ts';
import { episodeText, memoryPorts } from '../reading/memory-project.ts';
import { segmentsOf } from './sample-files.ts';
import { zip } from './zip.ts';

/** A Word document of paragraphs; `**bold**`, and `\n` for a line break inside one. */
function docx(...paragraphs: string[]): Uint8Array {
  const run = (text: string, bold: boolean) =>
    `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${text
      .split('\n')
      .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
      .join('<w:br/>')}</w:r>`;
  const body = paragraphs.map(
    (text) =>
      `<w:p>${text
        .split('**')
        .map((part, i) => run(part, i % 2 === 1))
        .join('')}</w:p>`,
  );
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  });
}

const spoken = async (bytes: Uint8Array) => {
  const parsed = await parseTranscriptFile(bytes, 'a.docx');
  expect(parsed.format).toBe('docx');
  return segmentsOf(parsed).map(({ speaker, text, startSeconds, line }) => [line, speaker, text, startSeconds]);
};

describe('Word documents', () => {
  test('speakers on lines of their own, in bold', async () => {
    expect(
      await spoken(
        docx('About early help', '--', '**Anna**', 'Hello &amp; welcome.', '**Ben**', 'Hi.', '--', 'Goodbye.'),
      ),
    ).toEqual([
      [1, undefined, 'About early help', undefined],
      [4, 'Anna', 'Hello & welcome.', undefined],
      [6, 'Ben', 'Hi.', undefined],
      [8, undefined, 'Goodbye.', undefined],
    ]);
  });

  test('bold names in front of the words', async () => {
    expect(await spoken(docx('**Anna:** Hello. This is **bold** too.', '**Ben**: Hi.'))).toEqual([
      [1, 'Anna', 'Hello.', undefined],
      [1, 'Anna', 'This is bold too.', undefined],
      [2, 'Ben', 'Hi.', undefined],
    ]);
  });

  test('Teams, with line breaks inside paragraphs', async () => {
    expect(
      await spoken(docx('0:0:0.0 --&gt; 0:0:1.510\nAnna Smith\nOK. Yeah.', '0:0:2.90 --&gt; 0:0:3.0\nBen Lee\nUmm.')),
    ).toEqual([
      [3, 'Anna Smith', 'OK. Yeah.', 0],
      [6, 'Ben Lee', 'Umm.', 2.09],
    ]);
  });

  test('Word’s own transcripts', async () => {
    const pages = docx(
      'Audio file',
      'recording.wav',
      'Transcript',
      '00:00:01 Speaker 1\nHello.',
      '00:00:04 Speaker 2\nHi.',
    );
    expect(await spoken(pages)).toEqual([
      [5, 'Speaker 1', 'Hello.', 1],
      [7, 'Speaker 2', 'Hi.', 4],
    ]);
  });

  test('say what to install when the package for them is missing', async () => {
    const error = Object.assign(new Error('no mammoth'), { code: 'ERR_MODULE_NOT_FOUND' });
    expect(await readDocx(docx('Hello.'), () => Promise.reject(error))).toMatchObject({
      rule: 'transcript-unreadable',
      remedy: expect.stringContaining('npm install mammoth'),
    });
  });

  test('are opened as soon as the package for them is there, though nothing else has changed', async () => {
    const known = new Map<string, unknown>();
    const ports = {
      ...memoryPorts({
        'episodes/tides.md': episodeText,
        'episodes/tides.transcript.docx': docx('**Anna:** Good morning.', '**Ben:** Hello.'),
      }),
      memory: {
        get: (what: string, digest: string) => known.get(`${what} ${digest}`),
        set: (what: string, digest: string, value: unknown) => known.set(`${what} ${digest}`, value),
      },
    };
    const transcript = async () => (await load(ports)).episodes[0]?.transcripts[0];
    const missing = Object.assign(new Error('no mammoth'), { code: 'ERR_MODULE_NOT_FOUND' });
    vi.doMock('mammoth', () => ({ default: { convertToHtml: () => Promise.reject(missing) } }));
    expect(await transcript()).toMatchObject({ problems: [{ rule: 'transcript-unreadable' }] });
    vi.doUnmock('mammoth');
    expect(await transcript()).toMatchObject({ problems: [], transcript: { format: 'docx' } });
    expect((await transcript())?.transcript?.turns).toHaveLength(2);
  });

  test('that are damaged are a finding', async () => {
    expect(await parseTranscriptFile(docx('Hello.').subarray(0, 200), 'a.docx')).toMatchObject({
      turns: [],
      problems: [{ rule: 'transcript-unreadable', severity: 'error' }],
    });
  });
});

test.each([
  ['%PDF-1.7', 'a PDF document'],
  ['{\\rtf1\\ansi Hello', 'a rich text document (.rtf)'],
  ['\u00d0\u00cf\u0011\u00e0 Hello', 'an old Word document (.doc)'],
  ['ID3\u0003', 'an audio file'],
  ['\u0000\u0001', 'a file that is no text'],
])('%j is refused by its kind', async (text, kind) => {
  const { problems } = await parseTranscriptFile(Buffer.from(text, 'latin1'), 'a.txt');
  expect(problems).toMatchObject([{ rule: 'transcript-unreadable', message: expect.stringContaining(kind) }]);
});

test('UTF-16 is read right, Windows-1252 with a warning', async () => {
  const utf16 = await parseTranscriptFile(Buffer.from('\ufeffAnna: Élan.\nBen: Hi.', 'utf16le'), 'a.txt');
  expect([segmentsOf(utf16)[0]?.text, utf16.problems]).toEqual(['Élan.', []]);
  const windows = await parseTranscriptFile(Buffer.from('Anna: \u0093Élan\u0094.\nBen: Hi.', 'latin1'), 'a.txt');
  expect(segmentsOf(windows)[0]?.text).toBe('“Élan”.');
  expect(windows.problems).toMatchObject([{ rule: 'transcript-damaged', severity: 'warning' }]);
});

describe('HTML', () => {
  const read = (html: string) =>
    segmentsOf(parseTranscript(html, 'a.html')).map(({ speaker, text, startSeconds, line }) => [
      line,
      speaker,
      text,
      startSeconds,
    ]);

  test('of the podcast namespace', () => {
    expect(
      read(
        '<cite>Anna:</cite>\n<time>1:02</time>\n<p>Hello &amp; <em>welcome</em>.<br>Well?</p>\n<p>More.</p>\n<cite>Ben</cite><p>Hi.</p>',
      ),
    ).toEqual([
      [3, 'Anna', 'Hello & welcome.', 62],
      [3, 'Anna', 'Well?', undefined],
      [4, 'Anna', 'More.', undefined],
      [5, 'Ben', 'Hi.', undefined],
    ]);
  });

  test('of a content system: names in bold, a frame around it, scripts', () => {
    const page = `<!DOCTYPE html><html><head><title>Early help</title><script>var a = "Anna: no"</script></head>
<body><nav><p>Home</p></nav><h1>Early help</h1>
<p><strong>Anna:</strong> Hello.</p>
<p>And welcome.</p>
<p><b>Ben:</b> Hi.</p>
<footer><p>Contact us</p></footer></body></html>`;
    expect(read(page)).toEqual([
      [2, undefined, 'Early help', undefined],
      [3, 'Anna', 'Hello.', undefined],
      [4, 'Anna', 'And welcome.', undefined],
      [5, 'Ben', 'Hi.', undefined],
    ]);
  });
});

describe('Markdown', () => {
  const read = (markdown: string) =>
    segmentsOf(parseTranscript(markdown, 'a.md')).map(({ speaker, text, line }) => [line, speaker, text]);

  test('loses its mark-up and no word', () => {
    expect(
      read(
        '---\ntitle: Early help\n---\n\n**Anna:** Hello to [our show](https://example.org), *all* of you.\n\n330. And so on <laughs>.\n\n**Ben:** Fine &amp; good.\n--\nGoodbye.\n',
      ),
    ).toEqual([
      [5, 'Anna', 'Hello to our show, all of you.'],
      [7, 'Anna', '330.'],
      [7, 'Anna', 'And so on <laughs>.'],
      [9, 'Ben', 'Fine & good.'],
      [11, undefined, 'Goodbye.'],
    ]);
  });

  test('two rules around talk are no frontmatter', () => {
    expect(read('---\nWelcome to the show.\n---\n\n**Anna:** Hello.\n')).toEqual([
      [2, undefined, 'Welcome to the show.'],
      [5, 'Anna', 'Hello.'],
    ]);
  });

  test('headings between turns are nobody’s words', () => {
    expect(
      read('## Welcome\n\n**Anna:** Hello.\n\n## [00:01:09] Early help\n\n**Anna:** So.\n\n**Ben:** Yes.\n'),
    ).toEqual([
      [1, undefined, 'Welcome'],
      [3, 'Anna', 'Hello.'],
      [5, undefined, 'Early help'],
      [7, 'Anna', 'So.'],
      [9, 'Ben', 'Yes.'],
    ]);
  });
});

describe('TTML', () => {
  const tt = (body: string, head = '') =>
    segmentsOf(
      parseTranscript(
        `<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" ttp:frameRate="25"><head>${head}</head><body>${body}</body></tt>`,
        'a.ttml',
      ),
    ).map(({ speaker, text, startSeconds, endSeconds }) => [speaker, text, startSeconds, endSeconds]);

  test('clock times, offsets, frames, durations and times inside others', () => {
    expect(
      tt(
        '<div begin="10s"><p begin="00:00:01.5" end="00:00:02:05">One<br/>two &amp; three.</p><p begin="3s" dur="500ms">Four.</p></div>',
      ),
    ).toEqual([
      [undefined, 'One two & three.', 11.5, 12.2],
      [undefined, 'Four.', 13, 13.5],
    ]);
  });

  test('agents have names', () => {
    const agent =
      '<metadata><ttm:agent xml:id="a1" type="person"><ttm:name type="full">Anna Smith</ttm:name></ttm:agent></metadata>';
    expect(tt('<div><p begin="1s" end="2s" ttm:agent="a1">Hello.</p></div>', agent)).toEqual([
      ['Anna Smith', 'Hello.', 1, 2],
    ]);
  });
});

test('a zip that is no Word document is a finding', async () => {
  const { problems } = await parseTranscriptFile(zip({ 'content.xml': '<a/>' }), 'a.odt');
  expect(problems).toMatchObject([{ rule: 'transcript-unreadable' }]);
});
