import { A4, BOTTOM, INK, LEFT, LINE, RIGHT, SOFT, type Draw } from '../statement/a4.js';
import type { HoursSheet } from './hours-sheet.rules.js';

/** Where columns begin or, set to the right, end. */
const [SHIFTS, HOURS, WHAT] = [470, RIGHT, 116];

const WORDS = {
  ru: {
    organization: 'Организация',
    shifts: 'Смены',
    hours: 'Время',
    day: 'День',
    what: 'Что и где',
    none: 'За эти дни подтверждённых часов нет.',
    check: (address: string) =>
      `Проверить: ${address}. Покажем те же часы и скажем, не изменились ли они. Имени на странице проверки нет.`,
    made: (at: string) => `Составлено ${at}.`,
  },
  en: {
    organization: 'Organization',
    shifts: 'Shifts',
    hours: 'Time',
    day: 'Day',
    what: 'What and where',
    none: 'No hours were confirmed in these days.',
    check: (address: string) =>
      `Check it: ${address}. The page shows the same hours and says whether they were changed. No name stands there.`,
    made: (at: string) => `Made ${at}.`,
  },
} as const;

/** Draws a certificate of hours on A4. */
export function hoursPaper(sheet: HoursSheet): Promise<Buffer> {
  return new HoursPaper(sheet).draw();
}

class HoursPaper extends A4<HoursSheet> {
  private readonly words = WORDS[this.sheet.locale];

  protected body(): void {
    if (this.sheet.shifts.length === 0)
      return this.block('P', () => this.text(this.words.none, LEFT, this.y, { size: 10 }));
    this.block('P', () => this.text(this.sheet.total, LEFT, this.y, { bold: true, size: 15, width: RIGHT - LEFT }));
    this.y = this.doc.y + 14;
    this.table(
      [
        ['TH', this.words.organization],
        ['TH', this.words.shifts],
        ['TH', this.words.hours],
      ],
      this.sheet.organizations.map(({ name, shifts, hours }) => [name, '', shifts, hours]),
      LEFT,
    );
    this.y += 14;
    this.table(
      [
        ['TH', this.words.what],
        ['TH', ''],
        ['TH', this.words.hours],
      ],
      this.sheet.shifts.map(({ day, what, where, hours }) => [what, where, '', hours, day]),
      WHAT,
    );
  }

  protected notes(): readonly string[] {
    return [this.words.check(this.sheet.address), this.words.made(this.sheet.madeAt)];
  }

  private right(text: string, at: number, size = 10): Draw {
    return () => this.text(text || ' ', at - 78, this.y, { size, width: 78, align: 'right' });
  }

  /** Rows of words, a quieter line below them, shifts, hours and, before them all, the day. Its head stands again on the next page. */
  private table(
    heads: readonly (readonly [string, string])[],
    rows: readonly (readonly string[])[],
    left: number,
  ): void {
    const table = this.open('Table');
    const [[, first = ''] = [], [, second = ''] = [], [, third = ''] = []] = heads;
    const head = (): void => {
      this.row(table, [
        ...(left === WHAT ? [['TH', () => this.text(this.words.day, LEFT, this.y, { size: 9 })] as const] : []),
        ['TH', () => this.text(first, left, this.y, { size: 9 })],
        ...(second === '' ? [] : [['TH', this.right(second, SHIFTS, 9)] as const]),
        ['TH', this.right(third, HOURS, 9)],
      ]);
      this.y += 16;
      this.rule(INK);
    };
    head();
    for (const [name = '', below = '', shifts = '', hours = '', day = ''] of rows) {
      const width = SHIFTS - 90 - left;
      const height = this.height(name, 10, true, width) + (below === '' ? 0 : this.height(below, 9, false, width)) + 12;
      if (this.y + height > BOTTOM) {
        this.next();
        head();
      }
      this.y += 6;
      this.row(table, [
        ...(day === '' ? [] : [['TD', () => this.text(day, LEFT, this.y, { size: 10 })] as const]),
        [
          'TD',
          () => {
            this.text(name, left, this.y, { bold: true, size: 10, width });
            if (below !== '') this.text(below, left, this.doc.y, { size: 9, width, color: SOFT });
          },
        ],
        ...(shifts === '' ? [] : [['TD', this.right(shifts, SHIFTS)] as const]),
        ['TD', this.right(hours, HOURS)],
      ]);
      this.y += height - 6;
      this.rule(LINE);
    }
    table.end();
  }
}
