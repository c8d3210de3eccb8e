import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FieldError, RefusalParams } from '#kernel';

type ToError = (limits: readonly unknown[]) => { code: string; params?: RefusalParams };

const plain =
  (code: string): ToError =>
  () => ({ code });
const limited =
  (code: string, name: string, at = 0): ToError =>
  (limits) => ({ code, params: { [name]: Number(limits[at]) } });

/** class-validator's constraints in our words. What is not here is of the wrong type. */
const words: Readonly<Record<string, ToError>> = {
  whitelistValidation: plain('form.unknown-field'),
  isDefined: plain('form.required'),
  isNotEmpty: plain('form.required'),
  arrayNotEmpty: plain('form.required'),
  isIn: plain('form.not-in-list'),
  isEnum: plain('form.not-in-list'),
  isEmail: plain('form.not-an-email'),
  isDate: plain('form.not-a-date'),
  isDateString: plain('form.not-a-date'),
  isIso8601: plain('form.not-a-date'),
  maxLength: limited('form.too-long', 'max'),
  minLength: limited('form.too-short', 'min'),
  isLength: (limits) => ({ code: 'form.too-long', params: { max: Number(limits[1]) } }),
  max: limited('form.too-large', 'max'),
  min: limited('form.too-small', 'min'),
  arrayMaxSize: limited('form.too-many', 'max'),
  arrayMinSize: plain('form.required'),
  arrayUnique: plain('form.wrong-type'),
};

// When several constraints of one field fail, the first of these says it: a text that is no text is not also too long.
const ORDER = [
  'whitelistValidation',
  'isDefined',
  'isNotEmpty',
  'isString',
  'isInt',
  'isNumber',
  'isBoolean',
  'isArray',
  'isObject',
  'nestedValidation',
];

/**
 * One error for each field that is wrong. `field` is a path: `account.bik`, `skills.3`. A decorator may bring its own code:
 * `@Matches(/.../, { context: { code: 'organization.bad-inn' } })`.
 */
export function fieldErrors(errors: readonly ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const children = fieldErrors(error.children ?? [], field);
    const own = error.constraints ? [{ field, ...ownError(error, Object.keys(error.constraints)) }] : [];
    return [...own, ...children];
  });
}

function ownError(error: ValidationError, constraints: string[]): { code: string; params?: RefusalParams } {
  const name = ORDER.find((known) => constraints.includes(known)) ?? (constraints[0] as string);
  const code: unknown = (error.contexts?.[name] as { code?: unknown } | undefined)?.code;
  if (typeof code === 'string') return { code };
  if (error.value === undefined || error.value === null) {
    if (name !== 'whitelistValidation') return { code: 'form.required' };
  }
  return words[name]?.(limitsOf(error, name)) ?? { code: 'form.wrong-type' };
}

/** The numbers that the decorator was given: `[120]` of `@MaxLength(120)`. */
function limitsOf(error: ValidationError, constraint: string): readonly unknown[] {
  const target = error.target?.constructor;
  if (!target) return [];
  const found = getMetadataStorage()
    .getTargetValidationMetadatas(target, '', false, false)
    .find((metadata) => metadata.propertyName === error.property && metadata.name === constraint);
  return found?.constraints ?? [];
}
