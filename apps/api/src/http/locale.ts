import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from './request.js';

/** Picks Russian or English from an Accept-Language header (RFC 9110, with weights). Null when it asks for neither. */
export function preferredLocale(header: string | undefined): 'ru' | 'en' | null {
  let best: { locale: 'ru' | 'en'; weight: number } | null = null;
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';');
    const language = tag.trim().split('-')[0];
    if (language !== 'ru' && language !== 'en') continue;
    const q = params.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((value) => value !== undefined);
    const weight = q === undefined ? 1 : Number(q);
    if (weight > 0 && (best === null || weight > best.weight)) best = { locale: language, weight };
  }
  return best?.locale ?? null;
}

/** The language of an answer: what the request asks for, else the person's own, else Russian. */
export function localeOf(request: ApiRequest): 'ru' | 'en' {
  return preferredLocale(request.headers['accept-language']) ?? request.actor?.locale ?? 'ru';
}

export const LocaleOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  localeOf(context.switchToHttp().getRequest<ApiRequest>()),
);
