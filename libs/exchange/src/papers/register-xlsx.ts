import type { RegisterSheet } from './register.rules.js';

/** The register as a workbook, in which sums are numbers. */
export async function registerXlsx({ title, lead, heads, rows, sums, check }: RegisterSheet): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node');
  const text = (value: string, bold = false) => ({
    value,
    type: String,
    ...(bold ? { fontWeight: 'bold' as const } : {}),
  });
  const number = (value: string) => ({ value: Number(value), type: Number, format: '0.00' });
  const table = [
    [text(title, true)],
    [text(lead)],
    [],
    heads.map((head) => text(head, true)),
    ...rows.map(({ before, sum, after }) => [
      ...before.map((cell) => text(cell)),
      number(sum),
      ...after.map((cell) => text(cell)),
    ]),
    [],
    ...sums.map(({ name, sum }) => [text(name, true), number(sum)]),
    [],
    check.map((cell) => text(cell)),
  ];
  return write(table, { columns: [12, 14, 18, 10, 40, 14, 14, 30].map((width) => ({ width })) }).toBuffer();
}
