import {
  EncryptedPDFError,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  PDFHexString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { DocumentFault } from './document.rules.js';
import { PdfCopier, TooMuch } from './pdf-copier.js';
import { PDF_LIMITS } from './pdf-parts.rules.js';

export type Rebuilt =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly fault: DocumentFault };

const name = (text: string): PDFName => PDFName.of(text);

/**
 * Makes a new PDF of what the pages of this one show, and of nothing else. Stamps, signatures and filled-in fields are painted onto their page.
 * The same file gives the same bytes. Not for a thread that has other work: see pdf-thread.ts.
 */
export async function rebuildPdf(bytes: Uint8Array): Promise<Rebuilt> {
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
    const rebuilt = await PDFDocument.create({ updateMetadata: false });
    const copier = new PdfCopier(source.context, rebuilt.context);
    const pages = pagesOf(source);
    if (pages.length === 0) return { ok: false, fault: 'broken' };
    for (const page of pages) addPage(rebuilt, copier, source.context, page);
    return { ok: true, bytes: await rebuilt.save({ addDefaultPage: false, updateFieldAppearances: false }) };
  } catch (err) {
    return {
      ok: false,
      fault: err instanceof TooMuch ? 'too-much' : err instanceof EncryptedPDFError ? 'locked' : 'broken',
    };
  }
}

/** A page, with what it has from the branches above it. */
interface FoundPage {
  readonly dict: PDFDict;
  readonly inherited: ReadonlyMap<string, PDFObject>;
}
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** In their order, whatever the branches say of their number; a branch that comes back to itself ends. */
function pagesOf(source: PDFDocument): FoundPage[] {
  const found: FoundPage[] = [];
  const above = new Set<PDFDict>();
  const walk = (dict: PDFDict, from: ReadonlyMap<string, PDFObject>): void => {
    if (above.has(dict)) return;
    const inherited = new Map(from);
    for (const key of INHERITED) {
      const own = dict.get(name(key));
      if (own !== undefined) inherited.set(key, own);
    }
    const kids = dict.lookup(name('Kids'));
    if (!(kids instanceof PDFArray)) {
      found.push({ dict, inherited });
      if (found.length > PDF_LIMITS.pages) throw new TooMuch('pages');
      return;
    }
    above.add(dict);
    for (let at = 0; at < kids.size(); at += 1) {
      const kid = kids.lookup(at);
      if (kid instanceof PDFDict) walk(kid, inherited);
    }
    above.delete(dict);
  };
  const root = source.catalog.lookup(name('Pages'));
  if (root instanceof PDFDict) walk(root, new Map());
  return found;
}

function addPage(rebuilt: PDFDocument, copier: PdfCopier, source: PDFContext, { dict, inherited }: FoundPage): void {
  const { context } = rebuilt;
  const page = PDFPageLeaf.withContextAndParent(context, rebuilt.catalog.get(name('Pages')) as PDFRef);
  const take = (key: string, value: PDFObject | undefined, kind: string): void => {
    const copied = copier.copy(value, kind);
    if (copied !== undefined) page.set(name(key), copied);
  };
  for (const key of ['MediaBox', 'CropBox', 'Rotate'] as const) take(key, inherited.get(key), 'plain');
  take('UserUnit', dict.get(name('UserUnit')), 'plain');
  take('Group', dict.get(name('Group')), 'group');
  const resources = copier.copy(source.lookup(inherited.get('Resources')), 'resources');
  page.set(name('Resources'), resources instanceof PDFDict ? resources : context.obj({}));
  const [open, close] = [context.register(context.stream('q\n')), context.register(context.stream('\nQ\n'))];
  const contents = context.obj([
    open,
    ...streamsOf(dict.get(name('Contents')), source).map((ref) => copier.copy(ref, 'data') as PDFObject),
    close,
  ]);
  paintAnnotations(page, contents, copier, source, dict.lookup(name('Annots')));
  page.set(name('Contents'), contents);
  rebuilt.catalog.Pages().pushLeafNode(context.register(page));
}

/** References of streams; whatever else stands among the contents is not painted. */
function streamsOf(contents: PDFObject | undefined, source: PDFContext): PDFRef[] {
  const there = source.lookup(contents);
  const all = there instanceof PDFArray ? there.asArray() : [contents];
  return all.filter((one): one is PDFRef => one instanceof PDFRef && source.lookup(one) instanceof PDFStream);
}

/** Bits of an annotation that is not shown on a page: hidden, or not to be seen. */
const NOT_SHOWN = 2 | 32;

/** What annotations show is painted onto the page; what they do stays behind (ISO 32000-1, 12.5.5). */
function paintAnnotations(
  page: PDFPageLeaf,
  contents: PDFArray,
  copier: PdfCopier,
  source: PDFContext,
  annotations: PDFObject | undefined,
): void {
  if (!(annotations instanceof PDFArray)) return;
  if (annotations.size() > PDF_LIMITS.annotations) throw new TooMuch('annotations');
  const drawings = drawingsOf(page);
  for (let at = 0; at < annotations.size(); at += 1) {
    const annotation = annotations.lookup(at);
    if (!(annotation instanceof PDFDict)) continue;
    const flags = annotation.lookup(name('F'));
    if (flags instanceof PDFNumber && (flags.asNumber() & NOT_SHOWN) !== 0) continue;
    const ref = appearanceOf(annotation, source);
    if (ref === null) {
      if (isFilledIn(annotation)) throw new Error('a field has a value that nobody sees'); // it would be lost without a word
      continue;
    }
    const matrix = placeOf(source.lookup(ref) as PDFStream, annotation);
    const copied = matrix && copier.copy(ref, 'drawing');
    const drawing = copied instanceof PDFRef ? page.context.lookup(copied) : undefined;
    if (!(drawing instanceof PDFRawStream)) continue;
    drawing.dict.set(name('Type'), name('XObject'));
    drawing.dict.set(name('Subtype'), name('Form'));
    drawings.set(name(`Painted${at}`), copied as PDFRef);
    contents.push(
      page.context.register(
        page.context.stream(
          `q ${(matrix as number[]).map((part) => part.toFixed(6)).join(' ')} cm /Painted${at} Do Q\n`,
        ),
      ),
    );
  }
}

/** The page's own names for what is drawn on it. */
function drawingsOf(page: PDFPageLeaf): PDFDict {
  const resources = page.lookup(name('Resources'), PDFDict);
  const there = resources.lookup(name('XObject'));
  const drawings = there instanceof PDFDict ? there : page.context.obj({});
  resources.set(name('XObject'), drawings);
  return drawings;
}

function appearanceOf(annotation: PDFDict, source: PDFContext): PDFRef | null {
  const appearances = annotation.lookup(name('AP'));
  let normal = appearances instanceof PDFDict ? appearances.get(name('N')) : undefined;
  const states = source.lookup(normal);
  const state = annotation.lookup(name('AS'));
  if (states instanceof PDFDict && !(states instanceof PDFStream))
    normal = state instanceof PDFName ? states.get(state) : undefined;
  return normal instanceof PDFRef && source.lookup(normal) instanceof PDFStream ? normal : null;
}

function isFilledIn(annotation: PDFDict): boolean {
  const parent = annotation.lookup(name('Parent'));
  const value = annotation.lookup(name('V')) ?? (parent instanceof PDFDict ? parent.lookup(name('V')) : undefined);
  return (
    annotation.lookup(name('Subtype')) === name('Widget') &&
    (value instanceof PDFString || value instanceof PDFHexString) &&
    value.decodeText().trim() !== ''
  );
}

/** Brings the box of an appearance, turned by its own matrix, into the rectangle of its annotation. null: it has no size. */
function placeOf(appearance: PDFStream, annotation: PDFDict): number[] | null {
  const [rect, box] = [
    numbersOf(annotation.lookup(name('Rect')), 4),
    numbersOf(appearance.dict.lookup(name('BBox')), 4),
  ];
  if (!rect || !box) return null;
  const [a, b, c, d, e, f] = (numbersOf(appearance.dict.lookup(name('Matrix')), 6) ?? [1, 0, 0, 1, 0, 0]) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [left, bottom, right, top] = box as [number, number, number, number];
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ] as [number, number][];
  const [xs, ys] = [corners.map(([x, y]) => a * x + c * y + e), corners.map(([x, y]) => b * x + d * y + f)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [r0, s0, r1, s1] = rect as [number, number, number, number];
  if (x1 - x0 === 0 || y1 - y0 === 0) return null;
  const [across, up] = [Math.abs(r1 - r0) / (x1 - x0), Math.abs(s1 - s0) / (y1 - y0)];
  return [across, 0, 0, up, Math.min(r0, r1) - x0 * across, Math.min(s0, s1) - y0 * up];
}

function numbersOf(list: PDFObject | undefined, count: number): number[] | null {
  if (!(list instanceof PDFArray) || list.size() !== count) return null;
  const numbers = Array.from({ length: count }, (_, at) => list.lookup(at)).map((one) =>
    one instanceof PDFNumber ? one.asNumber() : NaN,
  );
  return numbers.every(Number.isFinite) ? numbers : null;
}
