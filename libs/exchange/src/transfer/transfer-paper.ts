import { A4, BOTTOM, INK, LEFT, LINE, RIGHT, SOFT } from '../statement/a4.js';
import type { Block, Column, Picture, Side, TransferSheet } from './transfer-sheet.js';

const WIDTH = RIGHT - LEFT;
const GAP = 24;
const HALF = (WIDTH - GAP) / 2;

/** Draws a paper on what changed hands on A4. */
export function transferPaper(sheet: TransferSheet): Promise<Buffer> {
  return new TransferPaper(sheet).draw();
}

class TransferPaper extends A4<TransferSheet> {
  protected body(): void {
    for (const block of this.sheet.blocks) this.part(block);
  }

  protected notes(): readonly string[] {
    return this.sheet.notes;
  }

  private part(block: Block): void {
    if (block.kind === 'heading') return this.heading(block.text);
    if (block.kind === 'text') return this.paragraph(block.text, block.bold === true);
    if (block.kind === 'sides') return this.sides(block.sides);
    if (block.kind === 'table') return this.table(block);
    if (block.kind === 'pictures') return this.pictures(block.items);
    return this.signatures(block.names);
  }

  /** Never the last line of a page. */
  private heading(text: string): void {
    const height = this.height(text, 12, true, WIDTH);
    if (this.y + height + 40 > BOTTOM) this.next();
    this.y += 6;
    this.block('H2', () => this.text(text, LEFT, this.y, { bold: true, size: 12, width: WIDTH }));
    this.y += height + 6;
  }

  private paragraph(text: string, bold: boolean): void {
    const height = this.height(text, 10, bold, WIDTH);
    if (this.y + height > BOTTOM) this.next();
    this.block('P', () => this.text(text, LEFT, this.y, { bold, size: 10, width: WIDTH }));
    this.y += height + 10;
  }

  private sides(sides: readonly [Side, Side]): void {
    const top = this.y;
    const ends = sides.map(({ head, lines }, at) => {
      const left = LEFT + at * (HALF + GAP);
      let y = top;
      this.block('P', () => this.text(head, left, y, { bold: true, size: 10, width: HALF }));
      y += 16;
      for (const line of lines) {
        this.block('P', () => this.text(line, left, y, { size: 10, width: HALF }));
        y += this.height(line, 10, false, HALF) + 2;
      }
      return y;
    });
    this.y = Math.max(...ends) + 12;
  }

  /** Its head stands again on the next page. */
  private table({ heads, rows, total, columns }: Extract<Block, { kind: 'table' }>): void {
    const table = this.open('Table');
    const head = (): void => {
      this.cells(table, 'TH', heads, columns, { size: 9, bold: false });
      this.rule(INK);
    };
    if (this.y + 60 > BOTTOM) this.next();
    head();
    for (const row of rows) {
      if (this.y + this.tallest(row, columns, 10, false) + 12 > BOTTOM) {
        this.next();
        head();
      }
      this.cells(table, 'TD', row, columns, { size: 10, bold: false });
      this.rule(LINE);
    }
    if (total) {
      this.cells(table, 'TD', total, columns, { size: 10, bold: true });
      this.rule(INK);
    }
    table.end();
    this.y += 14;
  }

  private cells(
    table: PDFKit.PDFStructureElement,
    role: string,
    texts: readonly string[],
    columns: readonly Column[],
    { size, bold }: { size: number; bold: boolean },
  ): void {
    const height = this.tallest(texts, columns, size, bold);
    this.y += 5;
    let left = LEFT;
    const drawn = columns.map(({ share, right }, at) => {
      const [x, width] = [left, WIDTH * share - 8];
      left += WIDTH * share;
      return [
        role,
        () =>
          this.text(texts[at] || ' ', x, this.y, {
            size,
            bold,
            width,
            ...(right ? { align: 'right' as const } : {}),
            ...(role === 'TH' ? { color: SOFT } : {}),
          }),
      ] as const;
    });
    this.row(table, drawn);
    this.y += height + 5;
  }

  private tallest(texts: readonly string[], columns: readonly Column[], size: number, bold: boolean): number {
    return Math.max(
      14,
      ...columns.map(({ share }, at) => this.height(texts[at] || ' ', size, bold, WIDTH * share - 8)),
    );
  }

  /** Three in a row, each with its words under it. */
  private pictures(items: readonly Picture[]): void {
    const [across, tall, between] = [3, 118, 14];
    const width = (WIDTH - between * (across - 1)) / across;
    for (let from = 0; from < items.length; from += across) {
      const row = items.slice(from, from + across);
      const words = Math.max(...row.map(({ caption }) => this.height(caption, 9, false, width)));
      if (this.y + tall + words + 10 > BOTTOM) this.next();
      row.forEach(({ bytes, caption }, at) => {
        const left = LEFT + at * (width + between);
        this.figure(caption, () =>
          this.doc.image(Buffer.from(bytes), left, this.y, { fit: [width, tall], valign: 'bottom' }),
        );
        this.block('P', () => this.text(caption, left, this.y + tall + 3, { size: 9, color: SOFT, width }));
      });
      this.y += tall + words + 14;
    }
  }

  private signatures(names: readonly [string, string]): void {
    if (this.y + 60 > BOTTOM) this.next();
    this.y += 34;
    names.forEach((name, at) => {
      const left = LEFT + at * (HALF + GAP);
      this.doc.markContent('Artifact', { type: 'Layout' });
      this.doc
        .moveTo(left, this.y)
        .lineTo(left + HALF, this.y)
        .lineWidth(0.9)
        .strokeColor(INK)
        .stroke();
      this.doc.endMarkedContent();
      this.block('P', () =>
        this.text(`${name}: подпись, расшифровка, дата`, left, this.y + 4, { size: 9, color: SOFT, width: HALF }),
      );
    });
    this.y += 30;
  }
}
