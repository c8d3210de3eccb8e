import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { Refusal, refuseForm } from '#kernel';
import { forbiddenTexts, impossibleFields, isForbidden } from './body.js';
import { fieldErrors } from './form-errors.js';

const ERRORS_MAX = 50;
/** Under which `@ApiProperty` keeps what it says of a field. */
const DESCRIPTION = 'swagger/apiModelProperties';

/**
 * Reads a form: a plain object becomes the DTO class, checked field by field. Unknown fields, wrong types and texts that the database
 * cannot keep are refused with the field named; nothing is converted that a DTO does not convert itself.
 */
@Injectable()
export class FormPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype, data }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom') return value;
    if (type === 'param') {
      if (typeof value === 'string' && isForbidden(value)) throw new Refusal('http.not-found');
      return value;
    }
    const prefix = data ?? '';
    refuseForm(forbiddenTexts(value, prefix).map((field) => ({ field, code: 'form.forbidden-characters' })));
    refuseForm(impossibleFields(value, prefix).map((field) => ({ field, code: 'form.unknown-field' })));
    if (!metatype || isPlainType(metatype)) return value;
    const form = value ?? {};
    if (typeof form !== 'object' || Array.isArray(form)) refuseForm([{ field: prefix, code: 'form.wrong-type' }]);
    const dto = plainToInstance(metatype as Type<object>, { ...form });
    const errors = await validate(dto, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false, stopAtFirstError: false });
    const wrong = fieldErrors(errors);
    const empty = emptyFields(dto, prefix).filter((field) => !wrong.some((error) => error.field === field)).map((field) => ({ field, code: 'form.wrong-type' }));
    refuseForm([...wrong, ...empty].slice(0, ERRORS_MAX));
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
