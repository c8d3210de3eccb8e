import type { Catalogue } from '#catalogue';
import {
  accountFault,
  accountWarning,
  bikFault,
  correspondentFault,
  innFault,
  kppFault,
  ogrnFault,
  ogrnipFault,
  personInnFault,
  type FieldError,
  type IdentifierFault,
} from '#kernel';
import { isInformal, readForm, type LegalForm } from './legal-forms.rules.js';
import type { BankAccount } from './organization.entity.js';

/** What an organization says of itself. */
export interface OrganizationDetails {
  readonly name: string;
  readonly shortName: string;
  /** A code of a legal form, or its usual abbreviation. */
  readonly form: string;
  /** INN, OGRN and account: none of them for a group without registration, all of them otherwise; an organization that only gives may leave the account out. */
  readonly inn?: string | null;
  readonly ogrn?: string | null;
  readonly kpp?: string | null;
  /** Code of a place. */
  readonly place: string;
  readonly account?: BankAccount | null;
}

/** Details that were read: nothing is left out, what is not there is null. */
export interface SoundDetails extends OrganizationDetails {
  readonly inn: string | null;
  readonly ogrn: string | null;
  readonly kpp: string | null;
  readonly account: BankAccount | null;
}

export const DETAIL_LIMITS = {
  nameMin: 3,
  name: 300,
  shortNameMin: 2,
  shortName: 120,
  form: 80,
  identifier: 40,
  place: 80,
  bankNameMin: 2,
  bankName: 160,
} as const;

/** Where nobody says a short one: as much of the name as a short one may have. */
export const shortNameOf = (name: string): string => name.slice(0, DETAIL_LIMITS.shortName).trimEnd();

export type ReadDetails =
  | { readonly ok: true; readonly details: SoundDetails }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Reads and checks details: spaces that came along with a pasted number are dropped, a form becomes its code; every wrong field is named.
 * @param needed `account` false: a registered organization may come without one (from a file), and enters it later
 */
export function readDetails(
  catalogue: Catalogue,
  said: OrganizationDetails,
  needed: { readonly account: boolean } = { account: true },
): ReadDetails {
  const details = tidy(said);
  const errors: FieldError[] = [];
  checkWords(details, errors);
  const form = readForm(details.form, details.inn !== null || details.ogrn !== null);
  if (!form) errors.push({ field: 'form', code: 'form.not-in-list' });
  const place = catalogue.place(details.place);
  if (!place || place.retiredAt) errors.push({ field: 'place', code: 'form.not-in-list' });
  if (form && isInformal(form.code)) checkNoNumbers(details, errors);
  else checkNumbers(details, form, needed.account, errors);
  return errors.length > 0 || !form ? { ok: false, errors } : { ok: true, details: { ...details, form: form.code } };
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
const number = (text: string): string => text.replace(/[\s\u00a0-]/g, '').toUpperCase();

function tidy(said: OrganizationDetails): SoundDetails {
  const optional = (text: string | null | undefined): string | null => (text ? number(text) || null : null);
  return {
    name: words(said.name),
    shortName: words(said.shortName),
    form: words(said.form),
    place: said.place,
    inn: optional(said.inn),
    ogrn: optional(said.ogrn),
    kpp: optional(said.kpp),
    account: said.account ? tidyAccount(said.account) : null,
  };
}

function tidyAccount(account: BankAccount): BankAccount {
  return {
    bik: number(account.bik),
    number: number(account.number),
    bankName: words(account.bankName),
    correspondent: number(account.correspondent),
  };
}

/** Reads an account alone. Fields are named as in the whole form: `account.bik`. */
export function readAccount(
  said: BankAccount,
):
  | { readonly ok: true; readonly account: BankAccount }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const account = tidyAccount(said);
  const errors: FieldError[] = [];
  checkLength('account.bankName', account.bankName, DETAIL_LIMITS.bankNameMin, DETAIL_LIMITS.bankName, errors);
  checkAccount(account, errors);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, account };
}

function checkWords(details: SoundDetails, errors: FieldError[]): void {
  checkLength('name', details.name, DETAIL_LIMITS.nameMin, DETAIL_LIMITS.name, errors);
  checkLength('shortName', details.shortName, DETAIL_LIMITS.shortNameMin, DETAIL_LIMITS.shortName, errors);
  if (details.account)
    checkLength(
      'account.bankName',
      details.account.bankName,
      DETAIL_LIMITS.bankNameMin,
      DETAIL_LIMITS.bankName,
      errors,
    );
}

function checkLength(field: string, text: string, min: number, max: number, errors: FieldError[]): void {
  if (text.length < min) errors.push({ field, code: 'form.too-short', params: { min } });
  if (text.length > max) errors.push({ field, code: 'form.too-long', params: { max } });
}

/** A group has neither numbers nor an account: one of a member of it would be a private person's. */
function checkNoNumbers(details: SoundDetails, errors: FieldError[]): void {
  for (const field of ['inn', 'ogrn', 'kpp', 'account'] as const)
    if (details[field] !== null) errors.push({ field, code: 'organization.not-for-a-group' });
}

/** An organization that only gives needs no account; a company has a KPP, an entrepreneur the numbers of a person. */
function checkNumbers(
  details: SoundDetails,
  form: LegalForm | null,
  needsAccount: boolean,
  errors: FieldError[],
): void {
  const ofPerson = form?.ofPerson ?? false;
  if (details.inn === null) errors.push({ field: 'inn', code: 'form.required' });
  else if (ofPerson) checkPersonInn(details.inn, errors);
  else checkInn(details.inn, errors);
  const ogrn = details.ogrn === null ? null : ofPerson ? ogrnipFault(details.ogrn) : ogrnFault(details.ogrn);
  if (details.ogrn === null) errors.push({ field: 'ogrn', code: 'form.required' });
  else if (ogrn) errors.push(fault('ogrn', ogrn, ofPerson ? 15 : 13));
  const kpp = details.kpp === null ? null : kppFault(details.kpp);
  if (ofPerson && details.kpp !== null) errors.push({ field: 'kpp', code: 'organization.no-kpp' });
  else if (kpp) errors.push(fault('kpp', kpp, 9));
  else if (form?.gives && !ofPerson && details.kpp === null) errors.push({ field: 'kpp', code: 'form.required' });
  if (details.account !== null) checkAccount(details.account, errors);
  else if (needsAccount && !form?.gives) errors.push({ field: 'account', code: 'form.required' });
}

function checkInn(inn: string, errors: FieldError[]): void {
  const wrong = innFault(inn);
  if (wrong === 'wrong-length' && personInnFault(inn) === null)
    errors.push({ field: 'inn', code: 'organization.inn-of-a-person' });
  else if (wrong) errors.push(fault('inn', wrong, 10));
}

function checkPersonInn(inn: string, errors: FieldError[]): void {
  const wrong = personInnFault(inn);
  if (wrong) errors.push(fault('inn', wrong, 12));
}

function checkAccount(account: BankAccount, errors: FieldError[]): void {
  const bik = bikFault(account.bik);
  if (bik) errors.push(fault('account.bik', bik, 9));
  // Without a sound BIK the keys of both accounts say nothing: only their shape is told.
  const number = accountFault(account.number, account.bik);
  if (number && !(bik && number === 'check-digit')) errors.push(accountError('account.number', number));
  const correspondent = correspondentFault(account.correspondent, account.bik);
  if (correspondent && !(bik && correspondent === 'check-digit'))
    errors.push(accountError('account.correspondent', correspondent));
}

function fault(field: string, kind: IdentifierFault, length: number): FieldError {
  return { field, code: `organization.number-${kind}`, params: { length } };
}

function accountError(field: string, kind: IdentifierFault): FieldError {
  return kind === 'check-digit' ? { field, code: 'organization.account-key' } : fault(field, kind, 20);
}

/** Unusual, though not wrong: said beside the form and to the moderator, never refused. */
export interface DetailWarning {
  readonly field: string;
  readonly code: 'commercial-account' | 'personal-account';
  readonly sentence: string;
}

const WARNINGS = {
  commercial: {
    code: 'commercial-account',
    ru: 'Счёт начинается с 40702: так открывают счета коммерческим организациям. У НКО счёт обычно начинается с 40703.',
    en: 'The account begins with 40702, as accounts of firms do. Accounts of non-profit organizations usually begin with 40703.',
  },
  personal: {
    code: 'personal-account',
    ru: 'Счёт начинается с 40817: это личный счёт человека. Пожертвования принимают на счёт организации.',
    en: 'The account begins with 40817: it is a person’s own. Donations go to the account of the organization.',
  },
} as const;

export function detailWarnings(account: BankAccount | null, locale: 'ru' | 'en'): readonly DetailWarning[] {
  const kind = account && accountWarning(account.number);
  return kind ? [{ field: 'account.number', code: WARNINGS[kind].code, sentence: WARNINGS[kind][locale] }] : [];
}
