import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import { rebuildApart } from './pdf-apart.js';
import { rebuildPdf } from './pdf-rebuild.js';
import { ARMED_PAPERS, paperPdf, pdfOf, REFUSED_PAPERS, SMUGGLED, streamOf } from '../../../test/factories/papers.js';

async function rebuilt(
  paper: Uint8Array,
): Promise<{ readonly document: PDFDocument; readonly text: string; readonly bytes: Uint8Array }> {
  const made = await rebuildPdf(paper);
  if (!made.ok) throw new Error(made.fault);
  const document = await PDFDocument.load(made.bytes, { updateMetadata: false });
  const words = document.context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream
        ? `${object.dict.toString()} ${Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')}`
        : object.toString(),
    );
  return { document, text: words.join('\n'), bytes: made.bytes };
}

/** Names of what acts, asks, carries or hides. */
const ARMS =
  /\/(OpenAction|AA|A|JS|JavaScript|Launch|URI|SubmitForm|GoToR|GoToE|EmbeddedFiles?|EF|Filespec|AF|RichMedia|Rendition|XFA|AcroForm|Annots|Names|Metadata|PieceInfo|Ref|OPI|PS|Payload)\b/;

test.each(ARMED_PAPERS)('%s is not in what is made of it', async (_what, paper) => {
  const { document, text, bytes } = await rebuilt(paper);
  expect([
    text.includes(SMUGGLED),
    Buffer.from(bytes).includes(SMUGGLED),
    ARMS.exec(text)?.[0],
    document.getPageCount(),
  ]).toEqual([false, false, undefined, 1]);
  expect(text).toContain('(Charter) Tj');
  expect(document.getPage(0).getSize()).toEqual({ width: 300, height: 200 });
});

test.each(REFUSED_PAPERS)('%s is refused', async (_what, paper, fault) => {
  expect(await rebuildPdf(paper)).toEqual({ ok: false, fault });
});

test('what pages show is kept: fonts, pictures, colours, layers, turned pages, stamps and filled-in fields', async () => {
  const pixel = streamOf(
    'x',
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace [/ICCBased 11 0 R] /SMask 12 0 R',
  );
  const { document, text } = await rebuilt(
    paperPdf({
      page: '/Rotate 90 /CropBox [1 1 299 199] /Annots [13 0 R 14 0 R 16 0 R]',
      resources:
        '/XObject << /X 10 0 R >> /ExtGState << /G << /ca 0.5 /SMask /None >> >> /Properties << /P << /Type /OCG /Name (layer) >> >>',
      more: [
        pixel,
        streamOf('profile', '/N 1 /Alternate /DeviceGray'),
        streamOf('y', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray'),
        '<< /Type /Annot /Subtype /Stamp /Rect [100 100 200 150] /AP << /N 15 0 R >> >>',
        '<< /Type /Annot /Subtype /Widget /FT /Btn /Rect [0 0 10 10] /AS /Yes /AP << /N << /Yes 17 0 R /Off 18 0 R >> >> >>',
        streamOf(
          '(stamped) Tj',
          '/Type /XObject /Subtype /Form /BBox [0 0 50 25] /Resources << /Font << /F1 5 0 R >> >>',
        ),
        '<< /Type /Annot /Subtype /Square /F 2 /Rect [0 0 9 9] /AP << /N 18 0 R >> >>',
        streamOf('(ticked) Tj', '/BBox [0 0 10 10]'),
        streamOf('(unticked) Tj', '/BBox [0 0 10 10]'),
      ],
    }),
  );
  expect([
    text.includes('(stamped)'),
    text.includes('(ticked)'),
    text.includes('(unticked)'),
    text.includes('profile'),
    text.includes('/BaseFont /Helvetica'),
  ]).toEqual([true, true, false, true, true]);
  expect(text).toContain('q 2.000000 0.000000 0.000000 2.000000 100.000000 100.000000 cm');
  const page = document.getPage(0);
  expect([page.getRotation().angle, page.node.lookup(PDFName.of('CropBox'), PDFArray).toString()]).toEqual([
    90,
    '[ 1 1 299 199 ]',
  ]);
  expect(page.node.Resources()?.toString()).toMatch(/\/ca 0\.5/);
});

test('the same paper gives the same bytes, here and in a process of its own', async () => {
  const [here, apart] = [await rebuildPdf(paperPdf()), await rebuildApart(paperPdf())];
  expect(here.ok && apart.ok && Buffer.compare(here.bytes, apart.bytes)).toBe(0);
});

test('what unpacks to gigabytes, or takes too long, ends with its process, while this one goes on', async () => {
  const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 });
  const paper = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    Buffer.concat([
      Buffer.from(`<< /Type /ObjStm /N 1 /First 1 /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n`),
      bomb,
      Buffer.from('\nendstream'),
    ]),
  ]);
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 10);
  expect(await rebuildApart(paper, { timeMs: 90_000, growthBytes: 64 * 1024 * 1024 })).toEqual({
    ok: false,
    fault: 'too-much',
  });
  expect(await rebuildApart(paperPdf(), { timeMs: 1, growthBytes: 1e12 })).toEqual({ ok: false, fault: 'too-much' });
  clearInterval(turning);
  expect(turns).toBeGreaterThan(2);
});
