import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { SheetEntry, StatementSheet } from './sheet.rules.js';

const FONT = (weight: string): string => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`);
const [INK, SOFT, LINE] = ['#201a12', '#5d564a', '#c9c3b8'];
const [LEFT, RIGHT, TOP, BOTTOM] = [42, 553, 44, 770];
/** Where columns begin or, set to the right, end. */
const [MONEY, GOODS, TIME] = [392, 472, RIGHT];
const WHAT = 86;

const WORDS = {
  ru: {
    bank: 'Лепта, социальный банк', heads: ['Деньги', 'Вещи', 'Время'], day: 'День', what: 'На что и кому', none: 'За эти дни ничего не дошло.', page: (at: number, of: number) => `${at} из ${of}`,
    check: (address: string) => `Проверить: ${address}. Покажем те же суммы и скажем, не исправляли ли записи позже. Имени на странице проверки нет.`, made: (at: string) => `Составлено ${at}. Рубли, вещи и часы не складываются.`,
  },
  en: {
    bank: 'Lepta, a social bank', heads: ['Money', 'Goods', 'Time'], day: 'Day', what: 'For what and to whom', none: 'Nothing arrived in these days.', page: (at: number, of: number) => `${at} of ${of}`,
    check: (address: string) => `Check it: ${address}. The page shows the same sums and says whether entries were corrected later. No name stands there.`, made: (at: string) => `Made ${at}. Roubles, goods and hours are not added up.`,
  },
} as const;

type Doc = InstanceType<typeof PDFDocument>;

/** Draws a statement on A4, tagged and with its text, so that it can be read aloud, searched and copied. */
export function statementPaper(sheet: StatementSheet): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: 0, bufferPages: true, tagged: true, lang: sheet.locale === 'ru' ? 'ru-RU' : 'en-GB', displayTitle: true, pdfVersion: '1.7', info: { Title: sheet.title, Creator: 'Lepta' } });
  doc.registerFont('regular', FONT('400Regular')).registerFont('bold', FONT('600SemiBold'));
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => doc.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const paper = new Paper(doc, root, sheet);
  paper.head();
  paper.sums();
  paper.entries();
  paper.foot();
  root.end();
  doc.end();
  return done;
}

class Paper {
  private y = TOP;
  private readonly words: (typeof WORDS)['ru' | 'en'];

  constructor(private readonly doc: Doc, private readonly root: PDFKit.PDFStructureElement, private readonly sheet: StatementSheet) {
    this.words = WORDS[sheet.locale];
  }

  head(): void {
    this.block('P', () => this.text(this.words.bank, LEFT, this.y, { bold: true, size: 13 }));
    this.y += 26;
    this.rule(INK);
    this.y += 22;
    this.block('H1', () => this.text(this.sheet.title, LEFT, this.y, { bold: true, size: 20, width: RIGHT - LEFT }));
    this.y = this.doc.y + 4;
    this.block('P', () => this.text(this.sheet.lead, LEFT, this.y, { size: 10.5, width: RIGHT - LEFT }));
    this.y = this.doc.y + 14;
  }

  sums(): void {
    const table = this.open('Table');
    this.row(table, [['TH', () => this.text(' ', LEFT, this.y, {})], ...this.figures('TH', this.words.heads, { size: 9 })]);
    this.y += 16;
    this.rule(INK);
    for (const { name, money, goods, time, strong, apart } of this.sheet.sums) {
      if (apart) this.rule(LINE);
      const size = strong ? 11.5 : 10;
      const height = Math.max(...[money, goods, time].map((cell) => this.height(cell, size, strong === true, 76)), 14);
      this.y += 6;
      this.row(table, [['TH', () => this.text(name, LEFT, this.y, { bold: true, size, width: 240 })], ...this.figures('TD', [money, goods, time], { size, bold: strong === true })]);
      this.y += height + 6;
      if (strong) this.rule(INK);
    }
    table.end();
    this.y += 14;
  }

  entries(): void {
    const posted = this.sheet.entries.filter((entry) => entry.posted);
    if (posted.length === 0) {
      this.block('P', () => this.text(this.words.none, LEFT, this.y, { size: 10 }));
      this.y += 24;
      return;
    }
    const table = this.open('Table');
    this.headOfEntries(table);
    for (const entry of posted) this.entry(table, entry);
    table.end();
  }

  /** Code, address and QR picture at the end of the last page. */
  foot(): void {
    if (this.y > BOTTOM - 105) this.next();
    const top = Math.max(this.y + 20, BOTTOM - 100);
    this.figure(() => this.qr(LEFT, top, 78));
    this.y = top;
    this.block('P', () => this.text(this.sheet.code, 136, top, { bold: true, size: 13 }));
    this.block('P', () => this.text(this.words.check(this.sheet.address), 136, top + 20, { size: 9, width: 360 }));
    const below = this.doc.y + 3;
    this.block('P', () => this.text(this.words.made(this.sheet.madeAt), 136, below, { size: 9, width: 360 }));
    const { count } = this.doc.bufferedPageRange();
    for (let at = 0; at < count; at += 1) {
      this.doc.switchToPage(at);
      this.doc.markContent('Artifact', { type: 'Pagination' });
      this.text(this.words.page(at + 1, count), RIGHT - 80, 790, { size: 9, width: 80, align: 'right' });
      this.doc.endMarkedContent();
    }
  }

  private headOfEntries(table: PDFKit.PDFStructureElement): void {
    this.row(table, [['TH', () => this.text(this.words.day, LEFT, this.y, { size: 9 })], ['TH', () => this.text(this.words.what, WHAT, this.y, { size: 9 })], ...this.figures('TH', this.words.heads, { size: 9 })]);
    this.y += 16;
    this.rule(INK);
  }

  private entry(table: PDFKit.PDFStructureElement, entry: SheetEntry): void {
    const { what, whom } = entry.words;
    const height = this.height(what, 10, true, 232) + (whom === '' ? 0 : this.height(whom, 9, false, 232)) + 12;
    if (this.y + height > BOTTOM) {
      this.next();
      this.headOfEntries(table);
    }
    this.y += 6;
    const cells = (['money', 'goods', 'time'] as const).map((kind) => (entry.kind === kind ? entry.said : ' '));
    this.row(table, [
      ['TD', () => this.text(entry.shortDay, LEFT, this.y, { size: 10 })],
      ['TD', () => {
        this.text(what, WHAT, this.y, { bold: true, size: 10, width: 232 });
        if (whom !== '') this.text(whom, WHAT, this.doc.y, { size: 9, width: 232, color: SOFT });
      }],
      ...this.figures('TD', cells, { size: 10 }),
    ]);
    this.y += height - 6;
    this.rule(LINE);
  }

  private figures(role: 'TH' | 'TD', cells: readonly string[], style: { size: number; bold?: boolean }): [string, () => void][] {
    return cells.map((cell, at) => [role, () => this.text(cell, ([MONEY, GOODS, TIME][at] as number) - 78, this.y, { ...style, width: 78, align: 'right' })]);
  }

  private row(table: PDFKit.PDFStructureElement, cells: readonly (readonly [string, () => void])[]): void {
    const row = this.doc.struct('TR');
    table.add(row);
    for (const [role, draw] of cells) row.add(this.doc.struct(role, {}, draw));
    row.end();
  }

  private open(role: string): PDFKit.PDFStructureElement {
    const element = this.doc.struct(role);
    this.root.add(element);
    return element;
  }

  private block(role: string, draw: () => void): void {
    this.root.add(this.doc.struct(role, {}, draw));
  }

  private figure(draw: () => void): void {
    this.root.add(this.doc.struct('Figure', { alt: this.sheet.address }, draw));
  }

  private next(): void {
    this.doc.addPage();
    this.y = TOP;
  }

  private height(text: string, size: number, bold: boolean, width: number): number {
    return this.doc.font(bold ? 'bold' : 'regular').fontSize(size).heightOfString(text, { width });
  }

  private text(text: string, x: number, y: number, { bold = false, size = 10, color = INK, ...options }: { bold?: boolean; size?: number; color?: string; width?: number; align?: 'right' }): void {
    this.doc.font(bold ? 'bold' : 'regular').fontSize(size).fillColor(color).text(text, x, y, options);
  }

  private rule(color: string): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc.moveTo(LEFT, this.y).lineTo(RIGHT, this.y).lineWidth(color === INK ? 0.9 : 0.6).strokeColor(color).stroke();
    this.doc.endMarkedContent();
  }

  private qr(x: number, y: number, size: number): void {
    const { data } = encode(this.sheet.address, { border: 0 });
    const dot = size / data.length;
    data.forEach((row, at) => row.forEach((dark, across) => dark && this.doc.rect(x + across * dot, y + at * dot, dot, dot)));
    this.doc.fill(INK);
  }
}
