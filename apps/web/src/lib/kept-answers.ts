import { useSyncExternalStore } from 'react';
import { FORGET, KEPT_AT, OWN_CACHE } from '../offline/names.js';
import type { Answered } from './surroundings.js';

/** Answers that came from what this browser had kept, by their paths: when they were right, and when they were shown. */
const kept = new Map<string, { readonly at: number; readonly shown: number }>();
const listeners = new Set<() => void>();
let oldest: number | null = null;

function tell(): void {
  const before = oldest;
  oldest = kept.size === 0 ? null : Math.min(...[...kept.values()].map(({ at }) => at));
  if (oldest !== before) for (const listener of listeners) listener();
}

/** Notes where an answer came from. A new one takes the place of the kept one. */
export function noteAnswer(path: string, answer: Answered): void {
  const at = Date.parse(answer.headers.get(KEPT_AT) ?? '');
  if (!Number.isNaN(at)) kept.set(path, { at, shown: Date.now() });
  else if (!kept.delete(path)) return;
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** When the oldest of what was shown from memory was right: the page says nothing newer of itself. Null while everything comes from the server. */
export const useKeptSince = (): number | null =>
  useSyncExternalStore(
    subscribe,
    () => oldest,
    () => null,
  );

/** Everything on the screen was asked for anew at that moment: what was shown before it stands there no more. */
export function shownAnew(since: number): void {
  for (const [path, { shown }] of kept) if (shown < since) kept.delete(path);
  tell();
}

/** A person who leaves takes their answers along, those that the worker is about to keep included. `forms`: also what they wrote into the forms of this tab. */
export async function forgetPerson({ forms }: { forms: boolean }): Promise<void> {
  kept.clear();
  tell();
  try {
    if (forms) sessionStorage.clear();
    if (!('caches' in window)) return; // no TLS: nothing was kept
    navigator.serviceWorker.controller?.postMessage({ type: FORGET });
    await caches.delete(OWN_CACHE);
  } catch {
    /* storage is barred: then nothing was kept */
  }
}
