import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { Refusal, refuseForm, textFault, type FieldError } from '#kernel';
import { fieldErrors } from './form-errors.js';
import { Fitting } from './form-fit.js';

const ERRORS_MAX = 50;
/** Under which `@ApiProperty` keeps what it says of a field. */
const DESCRIPTION = 'swagger/apiModelProperties';

const TOLD_LATER = Symbol('told by the service');
const FAULTS = Symbol('faults');
/** What is wrong with how a text is written: a service can read the form nevertheless, to find what else is. */
const AS_WRITTEN: readonly string[] = ['form.required', 'form.not-an-email'];

/**
 * On the class of a form whose service finds faults of its own: a text that is empty, or no address, is told by it with them, all in one answer. The
 * service is given `faultsOf` it. Nothing of a form with faults can be read before they were: it is refused with them, as any other form.
 */
export const FaultsTogether = (): ClassDecorator => (form) => Reflect.defineMetadata(TOLD_LATER, true, form);

/** Hands the faults over: whoever asks for them refuses the form, and may read it from then on. */
export function faultsOf(form: object): readonly FieldError[] {
  const { [FAULTS]: open } = form as { readonly [FAULTS]?: () => readonly FieldError[] };
  return open?.() ?? [];
}

/** Shuts a form until its faults are asked for. */
function shutUntilAsked(form: object, faults: readonly FieldError[]): void {
  if (faults.length === 0) return;
  const written = Object.getOwnPropertyDescriptors(form);
  for (const name of Object.keys(written))
    Object.defineProperty(form, name, { enumerable: true, configurable: true, get: () => refuseForm(faults) });
  Object.defineProperty(form, FAULTS, {
    value: () => {
      Object.defineProperties(form, written);
      return faults;
    },
  });
}

/**
 * Reads a form: a plain object becomes the DTO class, checked field by field. Unknown fields, wrong types and texts with characters that nobody
 * sees are refused with the field named; nothing is converted that a DTO does not convert itself. What is too large is found first and neither
 * made nor validated, so the work is bounded by the form, not by what was sent.
 */
@Injectable()
export class FormPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype, data }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom') return value;
    if (type === 'param') {
      if (typeof value === 'string' && textFault(value, 'unseen')) throw new Refusal('http.not-found');
      return value;
    }
    const prefix = data ?? '';
    const fitting = new Fitting();
    if (!metatype || isPlainType(metatype)) {
      fitting.anything(value, prefix);
      refuseForm(fitting.errors.slice(0, ERRORS_MAX));
      return value;
    }
    const form = value ?? {};
    if (typeof form !== 'object' || Array.isArray(form)) refuseForm([{ field: prefix, code: 'form.wrong-type' }]);
    const dto = plainToInstance(metatype as Type<object>, fitting.object(form, metatype as Type<object>, prefix));
    const errors = await validate(dto, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      stopAtFirstError: false,
    });
    const wrong = [...fitting.errors, ...fieldErrors(errors).filter(({ field }) => !fitting.leftOut.has(field))];
    const empty = emptyFields(dto, prefix)
      .filter((field) => !wrong.some((error) => error.field === field))
      .map((field) => ({ field, code: 'form.wrong-type' }));
    const faults = [...wrong, ...empty].slice(0, ERRORS_MAX);
    const isText = (field: string): boolean => typeof (dto as Record<string, unknown>)[field] === 'string';
    if (
      Reflect.getMetadata(TOLD_LATER, metatype) &&
      faults.every(({ field, code }) => AS_WRITTEN.includes(code) && isText(field))
    )
      shutUntilAsked(dto, faults);
    else refuseForm(faults);
    return dto;
  }
}

/** Fields that are null where the description of the API does not let them be: to class-validator's `IsOptional` null is as good as nothing, to a service it is not. */
function emptyFields(form: object, path: string): string[] {
  return Object.entries(form).flatMap(([name, value]: [string, unknown]) => {
    const field = path === '' ? name : `${path}.${name}`;
    if (value !== null) return typeof value === 'object' ? emptyFields(value, field) : [];
    const described = Reflect.getMetadata(DESCRIPTION, form, name) as { nullable?: boolean } | undefined;
    return described && !described.nullable ? [field] : [];
  });
}

function isPlainType(metatype: unknown): boolean {
  return [String, Boolean, Number, Array, Object, Buffer, Date].some((type) => type === metatype);
}
