const HEAD = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1');

/** A PDF of these objects, the first of which is its catalog, with its table of contents. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [HEAD];
  const offsets: number[] = [];
  let length = HEAD.length;
  const add = (part: string | Buffer): void => {
    const bytes = Buffer.from(part as string);
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [at, object] of objects.entries()) {
    offsets.push(length);
    add(`${at + 1} 0 obj\n`);
    add(object);
    add('\nendobj\n');
  }
  const start = length;
  add(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`,
  );
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

export const streamOf = (text: string, dict = ''): string =>
  `<< /Length ${Buffer.byteLength(text)} ${dict} >>\nstream\n${text}\nendstream`;

export interface PaperParts {
  /** What the catalog has beside its pages. */
  readonly catalog?: string;
  /** What the page has beside what it shows. */
  readonly page?: string;
  readonly resources?: string;
  /** Objects from the number 10 on; those before are nothing. */
  readonly more?: readonly (string | Buffer)[];
  readonly trailer?: string;
  readonly text?: string;
}

/** A paper of one page with a line of text. */
export function paperPdf({
  catalog = '',
  page = '',
  resources = '',
  more = [],
  trailer = '',
  text = 'Charter',
}: PaperParts = {}): Buffer {
  return pdfOf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 200] >>',
      `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
      streamOf(`BT /F1 24 Tf 20 100 Td (${text}) Tj ET`),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...Array.from({ length: 4 }, () => 'null'),
      ...more,
    ],
    trailer,
  );
}

/** Stands in whatever shall not be in a paper that was made anew. */
export const SMUGGLED = 'SMUGGLED';
const js = `<< /S /JavaScript /JS (app.alert\\('${SMUGGLED}'\\)) >>`;
const file = streamOf(`${SMUGGLED} MZ`, '/Type /EmbeddedFile');
const spec = `<< /Type /Filespec /F (${SMUGGLED}.exe) /UF (${SMUGGLED}.exe) /EF << /F 10 0 R >> >>`;
const seen = streamOf('0 0 50 20 re f', '/Type /XObject /Subtype /Form /BBox [0 0 50 20]');

/** Papers that would do something when they are opened, or carry what nobody sees. Each is made anew without it. */
export const ARMED_PAPERS: readonly (readonly [what: string, paper: Buffer])[] = [
  ['a script at the opening', paperPdf({ catalog: `/OpenAction ${js}` })],
  ['a script by its name', paperPdf({ catalog: `/Names << /JavaScript << /Names [(a) ${js}] >> >>` })],
  ['a script at the closing', paperPdf({ catalog: `/AA << /WC ${js} >>` })],
  ['a script of a page', paperPdf({ page: `/AA << /O ${js} >>` })],
  [
    'a program that is started',
    paperPdf({ catalog: `/OpenAction << /S /Launch /F (${SMUGGLED}.exe) /Win << /F (${SMUGGLED}.exe) >> >>` }),
  ],
  [
    'an address that is asked',
    paperPdf({ catalog: `/OpenAction << /S /URI /URI (https://example.org/${SMUGGLED}) >>` }),
  ],
  [
    'a form that is sent',
    paperPdf({ catalog: `/OpenAction << /S /SubmitForm /F << /FS /URL /F (https://example.org/${SMUGGLED}) >> >>` }),
  ],
  [
    'another file that is opened',
    paperPdf({ catalog: `/OpenAction << /S /GoToR /F (//example.org/${SMUGGLED}) /D [0 /Fit] >>` }),
  ],
  [
    'a link',
    paperPdf({
      page: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 300 200] /A << /S /URI /URI (https://example.org/${SMUGGLED}) >> >>]`,
    }),
  ],
  ['a file within', paperPdf({ catalog: `/Names << /EmbeddedFiles << /Names [(a) 11 0 R] >> >>`, more: [file, spec] })],
  ['a file that belongs to it', paperPdf({ catalog: '/AF [11 0 R]', page: '/AF [11 0 R]', more: [file, spec] })],
  [
    'a file behind a pin',
    paperPdf({
      page: '/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 11 0 R >>]',
      more: [file, spec],
    }),
  ],
  [
    'a film',
    paperPdf({
      page: `/Annots [<< /Type /Annot /Subtype /Screen /Rect [0 0 9 9] /A << /S /Rendition /JS (${SMUGGLED}) >> >>]`,
    }),
  ],
  [
    'a form with scripts',
    paperPdf({
      catalog: `/AcroForm << /Fields [10 0 R] /CO [10 0 R] /DR << /X (${SMUGGLED}) >> >>`,
      page: '/Annots [10 0 R]',
      more: [
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (${SMUGGLED}) /Rect [0 0 50 20] /AA << /K ${js} >> /AP << /N 11 0 R >> >>`,
        seen,
      ],
    }),
  ],
  [
    'a form of XFA',
    paperPdf({
      catalog: '/AcroForm << /XFA 10 0 R /Fields [] >>',
      more: [streamOf(`<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><script>${SMUGGLED}</script></xdp:xdp>`)],
    }),
  ],
  [
    'a picture that lies elsewhere',
    paperPdf({
      resources: '/XObject << /X 10 0 R >>',
      more: [
        streamOf(
          '',
          `/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /F << /FS /URL /F (https://example.org/${SMUGGLED}) >>`,
        ),
      ],
    }),
  ],
  [
    'a page of another file',
    paperPdf({
      resources: '/XObject << /X 10 0 R >>',
      more: [
        streamOf(
          '',
          `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (${SMUGGLED}.pdf) /Page 0 >> /OPI << /2.0 << /F (${SMUGGLED}) >> >>`,
        ),
      ],
    }),
  ],
  [
    'a program for printers',
    paperPdf({
      resources: '/XObject << /X 10 0 R >>',
      more: [streamOf(`(${SMUGGLED}) run`, '/Type /XObject /Subtype /PS')],
    }),
  ],
  [
    'words about it',
    paperPdf({
      catalog: '/Metadata 10 0 R',
      page: `/PieceInfo << /X << /Private (${SMUGGLED}) >> >>`,
      more: [streamOf(`<x:xmpmeta>${SMUGGLED}</x:xmpmeta>`, '/Type /Metadata /Subtype /XML')],
      trailer: `/Info << /Author (${SMUGGLED}) >>`,
    }),
  ],
  [
    'something behind a font',
    paperPdf({
      resources: '/ColorSpace << /C [/ICCBased 10 0 R] >>',
      more: [streamOf('x', `/N 3 /Payload 11 0 R /Alternate /DeviceRGB`), streamOf(`${SMUGGLED} PK`)],
    }),
  ],
  ['what nothing leads to', paperPdf({ more: [streamOf(`<script>${SMUGGLED}</script>`)] })],
  [
    'a web page in its first lines',
    Buffer.concat([
      paperPdf().subarray(0, HEAD.length),
      Buffer.from(`%<script>${SMUGGLED}</script>\n`),
      paperPdf().subarray(HEAD.length),
    ]),
  ],
  ['a web page behind it', Buffer.concat([paperPdf(), Buffer.from(`<script>${SMUGGLED}</script>`)])],
];

/** Papers that are not taken, and why. */
export const REFUSED_PAPERS: readonly (readonly [
  what: string,
  paper: Buffer,
  reason: 'broken' | 'locked' | 'too-much',
])[] = [
  [
    'one that wants a password',
    paperPdf({
      trailer: `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >> /ID [<00> <00>]`,
    }),
    'locked',
  ],
  ['one without pages', pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']), 'broken'],
  [
    'one whose pages are pages of themselves',
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
    'broken',
  ],
  [
    'one of 301 pages',
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${'3 0 R '.repeat(301)}] /Count 301 >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
    ]),
    'too-much',
  ],
  [
    'one of lists in lists',
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox ${'['.repeat(40)}${']'.repeat(40)} >>`,
    ]),
    'too-much',
  ],
  [
    'one of lists in lists without an end',
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', `[${'['.repeat(200_000)}`]),
    'broken',
  ],
  [
    'one with a filled-in field that is nowhere to be seen',
    paperPdf({
      catalog: '/AcroForm << /Fields [10 0 R] >>',
      page: '/Annots [10 0 R]',
      more: ['<< /Type /Annot /Subtype /Widget /FT /Tx /T (sum) /V (100 000) /Rect [0 0 50 20] >>'],
    }),
    'broken',
  ],
];
