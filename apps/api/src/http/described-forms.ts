import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { assert } from '#kernel';

type Keywords = Readonly<Record<string, unknown>>;

interface Constraint {
  readonly type: string;
  readonly name?: string;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[];
  readonly each: boolean;
}

/** Under which `@ApiProperty` keeps what it says of a field. */
const DESCRIPTION = 'swagger/apiModelProperties';
/** As class-validator calls a field that may be left out (`IsOptional`, `ValidateIf`). */
const CONDITIONAL = 'conditionalValidation';

/** What a decorator of a field demands, as JSON Schema says it. What is not here demands a type, which `@ApiProperty` and TypeScript say. */
const keywords: Readonly<Record<string, (limits: readonly unknown[]) => Keywords>> = {
  maxLength: ([max]) => ({ maxLength: max }),
  minLength: ([min]) => ({ minLength: min }),
  isLength: ([min, max]) => ({ minLength: min, maxLength: max }),
  isNotEmpty: () => ({ minLength: 1 }),
  matches: ([pattern]) => ({ pattern: sourceOf(pattern as RegExp) }),
  isEmail: () => ({ format: 'email' }),
  isUuid: () => ({ format: 'uuid' }),
  isIso8601: () => ({ format: 'date-time' }),
  isInt: () => ({ type: 'integer' }),
  min: ([min]) => ({ minimum: min }),
  max: ([max]) => ({ maximum: max }),
  isIn: ([values]) => ({ enum: values }),
  arrayMaxSize: ([max]) => ({ maxItems: max }),
  arrayMinSize: ([min]) => ({ minItems: min }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** JSON Schema has no flags. */
function sourceOf(pattern: RegExp): string {
  assert(pattern.flags === '', `${pattern} needs a flag, which the description of the API cannot say`);
  return pattern.source;
}

/**
 * Makes the description of every form say what its decorators refuse, so that a limit is written once. Where `@ApiProperty` says the same thing, the
 * decorator is right; what only a rule behind the form knows is said by `@ApiProperty` alone.
 */
export function describeForms(): void {
  const { validationMetadatas: all } = getMetadataStorage() as unknown as {
    validationMetadatas: ReadonlyMap<Type<object> | string, readonly Constraint[]>;
  };
  for (const [form, own] of all)
    if (typeof form === 'function') describe(form, new Set(own.map(({ propertyName }) => propertyName)));
}

/** What a text must be that keeps at least so many characters when the spaces around it are cut off. */
export function atLeast(characters: number): { readonly minLength: number; readonly pattern: string } {
  return { minLength: characters, pattern: characters < 2 ? '\\S' : `\\S[\\s\\S]{${characters - 2},}\\S` };
}

function describe(form: Type<object>, fields: ReadonlySet<string>): void {
  const { prototype } = form as { prototype: object };
  for (const [field, constraints] of constraintsOf(form)) {
    if (!fields.has(field)) continue; // its own class says it
    const said = Reflect.getMetadata(DESCRIPTION, prototype, field) as { items?: object } | undefined;
    const own = keywordsOf(constraints.filter(({ each }) => !each));
    const each = keywordsOf(constraints.filter((constraint) => constraint.each));
    const items =
      said?.items ?? (said ? undefined : constraints.some(({ name }) => name === 'isArray') ? {} : undefined);
    const optional = constraints.some(({ type }) => type === CONDITIONAL) ? { required: false } : {};
    ApiProperty({
      ...(items && !said ? { type: 'array' } : {}),
      ...own,
      ...(items ? { items: { ...items, ...each } } : each),
      ...optional,
    } as object)(prototype, field);
  }
}

/** The fields of a form that comes beside a file, and which of them must come. */
export function partsOf(form: Type<object>): {
  readonly properties: Readonly<Record<string, object>>;
  readonly required: readonly string[];
} {
  const names = [...constraintsOf(form).keys()];
  describe(form, new Set(names));
  const fields = names.map((field) => {
    const {
      type,
      required = true,
      isArray: _,
      ...said
    } = Reflect.getMetadata(DESCRIPTION, (form as { prototype: object }).prototype, field) as {
      type: unknown;
      required?: boolean;
      isArray?: boolean;
    };
    return { field, required, schema: { type: type === String ? 'string' : type, ...said } };
  });
  return {
    properties: Object.fromEntries(fields.map(({ field, schema }) => [field, schema])),
    required: fields.flatMap(({ field, required }) => (required ? [field] : [])),
  };
}

function constraintsOf(form: Type<object>): Map<string, Constraint[]> {
  const found = new Map<string, Constraint[]>();
  for (const constraint of getMetadataStorage().getTargetValidationMetadatas(
    form,
    '',
    false,
    false,
  ) as unknown as Constraint[]) {
    found.set(constraint.propertyName, [...(found.get(constraint.propertyName) ?? []), constraint]);
  }
  return found;
}

function keywordsOf(constraints: readonly Constraint[]): Keywords {
  const isText = constraints.some(({ name }) => name === 'isString');
  return Object.assign(
    {},
    ...constraints.map(({ name, constraints: limits }) =>
      name === 'isNotEmpty' && !isText ? {} : keywords[name ?? '']?.(limits ?? []),
    ),
  ) as Keywords;
}
