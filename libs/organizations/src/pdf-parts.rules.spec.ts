import { PAINTED, PDF_LIMITS } from './pdf-parts.rules.js';

const ENDS = new Set(['plain']);
const kinds = Object.values(PAINTED).flatMap((keys) => Object.values(keys));

test('every kind of part that a key leads to is described, so that nothing behind it is taken along as it comes', () => {
  for (const kind of kinds) {
    const name = kind.replace(/^each /, '');
    expect([name, ENDS.has(name) || name in PAINTED]).toEqual([name, true]);
  }
});

test('no key of what acts, carries files or tells of people is taken along', () => {
  const keys = new Set(Object.values(PAINTED).flatMap((part) => Object.keys(part)));
  for (const key of [
    'A',
    'AA',
    'OpenAction',
    'JS',
    'JavaScript',
    'URI',
    'Launch',
    'EmbeddedFiles',
    'EF',
    'Names',
    'AF',
    'RichMediaContent',
    'Metadata',
    'PieceInfo',
    'Annots',
    'AcroForm',
    'XFA',
    'StructParents',
    'OPI',
    'Alternates',
    'F',
    'FFilter',
    'FDecodeParms',
    'Ref',
    'PS',
    'Measure',
    'PtData',
    'LastModified',
  ])
    expect([key, keys.has(key)]).toEqual([key, false]);
});

test('pages have a limit, and so has what hangs on them', () => {
  for (const limit of Object.values(PDF_LIMITS)) expect(limit).toBeGreaterThan(0);
  expect(PDF_LIMITS.parts).toBeGreaterThan(PDF_LIMITS.annotations);
});
