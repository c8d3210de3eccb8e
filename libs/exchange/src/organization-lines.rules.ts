import type { Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import { readDetails, shortNameOf, type SoundDetails } from '#organizations';
import { CellReader } from '#tables';
import { ID_MAX } from '#tables';
import type { Cells } from '#tables';

export interface OrganizationLine {
  readonly id: string;
  readonly details: SoundDetails;
  /** Address of the person who speaks for it. */
  readonly coordinator: string | null;
}

const NAME_MAX = 300;
const EMAIL = /^[^\s@|,;]{1,64}@[^\s@|,;]+\.[^\s@|,;]+$/;

/**
 * Reads a row of organizations.csv by the rules of the form. Numbers may be missing altogether: then it is a group without them, and none are invented. The
 * account may be missing of itself: lists of organizations seldom have it.
 */
export function organizationLine(
  catalogue: Catalogue,
  cells: Cells,
):
  | { readonly ok: true; readonly row: OrganizationLine }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const read = new CellReader(cells);
  const id = read.needed('id', ID_MAX);
  const name = read.needed('name', NAME_MAX);
  const place = read.needed('place', ID_MAX);
  const [inn, ogrn, kpp] = [read.text('inn'), read.text('ogrn'), read.text('kpp')];
  const [bik, number, bankName, correspondent] = [
    read.text('bik'),
    read.text('account'),
    read.text('bank_name'),
    read.text('correspondent'),
  ];
  const coordinator = read.text('coordinator');
  const errors = [...read.errors];
  if (coordinator !== null && (!EMAIL.test(coordinator) || coordinator.length > 254))
    errors.push({ field: 'coordinator', code: 'exchange.not-an-address' });
  if (errors.length > 0) return { ok: false, errors };
  const hasAccount = [bik, number, bankName, correspondent].some((cell) => cell !== null);
  const shortName = read.text('short_name') ?? shortNameOf(name);
  const form = read.text('form') ?? (inn === null && ogrn === null ? 'informal' : '');
  const account = hasAccount
    ? { bik: bik ?? '', number: number ?? '', bankName: bankName ?? '', correspondent: correspondent ?? '' }
    : null;
  const details = readDetails(
    catalogue,
    { name, shortName, form, inn, ogrn, kpp, place, account },
    { account: hasAccount },
  );
  return details.ok ? { ok: true, row: { id, details: details.details, coordinator } } : details;
}
