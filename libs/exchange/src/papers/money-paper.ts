import { A4, BOTTOM, INK, LEFT, LINE, RIGHT, SOFT } from '../statement/a4.js';
import type { MoneySheet } from './money-sheet.rules.js';

/** Where columns begin. */
const [VALUE, WHAT] = [190, 116];
const SUM_WIDTH = 110;

const WORDS = {
  ru: {
    check: (address: string) =>
      `Проверить: ${address}. Покажем те же суммы и скажем, не изменились ли они. Имени на странице проверки нет.`,
    made: (at: string) => `Составлено ${at}.`,
  },
  en: {
    check: (address: string) =>
      `Check it: ${address}. The page shows the same sums and says whether they changed. No name stands there.`,
    made: (at: string) => `Made ${at}.`,
  },
} as const;

/** Draws a receipt or certificate on A4. */
export function moneyPaper(sheet: MoneySheet): Promise<Buffer> {
  return new MoneyPaper(sheet).draw();
}

class MoneyPaper extends A4<MoneySheet> {
  private readonly words = WORDS[this.sheet.locale];

  protected body(): void {
    this.facts();
    this.lines();
    this.sums();
    for (const remark of this.sheet.remarks) {
      this.room(this.height(remark, 10, false, RIGHT - LEFT) + 10);
      this.block('P', () => this.text(remark, LEFT, this.y, { size: 10, width: RIGHT - LEFT }));
      this.y = this.doc.y + 6;
    }
  }

  protected notes(): readonly string[] {
    return [this.words.check(this.sheet.address), this.words.made(this.sheet.madeAt)];
  }

  private facts(): void {
    const table = this.open('Table');
    for (const { label, value } of this.sheet.facts) {
      const height = Math.max(this.height(value, 10, false, RIGHT - VALUE), 14) + 4;
      this.room(height);
      this.row(table, [
        ['TH', () => this.text(label, LEFT, this.y, { size: 10, color: SOFT, width: VALUE - LEFT - 8 })],
        ['TD', () => this.text(value, VALUE, this.y, { size: 10, width: RIGHT - VALUE })],
      ]);
      this.y += height;
    }
    table.end();
    this.y += 12;
  }

  private lines(): void {
    const table = this.open('Table');
    const [day, what, amount] = this.sheet.heads;
    const head = (): void => {
      this.row(table, [
        ['TH', () => this.text(day, LEFT, this.y, { size: 9 })],
        ['TH', () => this.text(what, WHAT, this.y, { size: 9 })],
        ['TH', () => this.sum(amount, 9)],
      ]);
      this.y += 16;
      this.rule(INK);
    };
    head();
    const width = RIGHT - SUM_WIDTH - 10 - WHAT;
    for (const row of this.sheet.rows) {
      const height =
        this.height(row.what, 10, true, width) + (row.below === '' ? 0 : this.height(row.below, 9, false, width)) + 12;
      if (this.room(height)) head();
      this.y += 6;
      this.row(table, [
        ['TD', () => this.text(row.day, LEFT, this.y, { size: 10 })],
        [
          'TD',
          () => {
            this.text(row.what, WHAT, this.y, { bold: true, size: 10, width });
            if (row.below !== '') this.text(row.below, WHAT, this.doc.y, { size: 9, width, color: SOFT });
          },
        ],
        ['TD', () => this.sum(row.amount, 10)],
      ]);
      this.y += height - 6;
      this.rule(LINE);
    }
    table.end();
  }

  private sums(): void {
    const table = this.open('Table');
    for (const { name, amount, strong } of this.sheet.sums) {
      this.room(24);
      this.y += 6;
      const bold = strong === true;
      this.row(table, [
        ['TH', () => this.text(name, LEFT, this.y, { bold, size: bold ? 12 : 10 })],
        ['TD', () => this.sum(amount, bold ? 12 : 10, bold)],
      ]);
      this.y += 16;
    }
    table.end();
    this.y += 14;
  }

  private sum(text: string, size: number, bold = false): void {
    this.text(text || ' ', RIGHT - SUM_WIDTH, this.y, { size, bold, width: SUM_WIDTH, align: 'right' });
  }

  /** Goes on to the next page where this much has no room. */
  private room(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.next();
    return true;
  }
}
