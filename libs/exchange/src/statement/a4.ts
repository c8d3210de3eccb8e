import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';

type Weight = '400Regular' | '600SemiBold';
const fonts = new Map<Weight, Font>();

/**
 * Read once for all papers of the process: taking a font apart costs several times what drawing a paper does. A glyph keeps the character for which it was made first, and pdfkit writes that one
 * into the text layer. The Latin T is also a part of the Cyrillic Т, and a part is made for no character: so each glyph is made for its character before a paper asks for it as a part.
 */
function font(weight: Weight): Font {
  const known = fonts.get(weight);
  if (known) return known;
  const file = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`);
  const read = create(readFileSync(file));
  for (const code of read.characterSet) read.glyphForCodePoint(code);
  fonts.set(weight, read);
  return read;
}
export const [INK, SOFT, LINE] = ['#201a12', '#5d564a', '#c9c3b8'] as const;
export const [LEFT, RIGHT, TOP, BOTTOM] = [42, 553, 44, 770] as const;

const WORDS = {
  ru: { bank: 'Лепта, социальный банк', page: (at: number, of: number) => `${at} из ${of}` },
  en: { bank: 'Lepta, a social bank', page: (at: number, of: number) => `${at} of ${of}` },
} as const;

/** A date that ends with «г.» ends its sentence too: one full stop, not two. */
const oneStop = (text: string): string => text.replace(/(\sг)\.\.(?!\.)/g, '$1.');

type Doc = InstanceType<typeof PDFDocument>;
export type Draw = () => void;

/** What every paper with a verification code says of itself. */
export interface Verified {
  readonly locale: 'ru' | 'en';
  readonly title: string;
  readonly lead: string;
  readonly code: string;
  readonly address: string;
}

/** Sheets of A4 with head, tables and, at the end, the code as words and as a picture: tagged and with their text, so that they can be read aloud, searched and copied. */
export abstract class A4<T extends Verified> {
  protected y: number = TOP;
  protected readonly doc: Doc;
  private readonly root: PDFKit.PDFStructureElement;

  constructor(protected readonly sheet: T) {
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      tagged: true,
      lang: sheet.locale === 'ru' ? 'ru-RU' : 'en-GB',
      displayTitle: true,
      pdfVersion: '1.7',
      info: { Title: sheet.title, Creator: 'Lepta' },
    });
    this.doc.registerFont('regular', font('400Regular')).registerFont('bold', font('600SemiBold'));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  /** What stands between head and code. */
  protected abstract body(): void;
  /** The sentences beside the picture of the code. */
  protected abstract notes(): readonly string[];

  draw(): Promise<Buffer> {
    const parts: Buffer[] = [];
    const done = new Promise<Buffer>((resolve, reject) =>
      this.doc
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => resolve(Buffer.concat(parts)))
        .on('error', reject),
    );
    this.head();
    this.body();
    this.foot();
    this.root.end();
    this.doc.end();
    return done;
  }

  private head(): void {
    this.block('P', () => this.text(WORDS[this.sheet.locale].bank, LEFT, this.y, { bold: true, size: 13 }));
    this.y += 26;
    this.rule(INK);
    this.y += 22;
    this.block('H1', () => this.text(this.sheet.title, LEFT, this.y, { bold: true, size: 20, width: RIGHT - LEFT }));
    this.y = this.doc.y + 4;
    this.block('P', () => this.text(this.sheet.lead, LEFT, this.y, { size: 10.5, width: RIGHT - LEFT }));
    this.y = this.doc.y + 14;
  }

  /** Code, address and QR picture at the end of the last page; the number of each page. */
  private foot(): void {
    if (this.y > BOTTOM - 105) this.next();
    const top = Math.max(this.y + 20, BOTTOM - 100);
    this.root.add(this.doc.struct('Figure', { alt: this.sheet.address }, () => this.qr(LEFT, top, 78)));
    this.y = top;
    this.block('P', () => this.text(this.sheet.code, 136, top, { bold: true, size: 13 }));
    let below = top + 20;
    for (const note of this.notes()) {
      this.block('P', () => this.text(note, 136, below, { size: 9, width: 360 }));
      below = this.doc.y + 3;
    }
    const { count } = this.doc.bufferedPageRange();
    for (let at = 0; at < count; at += 1) {
      this.doc.switchToPage(at);
      this.doc.markContent('Artifact', { type: 'Pagination' });
      this.text(WORDS[this.sheet.locale].page(at + 1, count), RIGHT - 80, 790, { size: 9, width: 80, align: 'right' });
      this.doc.endMarkedContent();
    }
  }

  protected row(table: PDFKit.PDFStructureElement, cells: readonly (readonly [string, Draw])[]): void {
    const row = this.doc.struct('TR');
    table.add(row);
    for (const [role, draw] of cells) row.add(this.doc.struct(role, {}, draw));
    row.end();
  }

  protected open(role: string): PDFKit.PDFStructureElement {
    const element = this.doc.struct(role);
    this.root.add(element);
    return element;
  }

  protected block(role: string, draw: Draw): void {
    this.root.add(this.doc.struct(role, {}, draw));
  }

  protected figure(alt: string, draw: Draw): void {
    this.root.add(this.doc.struct('Figure', { alt }, draw));
  }

  protected next(): void {
    this.doc.addPage();
    this.y = TOP;
  }

  protected height(text: string, size: number, bold: boolean, width: number): number {
    return this.doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .heightOfString(oneStop(text), { width });
  }

  protected text(
    text: string,
    x: number,
    y: number,
    {
      bold = false,
      size = 10,
      color = INK,
      ...options
    }: { bold?: boolean; size?: number; color?: string; width?: number; align?: 'right' },
  ): void {
    this.doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color)
      .text(oneStop(text), x, y, options);
  }

  protected rule(color: string): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc
      .moveTo(LEFT, this.y)
      .lineTo(RIGHT, this.y)
      .lineWidth(color === INK ? 0.9 : 0.6)
      .strokeColor(color)
      .stroke();
    this.doc.endMarkedContent();
  }

  private qr(x: number, y: number, size: number): void {
    const { data } = encode(this.sheet.address, { border: 0 });
    const dot = size / data.length;
    data.forEach((row, at) =>
      row.forEach((dark, across) => dark && this.doc.rect(x + across * dot, y + at * dot, dot, dot)),
    );
    this.doc.fill(INK);
  }
}
