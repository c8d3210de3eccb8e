import { A4, BOTTOM, INK, LEFT, LINE, RIGHT, SOFT } from '../statement/a4.js';
import type { AgreementSheet } from './agreement-sheet.rules.js';

const WIDTH = RIGHT - LEFT;
/** Two people sign side by side. */
const COLUMN = WIDTH / 2 - 12;

/** Draws an agreement with a volunteer on A4. */
export function agreementPaper(sheet: AgreementSheet): Promise<Buffer> {
  return new AgreementPaper(sheet).draw();
}

class AgreementPaper extends A4<AgreementSheet> {
  protected body(): void {
    for (const { head, lines } of this.sheet.parts) {
      this.room(this.height(head, 12, true, WIDTH) + 30);
      this.block('H2', () => this.text(head, LEFT, this.y, { bold: true, size: 12, width: WIDTH }));
      this.y = this.doc.y + 4;
      for (const line of lines) this.line(line);
      this.y += 10;
    }
    this.signatures();
  }

  protected notes(): readonly string[] {
    return [this.sheet.note, this.sheet.address];
  }

  private line(text: string): void {
    this.room(this.height(text, 10, false, WIDTH));
    this.block('P', () => this.text(text, LEFT, this.y, { size: 10, width: WIDTH }));
    this.y = this.doc.y + 4;
  }

  private signatures(): void {
    this.room(120);
    this.rule(LINE);
    this.y += 12;
    const top = this.y;
    let bottom = top;
    this.sheet.sides.forEach(({ role, who, details }, at) => {
      const x = LEFT + at * (COLUMN + 24);
      this.block('P', () => {
        this.text(role, x, top, { size: 9, width: COLUMN, color: SOFT });
        this.text(who, x, this.doc.y + 2, { bold: true, size: 10, width: COLUMN });
        if (details !== '') this.text(details, x, this.doc.y + 2, { size: 9, width: COLUMN });
      });
      bottom = Math.max(bottom, this.doc.y);
    });
    this.sheet.sides.forEach((_, at) => {
      const x = LEFT + at * (COLUMN + 24);
      this.doc.markContent('Artifact', { type: 'Layout' });
      this.doc
        .moveTo(x, bottom + 34)
        .lineTo(x + COLUMN, bottom + 34)
        .lineWidth(0.6)
        .strokeColor(INK)
        .stroke();
      this.doc.endMarkedContent();
      this.block('P', () => this.text(this.sheet.signature, x, bottom + 38, { size: 8, width: COLUMN, color: SOFT }));
    });
    this.y = bottom + 56;
  }

  /** The next page, where so much does not fit on this one. */
  private room(height: number): void {
    if (this.y + height > BOTTOM) this.next();
  }
}
