import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { PAINTED, PDF_LIMITS } from './pdf-parts.rules.js';

/** Said of a document that holds more than is taken. */
export class TooMuch extends Error {}

/** Takes what is painted from one document into another, part by part as the table says. A part that is used twice is taken once. */
export class PdfCopier {
  private readonly taken = new Map<string, PDFRef>();
  private parts = 0;

  constructor(
    private readonly from: PDFContext,
    private readonly to: PDFContext,
  ) {}

  /** undefined: there is nothing, or nothing that is painted. */
  copy(object: PDFObject | undefined, kind: string): PDFObject | undefined {
    this.parts += 1;
    if (this.parts > PDF_LIMITS.parts) throw new TooMuch('parts');
    if (kind === 'plain') return this.plain(object, 0);
    if (object instanceof PDFRef) return this.behind(object, kind);
    if (object instanceof PDFStream) return this.stream(object, kind);
    if (object instanceof PDFDict)
      return kind.startsWith('each ') ? this.each(object, kind.slice('each '.length)) : this.dictionary(object, kind);
    if (object instanceof PDFArray) return this.list(object.asArray().map((item) => this.copy(item, kind) ?? PDFNull));
    return object && this.plain(object, 0);
  }

  /** Streams are always behind a reference; what is used in many places is one part of the new document too. */
  private behind(ref: PDFRef, kind: string): PDFObject | undefined {
    const key = `${ref.tag} ${kind}`;
    const before = this.taken.get(key);
    if (before) return before;
    const object = this.from.lookup(ref);
    if (object === undefined || object === PDFNull) return undefined;
    const now = this.to.nextRef();
    this.taken.set(key, now); // first: a part may be behind itself
    this.to.assign(now, this.copy(object, kind) ?? PDFNull);
    return now;
  }

  private stream(stream: PDFStream, kind: string): PDFObject | undefined {
    if (stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('PS')) return undefined; // a program for printers
    const head = this.dictionary(stream.dict, 'stream');
    for (const [key, value] of this.dictionary(stream.dict, kind).entries()) head.set(key, value);
    return PDFRawStream.of(head, stream.getContents());
  }

  private dictionary(from: PDFDict, kind: string): PDFDict {
    const to = this.to.obj({});
    for (const [name, inside] of Object.entries(PAINTED[kind] ?? {})) {
      const key = PDFName.of(name);
      const value = this.copy(from.get(key), inside);
      if (value !== undefined) to.set(key, value);
    }
    return to;
  }

  private each(from: PDFDict, kind: string): PDFDict {
    const to = this.to.obj({});
    for (const [name, inside] of from.entries()) {
      const value = this.copy(inside, kind);
      if (value !== undefined) to.set(name, value);
    }
    return to;
  }

  private list(items: readonly PDFObject[]): PDFArray {
    const to = this.to.obj([]);
    for (const item of items) to.push(item);
    return to;
  }

  /** Numbers, names and words; what is none of them is not taken. */
  private plain(given: PDFObject | undefined, depth: number): PDFObject | undefined {
    const object = given instanceof PDFRef ? this.from.lookup(given) : given;
    if (depth > PDF_LIMITS.depth) throw new TooMuch('depth');
    if (object === undefined || object instanceof PDFStream) return undefined;
    if (object instanceof PDFArray) {
      this.parts += object.size();
      if (this.parts > PDF_LIMITS.parts * 10) throw new TooMuch('parts');
      return this.list(object.asArray().map((item) => this.plain(item, depth + 1) ?? PDFNull));
    }
    if (!(object instanceof PDFDict)) return object.clone(this.to);
    const to = this.to.obj({});
    for (const [name, inside] of object.entries()) {
      const value = this.plain(inside, depth + 1);
      if (value !== undefined) to.set(name, value);
    }
    return to;
  }
}
