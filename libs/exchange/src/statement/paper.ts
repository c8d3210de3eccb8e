import { A4, BOTTOM, INK, LEFT, LINE, RIGHT, SOFT } from './a4.js';
import type { SheetEntry, StatementSheet } from './sheet.rules.js';

/** Where columns begin or, set to the right, end. */
const [MONEY, GOODS, TIME] = [392, 472, RIGHT];
const WHAT = 86;

const WORDS = {
  ru: {
    heads: ['Деньги', 'Вещи', 'Время'],
    day: 'День',
    what: { donor: 'На что и кому', recipient: 'На что' },
    none: 'За эти дни ничего не дошло.',
    check: (address: string) =>
      `Проверить: ${address}. Покажем те же суммы и скажем, не исправляли ли записи позже. Имени на странице проверки нет.`,
    made: (at: string) => `Составлено ${at}. Рубли, вещи и часы не складываются.`,
  },
  en: {
    heads: ['Money', 'Goods', 'Time'],
    day: 'Day',
    what: { donor: 'For what and to whom', recipient: 'For what' },
    none: 'Nothing arrived in these days.',
    check: (address: string) =>
      `Check it: ${address}. The page shows the same sums and says whether entries were corrected later. No name stands there.`,
    made: (at: string) => `Made ${at}. Roubles, goods and hours are not added up.`,
  },
} as const;

/** Draws a statement on A4. */
export function statementPaper(sheet: StatementSheet): Promise<Buffer> {
  return new StatementPaper(sheet).draw();
}

class StatementPaper extends A4<StatementSheet> {
  private readonly words = WORDS[this.sheet.locale];

  protected body(): void {
    this.sums();
    this.entries();
  }

  protected notes(): readonly string[] {
    return [this.words.check(this.sheet.address), this.words.made(this.sheet.madeAt)];
  }

  private sums(): void {
    const table = this.open('Table');
    this.row(table, [
      ['TH', () => this.text(' ', LEFT, this.y, {})],
      ...this.figures('TH', this.words.heads, { size: 9 }),
    ]);
    this.y += 16;
    this.rule(INK);
    for (const { name, money, goods, time, strong, apart } of this.sheet.sums) {
      if (apart) this.rule(LINE);
      const size = strong ? 11.5 : 10;
      const height = Math.max(...[money, goods, time].map((cell) => this.height(cell, size, strong === true, 76)), 14);
      this.y += 6;
      this.row(table, [
        ['TH', () => this.text(name, LEFT, this.y, { bold: true, size, width: 240 })],
        ...this.figures('TD', [money, goods, time], { size, bold: strong === true }),
      ]);
      this.y += height + 6;
      if (strong) this.rule(INK);
    }
    table.end();
    this.y += 14;
  }

  private entries(): void {
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

  private headOfEntries(table: PDFKit.PDFStructureElement): void {
    this.row(table, [
      ['TH', () => this.text(this.words.day, LEFT, this.y, { size: 9 })],
      ['TH', () => this.text(this.words.what[this.sheet.side], WHAT, this.y, { size: 9 })],
      ...this.figures('TH', this.words.heads, { size: 9 }),
    ]);
    this.y += 16;
    this.rule(INK);
  }

  private entry(table: PDFKit.PDFStructureElement, entry: SheetEntry): void {
    const { what } = entry.words;
    const whom = this.sheet.side === 'recipient' ? '' : entry.words.whom; // all of it came to whom the paper is about
    const height = this.height(what, 10, true, 232) + (whom === '' ? 0 : this.height(whom, 9, false, 232)) + 12;
    if (this.y + height > BOTTOM) {
      this.next();
      this.headOfEntries(table);
    }
    this.y += 6;
    const cells = (['money', 'goods', 'time'] as const).map((kind) => (entry.kind === kind ? entry.said : ' '));
    this.row(table, [
      ['TD', () => this.text(entry.shortDay, LEFT, this.y, { size: 10 })],
      [
        'TD',
        () => {
          this.text(what, WHAT, this.y, { bold: true, size: 10, width: 232 });
          if (whom !== '') this.text(whom, WHAT, this.doc.y, { size: 9, width: 232, color: SOFT });
        },
      ],
      ...this.figures('TD', cells, { size: 10 }),
    ]);
    this.y += height - 6;
    this.rule(LINE);
  }

  private figures(
    role: 'TH' | 'TD',
    cells: readonly string[],
    style: { size: number; bold?: boolean },
  ): [string, () => void][] {
    return cells.map((cell, at) => [
      role,
      () => this.text(cell, ([MONEY, GOODS, TIME][at] as number) - 78, this.y, { ...style, width: 78, align: 'right' }),
    ]);
  }
}
