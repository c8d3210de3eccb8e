import type { Browser, Page } from '@playwright/test';
import { expect, linkIn, PASSWORD, stranger } from './support.js';

/** One request of the person signed in on this page. */
export const ask = async <T>(page: Page, method: 'GET' | 'POST', path: string, data?: object): Promise<T> => {
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method,
    data,
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(`${path} ${answer.status()} ${answer.ok() ? '' : await answer.text()}`).toMatch(/ 20\d /);
  return (await answer.json()) as T;
};

/** An open need of twelve hours: the coordinator asks, the moderator approves. */
export async function openNeed(coordinator: Page, moderator: Page): Promise<string> {
  const session = await ask<{ memberships: { organization: { id: string }; role: string }[] }>(
    coordinator,
    'GET',
    '/session',
  );
  const organization = session.memberships.find(({ role }) => role !== 'accountant')!.organization.id;
  const need = await ask<{ id: string }>(coordinator, 'POST', '/needs', {
    organization,
    kind: 'time',
    category: 'emergency-logistics',
    title: `Сортировка помощи ${Date.now()}`,
    description: 'Привезли две машины коробок, нужно разложить по семьям.',
    quantity: '12',
    unit: 'hour',
    place: 'selemdzhinsky',
    deadline: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    urgency: 4,
    autoAccept: true,
  });
  await ask(coordinator, 'POST', `/needs/${need.id}/submit`, {});
  let review: { id: string } | undefined;
  await expect(async () => {
    const { items } = await ask<{ items: { id: string; subject: { id: string } }[] }>(
      moderator,
      'GET',
      '/reviews?status=open&limit=200',
    );
    review = items.find(({ subject }) => subject.id === need.id);
    expect(review).toBeDefined();
  }).toPass();
  await ask(moderator, 'POST', `/reviews/${review!.id}/decision`, { outcome: 'approve' });
  return need.id;
}

let made = 0;

/** A volunteer who has just registered: whose hours nobody has taken, not another story and not this one when it is told again. How one registers: sign-in.browser.ts. */
export async function newVolunteer(browser: Browser, complaints: string[]): Promise<Page> {
  const page = await stranger(browser, complaints);
  const email = `volunteer-${Date.now().toString(36)}-${(made += 1)}@example.org`;
  const { items } = await ask<{ items: { purpose: string; version: string }[] }>(page, 'GET', '/consent-texts');
  await ask(page, 'POST', '/people', {
    email,
    password: PASSWORD,
    name: 'Вера',
    locale: 'ru',
    consents: items
      .filter(({ purpose }) => purpose === 'personal-data')
      .map(({ purpose, version }) => ({ purpose, version })),
  });
  const token = decodeURIComponent((await linkIn(email, '/confirm-email')).split('#')[1]!);
  await ask(page, 'POST', '/email-confirmations', { token });
  await ask(page, 'POST', '/session', { email, password: PASSWORD });
  await page.goto('/');
  return page;
}
