import { innFault, personInnFault, type FieldError } from '#kernel';

/** Who runs the installation and answers for the data of people (152-FZ): shown to everybody. */
export interface Operator {
  readonly name: string;
  /** Ten digits of an organization, twelve of a sole proprietor. */
  readonly inn: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string | null;
}

const NEEDED = ['name', 'inn', 'address', 'email'] as const;

/** What is not known yet. */
export function missingOf(operator: Operator | null): readonly string[] {
  return NEEDED.filter((field) => !operator?.[field].trim());
}

/** What is wrong with what an administrator says of the operator. */
export function operatorErrors(operator: Operator): FieldError[] {
  const errors: FieldError[] = NEEDED.filter((field) => operator[field].trim() === '').map((field) => ({
    field,
    code: 'form.required',
  }));
  const inn = operator.inn.trim();
  if (inn !== '' && (inn.length === 12 ? personInnFault(inn) : innFault(inn)) !== null)
    errors.push({ field: 'inn', code: 'installation.wrong-inn' });
  return errors;
}

/** Which fields differ: the audit log keeps no words. */
export function changedFields(before: Operator | null, after: Operator): string[] {
  return Object.keys(after).filter((field) => before?.[field as keyof Operator] !== after[field as keyof Operator]);
}
