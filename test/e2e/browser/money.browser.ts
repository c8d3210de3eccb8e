import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, hasOutcome, inTurn, looksFine, newcomer, numbers, person, test } from './support.js';

const ACCOUNT = /PersonalAcc=(\d{20})/;

/** Makes what the demo region may lack: an open money need of the coordinator's organization whose yes is given beforehand. */
async function moneyNeed(page: Page): Promise<string> {
  const { organization } = (
    (await (await page.request.get('/api/v1/session')).json()) as { memberships: { organization: { id: string } }[] }
  ).memberships[0] ?? { organization: { id: '' } };
  const needs = (await (
    await page.request.get(`/api/v1/needs?organization=${organization.id}&kind=money&limit=200`)
  ).json()) as { items: { id: string; status: string; autoAccept: boolean; balance: { open: number } }[] };
  return (
    needs.items.find(
      (need) => ['open', 'partly_met'].includes(need.status) && need.autoAccept && need.balance.open > 200_000,
    )?.id ?? ''
  );
}

/** What a need has received, as its page says it. */
async function rubles(page: Page): Promise<number> {
  const words = await page.locator('[data-balance=received]').textContent();
  return Number((words ?? '').replace(/[^\d,]/g, '').replace(',', '.'));
}

/** A statement as «1С: Клиент-банк» writes it, of payments into an account: purpose, sum and number of each. */
function statementFile(account: string, payments: readonly (readonly [string, string, string])[]): string {
  const documents = payments.flatMap(([purpose, sum, number]) => [
    'СекцияДокумент=Платежное поручение',
    `Номер=${number}`,
    'Дата=10.03.2026',
    `Сумма=${sum}`,
    'ПлательщикСчет=40817810000000000001',
    'Плательщик=Проверка',
    `ПолучательСчет=${account}`,
    `НазначениеПлатежа=${purpose}`,
    'КонецДокумента',
  ]);
  return ['1CClientBankExchange', 'ВерсияФормата=1.03', ...documents, 'КонецФайла', ''].join('\n');
}

async function importFile(desk: Page, name: string, file: string): Promise<void> {
  await desk.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(file) });
  await desk.getByRole('button', { name: 'Загрузить', exact: true }).click();
  await hasOutcome(desk, '[data-file-read=done]');
}

test('a visitor gives by QR code, the coordinator imports the statement, both see it', async ({
  page,
  browser,
  complaints,
}) => {
  const desk = await person(browser, complaints, 'coordinator', '/desk');
  const need = await moneyNeed(desk);
  expect(need).not.toBe('');

  await page.goto(`/needs/${need}`);
  const before = await rubles(page);
  await page.getByRole('button', { name: '500 ₽', exact: true }).click();
  await page.getByLabel(/^Почта/).fill('giver@example.org');
  const promised = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/gifts'));
  await page.getByRole('button', { name: 'Перевести по QR-коду' }).click();
  expect((await promised).postDataJSON()).toMatchObject({ donor: { email: 'giver@example.org' } });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Осталось перевести');
  const code = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  await expect(page.getByText(code).first()).toBeVisible();
  await expect(page.getByAltText(/Платёжный QR-код/)).toBeVisible();
  const gift = (await (await page.request.get(`/api/v1/gifts/${code}`)).json()) as { qr: { payload: string } };
  const account = ACCOUNT.exec(gift.qr.payload)?.[1] ?? '';

  const org = new URL(desk.url()).pathname.split('/')[2] ?? '';
  await desk.goto(`/desk/${org}/bank`);
  const file = statementFile(account, [
    [`Дар ${code.toLowerCase()}`, '500.00', code],
    ['Без кода', '12.34', `${code}-2`],
    ['На добрые дела', '43.21', `${code}-3`],
  ]);
  await importFile(desk, 'kl_to_1c.txt', file);
  const fates = desk.getByRole('region', { name: 'Что стало с каждой строкой' });
  await fates.getByText(/^Строки выписки от/).click();
  await expect(fates.getByRole('link', { name: code, exact: true })).toBeVisible();
  const row = desk.getByRole('form', { name: /12,34/ });
  await row.getByRole('button', { name: 'Это не вклад' }).click();
  await expect(row).toHaveCount(0);
  await expect(fates.getByRole('listitem').filter({ hasText: '12,34' })).toContainText('Не вклад');

  await desk.getByRole('form', { name: /43,21/ }).getByRole('button', { name: 'Ничей вклад: отложить' }).click();
  await desk
    .getByRole('region', { name: 'Излишек' })
    .getByRole('listitem')
    .filter({ hasText: '43,21' })
    .first()
    .getByRole('link')
    .click();
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('не видно');
  await desk.getByRole('radio', { name: /Оставить на уставную работу/ }).check();
  await desk.getByRole('button', { name: 'Решить', exact: true }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'на уставную работу' })).toBeVisible();
  await desk.getByRole('button', { name: 'Отменить решение' }).click();
  await expect(desk.getByRole('radio', { name: /Оставить на уставную работу/ })).not.toBeChecked();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('дошли до организации');
  await page.goto(`/needs/${need}`);
  expect(await rubles(page)).toBe(before + 500);

  await page.getByRole('contentinfo').getByRole('link', { name: 'Проверить по коду' }).click();
  await page.getByLabel('Код с листа или код перевода').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page).toHaveURL(/\/gifts\//);
  const pdf = await page.request.get(
    (await page.getByRole('link', { name: 'Квитанция, PDF' }).getAttribute('href')) ?? '',
  );
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  const { verificationCode } = (await (await page.request.get(`/api/v1/gifts/${code}/receipt`)).json()) as {
    verificationCode: string;
  };
  await page.goto(`/gift-papers/${verificationCode}`);
  await expect(page.getByRole('heading', { name: 'Документ настоящий', exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /Всего.*500/ })).toBeVisible();
  await desk.goto(`/desk/${org}/bank`);
  const booked = desk
    .getByRole('region', { name: 'Уже записали' })
    .getByRole('listitem')
    .filter({ has: desk.getByRole('link', { name: code, exact: true }) });
  await booked.getByRole('button', { name: 'Отменить запись' }).click();
  await expect(booked).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: /Документ настоящий, но/ })).toBeVisible();
  await looksFine(page, 'changed receipt');
  await page.goto(`/needs/${need}`);
  expect(await rubles(page)).toBe(before);
});

test('a cancelled import takes its rows away, and the same file is read anew', async ({ browser, complaints }) => {
  inTurn();
  const desk = await person(browser, complaints, 'coordinator', '/desk');
  await desk.waitForURL(/\/desk\/[^/]+/);
  const org = new URL(desk.url()).pathname.split('/')[2] ?? '';
  const { account } = (await (await desk.request.get(`/api/v1/organizations/${org}`)).json()) as {
    account: { number: string };
  };
  const name = `kl_to_1c_${randomUUID()}.txt`;
  const file = statementFile(account.number, [
    ['Не тот файл', '61.07', '907'],
    ['И этот перевод не отсюда', '61.08', '908'],
  ]);
  await desk.goto(`/desk/${org}/bank`);
  const table = Buffer.from('Дата;Сумма;Назначение\n10.03.2026;10,00;Проверка\n');
  await desk.locator('input[type=file]').setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: table });
  await desk.getByRole('button', { name: 'Загрузить', exact: true }).click();
  await expect(desk.getByText(/Сначала назовите столбцы/)).toBeVisible();
  await expect(desk.locator('details[open] form input').first()).toBeFocused(); // where they are named
  const waiting = desk.getByRole('form', { name: /61,0[78]/ });
  const last = desk.getByRole('region', { name: 'Что стало с каждой строкой' });
  const cancelled = desk
    .getByRole('region', { name: 'Загруженные выписки' })
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ hasText: 'Загрузку отменили' });

  for (const times of [1, 2]) {
    await importFile(desk, name, file);
    await expect(waiting).toHaveCount(2);
    await expect(last).toContainText(name);
    await last.getByRole('button', { name: 'Отменить загрузку' }).click();
    await last.getByRole('button', { name: 'Да, отменить' }).click();
    await expect(cancelled).toHaveCount(times);
    await expect(waiting).toHaveCount(0);
  }
});

test('an organization says on which terms it takes money, and has its register as a table', async ({
  page,
  browser,
  complaints,
}) => {
  const desk = await person(browser, complaints, 'coordinator', '/desk');
  await desk.waitForURL(/\/desk\/[^/]+/);
  const org = new URL(desk.url()).pathname.split('/')[2] ?? '';
  await page.goto(`/organizations/${org}/donation-terms`);
  await expect(page.getByRole('heading', { level: 1, name: 'Публичная оферта о пожертвовании' })).toBeVisible();
  await looksFine(page, 'donation terms');
  await desk.goto(`/desk/${org}/bank`);
  const csv = await desk.request.get(
    (await desk
      .getByRole('region', { name: 'Реестр пожертвований' })
      .getByRole('link', { name: 'CSV' })
      .getAttribute('href')) ?? '',
  );
  expect([csv.status(), (await csv.text()).includes('Код проверки')]).toEqual([200, true]);
  await looksFine(desk, 'bank');
});

test('who is signed in finds their gifts again', async ({ browser, complaints }) => {
  const need = await moneyNeed(await person(browser, complaints, 'coordinator', '/desk'));
  const donor = await person(browser, complaints, 'donor', `/needs/${need}`);
  await donor.getByRole('button', { name: '500 ₽', exact: true }).click();
  await donor.getByRole('button', { name: 'Перевести по QR-коду' }).click();
  await expect(donor.getByRole('heading', { level: 1 })).toContainText('Осталось перевести');
  const code = decodeURIComponent(new URL(donor.url()).pathname.split('/').at(-1) ?? '');
  await donor.goto('/me');
  await donor.locator(`[data-gift="${code}"]`).getByRole('link').click();
  await expect(donor).toHaveURL(new RegExp(`/gifts/${code}$`));
});

test('a gift by QR code is said to be what it is, before it is cancelled and after', async ({
  browser,
  complaints,
}) => {
  const need = await moneyNeed(await person(browser, complaints, 'coordinator', '/desk'));
  const donor = await person(browser, complaints, 'donor', `/needs/${need}`);
  await donor.getByRole('button', { name: '500 ₽', exact: true }).click();
  await donor.getByRole('button', { name: 'Перевести по QR-коду' }).click();
  await expect(donor.getByRole('heading', { level: 1 })).toContainText('Осталось перевести');
  const code = decodeURIComponent(new URL(donor.url()).pathname.split('/').at(-1) ?? '');
  const offers = (await (await donor.request.get('/api/v1/offers?limit=1')).json()) as { items: { id: string }[] };
  const { items } = (await (await donor.request.get(`/api/v1/matches?offer=${offers.items[0]?.id}`)).json()) as {
    items: { id: string; gift: { code: string } | null }[];
  };
  expect(items.map(({ gift }) => gift?.code)).toEqual([code]);
  const match = items[0]?.id ?? '';
  await donor.goto(`/matches/${match}`);
  await expect(donor.getByText('Осталось перевести деньги прямо на счёт организации')).toBeVisible();
  await expect(donor.getByRole('main')).not.toContainText(/отметьте|Я перевёл|Вы оба|Согласны оба/);
  await expect(donor.getByRole('link', { name: 'Страница вклада: что с ним стало' })).toBeVisible();
  await looksFine(donor, 'match-of-a-gift');
  await donor.getByRole('button', { name: 'Отменить договорённость' }).click();
  await donor.getByRole('button', { name: 'Отменить договорённость' }).last().click();
  await hasOutcome(donor, `[data-outcome="${match} cancelled"]`);
  await expect(donor.getByRole('main')).toContainText('Вы отменили перевод');
  await expect(donor.getByRole('main')).not.toContainText('снова в подборе');
  await expect(async () => {
    await donor.goto(`/gifts/${code}`);
    await expect(donor.getByText('Даритель отменил перевод')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(donor.getByAltText(/Платёжный QR-код/)).toHaveCount(0);
  await donor.goto('/me');
  await expect(donor.locator(`[data-gift="${code}"]`)).toContainText('отменено');
});

/** As its page would send it. */
const send = async ([path, form]: readonly [string, object]): Promise<Record<string, string>> =>
  (await (
    await fetch(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(form),
    })
  ).json()) as Record<string, string>;

test('a company pledges, pays one transfer over many needs, and its statement divides it over them', async ({
  page,
  browser,
  complaints,
}) => {
  test.slow(); // a company is checked first, and its page is looked at in every theme
  await newcomer(page, 'pledging', '/desk');
  const own = numbers();
  const { id: company = '' } = await page.evaluate(send, [
    '/organizations',
    {
      name: 'Общество с ограниченной ответственностью «Зейский мост»',
      shortName: 'ООО «Зейский мост»',
      form: 'ooo',
      inn: own['ИНН'],
      ogrn: own['ОГРН'],
      kpp: own['КПП'],
      place: 'belogorsk',
    },
  ] as const);
  await page.evaluate(send, [`/organizations/${company}/submit`, {}] as const);
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  await expect
    .poll(
      () =>
        moderator.evaluate(async (id) => {
          const { items } = (await (await fetch('/api/v1/reviews?status=open&limit=200')).json()) as {
            items: { id: string; subject: { id: string } }[];
          };
          const review = items.find(({ subject }) => subject.id === id);
          if (!review) return 0;
          return (
            await fetch(`/api/v1/reviews/${review.id}/decision`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
              body: JSON.stringify({ outcome: 'approve' }),
            })
          ).status;
        }, company),
      { timeout: 30_000 },
    )
    .toBe(200);

  await page.goto(`/desk/${company}/pledges`);
  await expect(page.getByRole('heading', { name: 'Поручений пока нет' })).toBeVisible();
  await page.getByLabel('Потолок').fill('4000');
  for (const sphere of await page.getByRole('checkbox').all()) await sphere.check();
  await page.getByRole('button', { name: 'Дать поручение' }).click();
  await page.getByRole('button', { name: 'Собрать переводы сейчас' }).click();
  await expect(page.getByRole('heading', { name: /К оплате/ })).toBeVisible();
  await expect(page.locator('[data-sum=due]')).toContainText('4');
  const transfer = page.locator('[data-transfer]').first();
  await transfer.getByText('Как оплатить').click();
  await expect(transfer.getByAltText(/Платёжный QR-код/)).toBeVisible();
  await looksFine(page, 'pledge');
  const contract = await page.request.get(
    (await transfer.getByRole('link', { name: 'Договор, PDF' }).getAttribute('href')) ?? '',
  );
  expect([contract.status(), contract.headers()['content-type']]).toEqual([200, 'application/pdf']);

  await page.goto(`/desk/${company}`);
  await expect(page.locator('[data-deadline=pay]').first()).toHaveText(/^Оплатить: .*₽/);
  await expect(transfer.getByRole('link', { name: 'Договор, PDF' })).toBeVisible(); // what is to be paid stands on the first page
  await page.goto('/me');
  await expect(page.locator(`[data-own-desk][href$="/desk/${company}"]`)).toBeVisible();
  await page.goto(`/desk/${company}/pledges`);
  await expect(transfer).toBeVisible();

  const lines = await transfer.locator('[data-part]').count();
  await transfer
    .getByRole('button', { name: /Убрать из перевода/ })
    .first()
    .click();
  const left = page.getByText('убрано').first();
  await expect(left).toBeAttached();
  if (!(await left.isVisible())) await page.locator('details', { has: left }).locator('summary').first().click(); // it was the only line: the transfer is over
  await expect(left).toBeVisible();
  expect(lines).toBeGreaterThan(0);

  await page.goto(`/desk/${company}`);
  await expect(page.getByRole('region', { name: 'Поручение' })).toContainText('К оплате');
});
