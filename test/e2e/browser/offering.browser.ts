import { hasTakenOver } from './quiet.js';
import { expect, inTurn, linkIn, looksFine, newcomer, PASSWORD, person, test } from './support.js';
import { jpeg } from '../../factories/pictures.js';
import type { Page } from '@playwright/test';

const words = (page: Page) => page.getByRole('combobox', { name: 'Что отдаёте' });
const suggestions = (page: Page) => page.getByRole('group', { name: /^Похоже на/ });
const sent = (page: Page): Promise<Record<string, unknown>> =>
  page
    .waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/v1/offers'))
    .then((request) => request.postDataJSON() as Record<string, unknown>);

test('nothing is chosen for the donor: what was understood of other words is gone with them', async ({ page }) => {
  await page.goto('/offer?what=%D0%B4%D1%80%D0%BE%D0%B2%D0%B0'); // "дрова", as the door of the home page sends it
  await hasTakenOver(suggestions(page).getByRole('button').first());
  await expect(words(page)).toHaveValue('дрова');
  await expect(page.getByText('Поняли так:')).toBeHidden(); // offered, not chosen
  await suggestions(page).getByRole('button', { name: 'Дрова и уголь', exact: true }).click();
  await expect(page.getByText('Поняли так: Дрова')).toBeVisible();
  await words(page).fill('телевизор');
  await expect(page.getByText('Поняли так:')).toBeHidden();
  await expect(page.getByLabel('Категория')).toBeVisible();
  await words(page).fill('кровать');
  await words(page).press('Tab');
  await expect(page.getByText('Поняли так:')).toBeHidden();
  await expect(words(page)).toHaveValue('кровать');
});

test('a suggestion is taken by a tap, and the own words stay', async ({ page }) => {
  inTurn();
  await page.goto('/offer');
  await words(page).fill('старые дрова берёзовые');
  await words(page).press('Escape');
  await suggestions(page).getByRole('button', { name: 'Дрова и уголь', exact: true }).click();
  await expect(words(page)).toHaveValue('старые дрова берёзовые');
  await expect(page.getByText('Поняли так: Дрова')).toBeVisible();
  await page.getByRole('button', { name: 'Не то' }).click();
  await expect(words(page)).toBeFocused();
  await expect(page.getByText('Поняли так:')).toBeHidden();
  await expect(words(page)).toHaveValue('старые дрова берёзовые');
});

test('a thing says what its type asks, and when it can be fetched; the page of the offer says both', async ({
  page,
}) => {
  inTurn();
  await newcomer(page, 'boots', '/offer?kind=goods&item=shoes');
  await page.getByLabel('Сколько').fill('2');
  await page.getByLabel('Состояние').selectOption('good');
  await page.getByRole('textbox', { name: 'Размер' }).fill('38, 39');
  await page.getByLabel('Сезон').selectOption('winter');
  await page.getByLabel('Где вещи').selectOption('zeya');
  await page.getByRole('button', { name: 'Назвать время' }).click();
  await looksFine(page, 'offer-thing');
  const [form] = await Promise.all([sent(page), page.getByRole('button', { name: 'Предложить', exact: true }).click()]);
  expect(form).toMatchObject({
    attributes: { sizes: ['38', '39'], season: 'winter', condition: 'good' },
    pickUp: { windows: [{}], brings: false },
  });
  await page.waitForURL(/\/offer\/[0-9a-f-]{36}$/);
  const terms = page.locator('[data-terms]');
  await expect(terms).toContainText(/размер 38, 39.*зимнее.*в\sхорошем состоянии/);
  await expect(terms).toContainText(/забрать: .*18:00–20:00/);

  await page.getByRole('button', { name: 'Изменить вклад' }).click();
  await expect(page.getByLabel('Срок годности')).toHaveCount(0); // shoes do not spoil
  await page.getByLabel('До', { exact: true }).fill('21:30');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(terms).toContainText(/забрать: .*18:00–21:30/);
});

test('what the catalogue does not know is still an offer, in the words of its donor, for a moderator to look at', async ({
  page,
}) => {
  await newcomer(page, 'samovar', '/offer');
  await words(page).fill('бабушкин аквариум на сто литров');
  await words(page).press('Tab');
  await page.getByLabel('Сколько').fill('1');
  await page.getByLabel('Где вещи').selectOption('zeya');
  const [form] = await Promise.all([sent(page), page.getByRole('button', { name: 'Предложить', exact: true }).click()]);
  expect(form).toMatchObject({ kind: 'goods', title: 'бабушкин аквариум на сто литров', item: 'other-goods' });
  await page.waitForURL(/\/offer\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('бабушкин аквариум на сто литров');
  await expect(page.getByText('Ждёт модератора')).toBeVisible();
  await expect(page.locator('[data-match]')).toHaveCount(0);
});

test('hours of no category that the catalogue knows need the nearest one, and the form offers nothing else', async ({
  page,
}) => {
  await page.goto('/offer?kind=time');
  const help = page.getByRole('combobox', { name: 'Чем поможете' });
  await hasTakenOver(help);
  await help.fill('лепить вареники вместе');
  await help.press('Tab');
  const category = page.getByLabel('Категория');
  await expect(category).toHaveAccessibleDescription(/выберите ту, что\sближе всего/);
  await expect(category.getByRole('option', { name: /Не знаю/ })).toHaveCount(0);
  await expect(category).toHaveAttribute('required');
  await expect(page.getByText(/когда вы\sподтвердите почту/)).toBeVisible(); // a visitor is promised nothing sooner
});

test('who wants to be named is, and sees beforehand what the other side will read', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'donor', '/offer?kind=goods&item=heater');
  const nameless = page.getByLabel('Не называть меня');
  await expect(nameless).toBeChecked(); // nobody is named who has not said so
  await expect(page.getByText('Другая сторона увидит: Анонимный даритель')).toBeVisible();
  await nameless.uncheck();
  const { name } = await page.evaluate(
    async () => ((await (await fetch('/api/v1/session')).json()) as { person: { name: string } }).person,
  );
  await expect(page.getByText(`Другая сторона увидит: ${name}`)).toBeVisible();
  await page.getByLabel('Сколько').fill('1');
  await page.getByLabel('Где вещи').selectOption('zeya');
  await page.getByLabel('Расскажите о вещи').fill('Масляный, почти новый, забрать можно вечером');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'обогреватель.jpg', mimeType: 'image/jpeg', buffer: await jpeg(60, 40) });
  await expect(page.getByText('обогреватель.jpg')).toBeVisible();
  await looksFine(page, 'offer-with-photo');
  const [form] = await Promise.all([sent(page), page.getByRole('button', { name: 'Предложить', exact: true }).click()]);
  expect(form).toMatchObject({ anonymous: false, description: 'Масляный, почти новый, забрать можно вечером' });
  await page.waitForURL(/\/offer\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Масляный, почти новый')).toBeVisible();
  await expect(page.locator('[data-photo]')).toHaveCount(1);
  const id = page.url().split('/').at(-1)!;
  const offer = await page.evaluate(
    async (one) => (await (await fetch(`/api/v1/offers/${one}`)).json()) as { anonymous: boolean },
    id,
  );
  expect(offer.anonymous).toBe(false);
});

test('who has no account offers in the form itself; the offer waits for the link of a mail, and is theirs from then on', async ({
  page,
}) => {
  const email = `gostya-${Date.now().toString(36)}@example.org`;
  await page.goto('/offer?kind=money&quantity=1500');
  await expect(page.getByLabel('Сколько', { exact: true })).toHaveValue('1500');
  await page.goto('/offer?kind=goods&item=heater');
  await expect(page.getByLabel('Сколько', { exact: true })).toHaveValue(''); // roubles are not pieces
  await page.getByLabel('Сколько', { exact: true }).fill('2');
  await page.getByLabel('Где вещи').selectOption('zeya');
  await page.getByLabel('Не называть меня').uncheck();
  await expect(page.getByText(/имя, которое вы\sнапишете ниже/)).toBeVisible();
  await page.getByLabel('Как вас зовут').fill('Вера');
  await page.getByLabel('Почта').fill('не почта@');
  for (const box of await page.locator('input[name=consents]').all()) await box.check();
  await page.locator('form').evaluateAll((forms) => forms.forEach((form) => form.setAttribute('novalidate', '')));
  await page.getByRole('button', { name: 'Предложить', exact: true }).click();
  await expect(page.getByLabel('Почта')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Сколько', { exact: true })).toHaveValue('2');
  await page.getByLabel('Почта').fill(email);
  await looksFine(page, 'offer-newcomer');
  await page.getByRole('button', { name: 'Предложить', exact: true }).click();
  await expect(page.locator('[data-sent-by-mail]')).toBeFocused();
  await expect(page.locator('[data-sent-by-mail]')).toContainText('Вклад ждёт три дня');
  await expect(page.getByRole('button', { name: 'Предложить', exact: true })).toHaveCount(0); // nothing asks to send it again
  await page.getByRole('link', { name: 'Предложить ещё' }).click();
  await expect(page.getByRole('combobox', { name: 'Что отдаёте' })).toHaveValue('');
  await page.goto(await linkIn(email, '/confirm-email'));
  await page.getByRole('button', { name: 'Это моя почта' }).click();
  await page.getByLabel('Пароль для входа').fill(PASSWORD);
  await page.getByRole('button', { name: 'Это моя почта' }).click();
  await expect(page.locator('[data-link-done]')).toBeFocused();
  await expect(page.getByRole('main')).toContainText(`Вы входите как ${email}`);
  await page.getByRole('main').getByRole('button', { name: 'Войти', exact: true }).click(); // the password was written a moment ago
  await expect(page.locator('a[href^="/offer/"]').first()).toBeVisible();
});

test('behind the door of the home page only needs of those words stand, and every refusal names a field that is there', async ({
  browser,
  complaints,
  page: visitor,
}) => {
  inTurn();
  await visitor.goto('/');
  await visitor.getByLabel('Что у вас есть').fill('абракадабра');
  await visitor.getByRole('button', { name: 'Узнать, кому нужно' }).click();
  await expect(words(visitor)).toHaveValue('абракадабра');
  await expect(visitor.getByText('Сейчас об этом не просят')).toBeVisible();
  await expect(visitor.locator('article[data-need]')).toHaveCount(0);

  const page = await person(browser, complaints, 'donor', '/offer?kind=time');
  await page.getByRole('combobox', { name: 'Чем поможете' }).fill('абракадабра');
  await page.getByLabel('Сколько').fill('2');
  await page.getByLabel('Где вы').selectOption('zeya');
  await page.getByRole('button', { name: 'Предложить', exact: true }).click();
  await expect(page.locator('select[name=near]:invalid')).toBeFocused(); // the browser itself says what is missing
  await page.getByLabel('Категория').selectOption({ index: 1 });
  const [form] = await Promise.all([sent(page), page.getByRole('button', { name: 'Предложить', exact: true }).click()]);
  expect(form.title).toBe('абракадабра');
  await page.waitForURL(/\/offer\/[0-9a-f-]{36}$/);
});

test('hours stay hours when a suggestion is taken that may be counted in them', async ({ page }) => {
  inTurn();
  await page.goto('/en/offer?kind=time&quantity=4'); // "4 h", as the door of the home page sends it
  const what = page.getByRole('combobox', { name: 'What you can do' });
  await hasTakenOver(page.getByRole('button', { name: 'Money' }));
  await what.fill('escort');
  await what.press('Escape');
  await page.getByRole('button', { name: 'Escort to doctors and offices' }).click();
  await expect(page.getByLabel('Unit', { exact: true })).toHaveValue('hour');
  await expect(page.getByLabel(/How many hours is one/)).toHaveCount(0);
  await page.getByLabel('Unit', { exact: true }).selectOption('visit'); // said by the person
  await expect(page.getByLabel(/How many hours is one/)).toBeVisible();
});
