import { DataSource } from 'typeorm';
import { firstDay, installationFacts, isReady, stepSentence, type Step, type StepState } from '#installation';
import { Clock } from '#kernel';
import { dataSourceOptions } from '#platform';
import { type Env } from '#host';
import { InputError } from './input.js';

const MARKS: Readonly<Record<'ru' | 'en', Readonly<Record<StepState, string>>>> = {
  ru: { done: 'ok', warning: '!', missing: 'нет', failed: 'нет', waits: 'ждёт' },
  en: { done: 'ok', warning: '!', missing: 'no', failed: 'no', waits: 'waits' },
};

/** Says the steps of the first day, one a line: mark, step, what is so. Whether everything that is required is there. */
export async function doctor(url: string, env: Env, locale: string, say: (line: string) => void): Promise<boolean> {
  if (locale !== 'ru' && locale !== 'en') throw new InputError('--locale is ru or en');
  const source = await new DataSource(dataSourceOptions({ url, max: 1, applicationName: 'lepta-doctor' })).initialize();
  try {
    const facts = await installationFacts(source, env, new Clock().now());
    const steps = firstDay(facts);
    for (const step of steps) say(line(step, locale, facts.places.timeZone));
    return isReady(steps);
  } finally {
    await source.destroy();
  }
}

function line(step: Step, locale: 'ru' | 'en', timeZone: string | null): string {
  return `${MARKS[locale][step.state].padEnd(6)}${step.code.padEnd(16)}${stepSentence(step, locale, timeZone)}`;
}
