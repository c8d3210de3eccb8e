import { v7, v5, validate } from 'uuid';

/** Identifiers are UUIDs of version 7 (RFC 9562): made by the caller, ordered by time, so they index well. */
export function newId(): string {
  return v7();
}

/** The same name in the same room gives the same id: the idempotency key of a transfer or mail that a job may write twice. */
export function derivedId(namespace: string, name: string): string {
  return v5(name, namespace);
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}
