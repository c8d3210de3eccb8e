import type { Type } from '@nestjs/common';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { refuseForm, textFault, type FieldError, type TextKind } from '#kernel';
import { TEXT_KIND } from './texts.js';

/** Of the fields that no form has, so many are named; a program that sends more has the wrong form altogether. */
const UNKNOWN_NAMED = 5;
const NAME_SHOWN = 200;
/** Of a list, or a text, of which the form says nothing more exact. */
const ITEMS_MAX = 200;
const TEXT_MAX = 20_000;
/** Characters may be counted as fewer than they take (pairs, joined pictures): what is longer than this many times the limit is too long in any case. */
const SPARE = 4;
/** Names that would reach into the machinery of an object instead of being one of its fields. */
const NO_FIELDS = new Set(['__proto__', 'constructor', 'prototype']);

interface FieldLimits {
  readonly text: TextKind;
  /** In characters as people count them. */
  readonly textMax: number;
  readonly itemsMax: number;
  /** Whether the form says that it is a list. */
  readonly isList: boolean;
  /** The form of what is in the field, or in its list; null: anything. */
  readonly form: Type<object> | null;
}
type FormLimits = ReadonlyMap<string, FieldLimits>;

const known = new WeakMap<Type<object>, FormLimits>();
const ANYTHING: FieldLimits = { text: 'line', textMax: TEXT_MAX, itemsMax: ITEMS_MAX, isList: false, form: null };

/** What a form's decorators say of sizes, read once. */
function limitsOf(form: Type<object>): FormLimits {
  const before = known.get(form);
  if (before) return before;
  const limits = new Map<string, FieldLimits>();
  for (const { propertyName, name, constraints } of getMetadataStorage().getTargetValidationMetadatas(
    form,
    '',
    false,
    false,
  )) {
    const field = limits.get(propertyName) ?? { ...ANYTHING, form: formOf(form, propertyName) };
    const first: unknown = constraints?.[0];
    if (name === 'maxLength') limits.set(propertyName, { ...field, textMax: Number(first) });
    else if (name === 'isLength') limits.set(propertyName, { ...field, textMax: Number(constraints?.[1]) });
    else if (name === 'arrayMaxSize') limits.set(propertyName, { ...field, itemsMax: Number(first) });
    else if (name === 'isArray') limits.set(propertyName, { ...field, isList: true });
    else if (name === TEXT_KIND) limits.set(propertyName, { ...field, text: first as TextKind });
    else limits.set(propertyName, field);
  }
  known.set(form, limits);
  return limits;
}

function formOf(form: Type<object>, property: string): Type<object> | null {
  const type = defaultMetadataStorage.findTypeMetadata(form, property)?.typeFunction();
  return typeof type === 'function' &&
    getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0
    ? (type as Type<object>)
    : null;
}

/** In place of a value that is too large, or has characters that it may not have. */
const UNFIT = Symbol('unfit');

/**
 * Looks at the size of everything in a form, and at the characters of its texts, before any of it is made or validated. What is too much, or
 * unknown, is left out of what comes back and named among the errors, so that the rest can still be looked at and everything wrong is said at once.
 */
export class Fitting {
  readonly errors: FieldError[] = [];
  /** The fields that were left out although the form has them: what is said of them is among the errors. */
  readonly leftOut = new Set<string>();
  private unknown = 0;

  /** A value of which no form says anything. */
  anything(value: unknown, path: string): void {
    this.value(value, ANYTHING, path);
  }

  /** @param form the class; null where a field takes any object */
  object(value: object, form: Type<object> | null, path: string): Record<string, unknown> {
    const limits = form && limitsOf(form);
    const fitting: Record<string, unknown> = {};
    for (const [key, inside] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      const field = limits === null ? ANYTHING : limits.get(key);
      const fault = textFault(key, 'line');
      if (fault) this.errors.push({ field: path === '' ? '(name)' : path, ...fault });
      else if (NO_FIELDS.has(key)) refuseForm([{ field: at, code: 'form.unknown-field' }]);
      else if (field === undefined) this.unknownField(at);
      else {
        const taken = this.value(inside, field, at);
        if (taken === UNFIT) this.leftOut.add(at);
        else fitting[key] = taken;
      }
    }
    return fitting;
  }

  private value(value: unknown, field: FieldLimits, at: string): unknown {
    if (typeof value === 'string') {
      if (value.length > field.textMax * SPARE)
        return this.unfit({ field: at, code: 'form.too-long', params: { max: field.textMax } });
      const fault = textFault(value, field.text);
      return fault ? this.unfit({ field: at, ...fault }) : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value)) return this.object(value, field.form, at);
    if (field.form !== null && !field.isList) return this.unfit({ field: at, code: 'form.wrong-type' }); // each item would be validated as if it were the one
    if (value.length > field.itemsMax)
      return this.unfit({ field: at, code: 'form.too-many', params: { max: field.itemsMax } });
    const items = value.map((item, index) =>
      field.form !== null && Array.isArray(item) // class-validator takes a list within a list for a valid form
        ? this.unfit({ field: `${at}.${index}`, code: 'form.wrong-type' })
        : this.value(item, field, `${at}.${index}`),
    );
    return items.includes(UNFIT) ? UNFIT : items;
  }

  private unfit(error: FieldError): typeof UNFIT {
    this.errors.push(error);
    return UNFIT;
  }

  private unknownField(field: string): void {
    this.unknown += 1;
    if (this.unknown <= UNKNOWN_NAMED)
      this.errors.push({ field: field.slice(0, NAME_SHOWN), code: 'form.unknown-field' });
  }
}
