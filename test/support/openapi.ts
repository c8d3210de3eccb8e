/** A JSON schema as our OpenAPI document has it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly example?: unknown;
  readonly default?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly example?: unknown;
}

interface Content {
  readonly schema?: Schema;
}

export interface Operation {
  /** `POST /api/v1/needs/{id}/submit` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The form, null where there is none. */
  readonly body: Schema | null;
  readonly bodyTypes: readonly string[];
  /** The ways to ask, each the names of what it needs: none at all for `[]` among them. Empty where nobody looks at who asks. */
  readonly security: readonly (readonly string[])[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
}

export interface Document {
  readonly operations: readonly Operation[];
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface RawOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly responses: Operation['responses'];
}

/** Every operation that the document names, in its order. */
export async function readOpenApi(url: string): Promise<Document> {
  const raw = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, RawOperation>>;
    components: Document['components'];
  };
  const operations = Object.entries(raw.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const content = operation.requestBody?.content ?? {};
      return [
        {
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          parameters: operation.parameters ?? [],
          body: Object.values(content)[0]?.schema ?? null,
          bodyTypes: Object.keys(content),
          security: (operation.security ?? []).map((way) => Object.keys(way)),
          responses: operation.responses,
        },
      ];
    }),
  );
  return { operations, components: raw.components };
}

/** Follows `$ref`. */
export function resolve(document: Document, schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const found = document.components.schemas[schema.$ref.split('/').at(-1) as string];
  if (!found) throw new Error(`${schema.$ref} is not in the document`);
  return resolve(document, found);
}

/** A string of the form `type=object nullable` is both spellings of 3.0 and 3.1. */
export function typesOf(schema: Schema): readonly string[] {
  const types = typeof schema.type === 'string' ? [schema.type] : [...(schema.type ?? [])];
  return schema.nullable ? [...types, 'null'] : types;
}
