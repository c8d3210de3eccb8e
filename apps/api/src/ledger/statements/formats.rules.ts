export const STATEMENT_FORMATS = ['json', 'csv', 'pdf', 'xlsx'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TYPES: Readonly<Record<string, StatementFormat>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/pdf': 'pdf',
  [XLSX]: 'xlsx',
};

/** The format that a header Accept likes best of those we have; JSON where it likes none more. */
export function acceptedFormat(accept: string | undefined): StatementFormat {
  const liked = (accept ?? '').split(',').flatMap((part) => {
    const [type = '', ...params] = part.split(';').map((word) => word.trim().toLowerCase());
    const format = TYPES[type] ?? (type === '*/*' || type === 'application/*' ? 'json' : undefined);
    const quality = Number(params.find((param) => param.startsWith('q='))?.slice(2) ?? 1);
    return format && quality > 0 ? [{ format, quality }] : [];
  });
  return liked.reduce<{ format: StatementFormat; quality: number }>(
    (best, one) => (one.quality > best.quality ? one : best),
    { format: 'json', quality: liked.find(({ format }) => format === 'json')?.quality ?? 0 },
  ).format;
}
