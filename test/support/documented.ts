import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Document, Operation, Schema } from './openapi.js';
import type { WireAnswer } from './wire.js';

/** Says what is wrong with an answer, by the document: its status, its type and its shape. */
export class Documented {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  private readonly checks = new Map<Schema, ReturnType<Ajv2020['compile']>>();
  private readonly compiled = new Map<string, ReturnType<Ajv2020['compile']>>();

  constructor(document: Document) {
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema({ $id: 'https://api.example/', components: document.components });
  }

  /** null when the answer is as documented. */
  faultOf(operation: Operation, answer: WireAnswer): string | null {
    if (answer.status >= 500) return `${answer.status}: ${answer.text.slice(0, 300)}`;
    const response = operation.responses[String(answer.status)];
    if (!response) return `status ${answer.status} is not documented: ${answer.text.slice(0, 300)}`;
    const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
    if (!response.content) return answer.text === '' ? null : `${answer.status} should have no body`;
    const schema = response.content[type]?.schema;
    if (!schema) return `${answer.status} came as ${type}, documented is ${Object.keys(response.content).join(', ')}`;
    if (!/json$/.test(type)) return null;
    const check = this.checkOf(schema);
    if (check(JSON.parse(answer.text))) return null;
    const [error] = check.errors ?? [];
    return `${answer.status} does not have its documented shape: ${error?.instancePath} ${error?.message} ${JSON.stringify(error?.params)}; ${answer.text.slice(0, 300)}`;
  }

  /** Compiled once, however many answers have this shape: a problem looks the same everywhere. */
  private checkOf(schema: Schema): ReturnType<Ajv2020['compile']> {
    const known = this.checks.get(schema);
    if (known) return known;
    const whole = absolute(schema);
    const check = this.compiled.get(whole) ?? this.ajv.compile(JSON.parse(whole));
    this.compiled.set(whole, check);
    this.checks.set(schema, check);
    return check;
  }
}

/** The document's references as those of the schema that ajv knows. */
function absolute(schema: Schema): string {
  return JSON.stringify(schema).replaceAll('"#/components/', '"https://api.example/#/components/');
}
