import { execFileSync } from 'node:child_process';
import type { Browser, Locator, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { everyOrOne } from './looks.js';
import { hasTakenOver } from './quiet.js';
import { startInstallation, type Started } from './start-lepta.js';
import {
  decideNow,
  enter,
  expect,
  type Language,
  listen,
  newcomer,
  numbers,
  openCase,
  pageIn,
  PASSWORD,
  sentences,
  type Sentences,
  test,
} from './support.js';

/** What people write themselves, in their language. */
const WRITTEN = {
  ru: {
    need: 'Обогреватель ветерану',
    why: 'В доме плюс двенадцать, печь дымит, до ремонта месяц.',
    organization: 'Тёплый порог',
    heater: 'обогрев',
    heaters: /^Обогреватели/,
    piece: /^1.шт$/,
  },
  en: {
    need: 'A heater for a veteran',
    why: 'Twelve degrees at home, the stove smokes, a month to the repair.',
    organization: 'Warm doorstep',
    heater: 'heat',
    heaters: /^Heaters/,
    piece: /^1.piece$/,
  },
};
const PHONE = '+7 914 000-00-17';
const DESK_PHONE = '+7 4162 00-00-00';

let started: Started;
const shared = { url: process.env.LEPTA_TEST_URL, mails: process.env.LEPTA_TEST_MAILS };
test.beforeAll(async () => {
  test.setTimeout(240_000);
  started = await startInstallation({ empty: true });
  [process.env.LEPTA_TEST_URL, process.env.LEPTA_TEST_MAILS] = [started.url, started.mails];
});
test.afterAll(async () => {
  [process.env.LEPTA_TEST_URL, process.env.LEPTA_TEST_MAILS] = [shared.url, shared.mails];
  await started.stop();
});

/** A person at a computer of their own. */
async function somebody(browser: Browser, complaints: string[], language: Language): Promise<Page> {
  const page = await (
    await browser.newContext({
      baseURL: started.url,
      locale: language === 'ru' ? 'ru-RU' : 'en-GB',
      timezoneId: 'Asia/Yakutsk',
    })
  ).newPage();
  listen(page, complaints);
  return page;
}

/** The steps of the story in one language. */
function storyIn(language: Language) {
  const t: Sentences = sentences(language);
  const written = WRITTEN[language];
  const go = (page: Page, path: string): Promise<unknown> => page.goto(pageIn(language, path));
  const press = (page: Page | Locator, key: string): Promise<void> =>
    page.getByRole('button', { name: t(key), exact: true }).click();
  const begins = (key: string): RegExp =>
    new RegExp(
      `^${t(key)
        .replace(/\s?\{.*$/, '')
        .replaceAll(/\s/g, '\\s')}`,
    );

  return {
    t,
    written,
    go,
    /** Connects an app with codes: without it a role sleeps. */
    async connectSecondStep(page: Page): Promise<void> {
      await go(page, '/me/security');
      await page
        .getByRole('button', { name: t('identity:factors.connect') })
        .first()
        .click();
      const form = page.locator('.enrolment');
      await form.getByLabel(t('identity:security.present')).fill(PASSWORD);
      await press(form, 'identity:factors.next');
      const secret = await form.locator('.secret').innerText();
      await form.getByLabel(t('identity:step.code')).fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
      await press(form, 'identity:factors.connect');
      await press(page, 'identity:factors.codesKept');
    },

    async appoint(administrator: Page, email: string): Promise<void> {
      await go(administrator, '/admin/people');
      await administrator.getByRole('searchbox', { name: t('administration:people.find') }).fill(email);
      await press(administrator, 'administration:people.findGo');
      await administrator.locator('[data-person-row]', { hasText: email }).getByRole('link').click();
      const panel = administrator.locator('[data-person]');
      await panel.getByRole('radio', { name: begins('administration:people.role.moderator') }).check();
      await panel.getByLabel(t('administration:people.why')).fill('1');
      await press(panel, 'administration:people.giveGo');
      await expect(panel.locator('[data-role=moderator]')).toBeVisible();
    },

    /** The same where the first day asks for it. */
    async appointOnTheSpot(administrator: Page, email: string): Promise<void> {
      await go(administrator, '/admin/first-day');
      const step = administrator.locator('[data-step=moderators]');
      const address = step.getByLabel(t('administration:firstDay.appointEmail'));
      const open = step.locator('[aria-expanded]');
      await expect(open).toBeVisible();
      if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
      await address.fill(`nobody.${email}`);
      await step.getByLabel(t('administration:people.why')).fill('1');
      await press(step, 'administration:firstDay.appointGo');
      await expect(address).toHaveAccessibleDescription(new RegExp(t('administration:firstDay.appointUnknown')));
      await address.fill(email);
      await press(step, 'administration:firstDay.appointGo');
      await expect(step).toHaveAttribute('data-state', 'warning'); // one of two
      await expect(step.locator('[data-appointed]')).toBeVisible();
    },

    async register(owner: Page): Promise<void> {
      await go(owner, '/desk');
      await owner.getByRole('link', { name: t('organizations:register') }).click();
      await owner.getByLabel(t('organizations:form.form'), { exact: true }).selectOption('ano');
      await owner.getByLabel(t('organizations:form.place')).selectOption('zeya');
      await owner.getByLabel(t('organizations:form.name')).fill(`АНО «${written.organization}», ${language}`);
      await owner.getByLabel(t('organizations:form.shortName')).fill(`АНО «${written.organization}»`);
      const values = Object.values(numbers());
      for (const [at, field] of ['inn', 'ogrn', 'kpp', 'bik', 'number', 'correspondent'].entries())
        await owner.getByLabel(t(`organizations:form.${field}`)).fill(values[at]!);
      await owner.getByLabel(t('organizations:form.bankName'), { exact: true }).fill('ДЕМО-БАНК г. Благовещенск');
      await press(owner, 'organizations:form.save');
      await press(owner, 'organizations:form.submit');
      await expect(owner.getByRole('button', { name: t('organizations:form.submit') })).toBeHidden();
    },

    async approve(moderator: Page, name: string): Promise<void> {
      const review = await openCase(moderator, name, undefined, language);
      await review.getByRole('button', { name: t('moderation:approve') }).click();
      await decideNow(moderator, t('app:undo.now'));
      await expect(review).toBeHidden();
    },

    async ask(owner: Page): Promise<string> {
      await go(owner, '/desk');
      await owner.getByRole('link', { name: t('organizations:contacts.title') }).click();
      await owner.getByLabel(t('organizations:contacts.name')).fill('Светлана, координатор');
      await owner.getByLabel(t('organizations:contacts.phone')).fill(DESK_PHONE);
      await press(owner, 'organizations:contacts.save');
      await expect(owner.getByText(t('organizations:contacts.done'))).toBeVisible();
      await go(owner, '/desk');
      await owner.getByRole('link', { name: t('organizations:newNeed') }).click();
      await owner.getByLabel(t('needs:category')).selectOption('relief-household');
      await owner.getByLabel(t('needsDesk:form.item')).selectOption('heater');
      await owner.getByLabel(t('needsDesk:form.title')).fill(written.need);
      await owner.getByRole('textbox', { name: t('needsDesk:form.description') }).fill(written.why);
      await owner.getByLabel(t('needsDesk:form.quantity'), { exact: true }).fill('1');
      await owner.getByLabel(t('needs:place')).selectOption('zeya');
      await press(owner, 'needsDesk:form.save');
      await owner.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
      await press(owner, 'needsDesk:verb.submit');
      await expect(owner.getByRole('main').getByText(t('needs:status.in_review'))).toBeVisible();
      return new URL(owner.url()).pathname.replace(/^\/en/, '');
    },

    async offer(donor: Page): Promise<string> {
      await go(donor, '/offer');
      const what = donor.getByRole('combobox', { name: t('offers:what.goods') });
      await hasTakenOver(what); // what is typed before is kept, and opens no list
      await what.fill(written.heater);
      await donor.getByRole('option', { name: written.heaters }).click();
      await donor.getByLabel(t('offers:quantity')).fill('1');
      await donor.getByLabel(t('offers:place.goods')).selectOption('zeya');
      await press(donor, 'offers:send');
      await donor.waitForURL(/\/offer\/[0-9a-f-]{36}$/);
      const card = donor.locator('[data-match]', { hasText: written.need });
      await press(card, 'meeting:withPhone');
      await expect(card.getByLabel(t('meeting:field.note'))).toHaveAccessibleDescription(/MAX/);
      await card.getByLabel(t('meeting:field.phone')).fill(PHONE);
      await card.getByLabel(t('meeting:field.name')).fill('Анна');
      await press(card, 'meeting:yes');
      await expect(card).toHaveAttribute('data-status', 'held');
      return (await card.getAttribute('data-match')) ?? '';
    },

    /** Both see how to reach each other; one proposes an hour, the other moves it, the first agrees. */
    async meet(donor: Page, owner: Page, match: string): Promise<void> {
      await go(owner, `/matches/${match}`);
      const take = owner.getByRole('button', { name: begins('matching:take') });
      await expect(take).toBeVisible();
      await expect(owner.getByText(PHONE)).toHaveCount(0);
      await take.click();
      await expect(owner.getByRole('link', { name: PHONE })).toBeVisible();
      await go(donor, `/matches/${match}`);
      await expect(donor.getByRole('link', { name: /^\+7 4162/ })).toBeVisible();
      const propose = async (page: Page, day: number): Promise<void> => {
        const date = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
        const other = page.getByRole('button', { name: t('meeting:other') });
        if (await other.isVisible()) await other.click();
        await page.getByLabel(t('meeting:date')).fill(date);
        await press(page, 'meeting:propose');
        await expect(page.getByRole('main').getByText(t('meeting:state.mine'))).toBeVisible();
      };
      await propose(donor, 2);
      await expect(owner.getByRole('main').getByText(t('meeting:state.theirs'))).toBeVisible();
      await propose(owner, 3);
      await press(donor, 'meeting:agree');
      await expect(donor.getByRole('main').getByText(t('meeting:state.agreed'), { exact: true }).first()).toBeVisible();
    },
  };
}

// On one installation: the second finds what the first has left.
test.describe.configure({ mode: 'serial' });
for (const [at, language] of everyOrOne(['ru', 'en'] as const).entries()) {
  test(`a town opens in ${language}: from an empty installation to the first heater that reaches a veteran`, async ({
    browser,
    complaints,
  }) => {
    test.setTimeout(120_000);
    const { t, written, go, ...steps } = storyIn(language);
    const email = `administrator-${language}@example.org`;
    execFileSync(
      process.execPath,
      [
        'apps/cli/lepta.mjs',
        'create-admin',
        '--email',
        email,
        '--name',
        'Ирина',
        '--locale',
        language,
        '--password-stdin',
      ],
      { input: PASSWORD, env: { ...process.env, LEPTA_DIR: started.dir } },
    );
    const administrator = await somebody(browser, complaints, language);
    await enter(administrator, email, '/me/security', language);
    await administrator.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    await steps.connectSecondStep(administrator);
    await go(administrator, '/admin/first-day');
    // The second story finds the one moderator of the first; two are enough.
    await expect(administrator.locator('[data-step=moderators]')).toHaveAttribute(
      'data-state',
      at === 0 ? 'missing' : 'warning',
    );

    const moderator = await somebody(browser, complaints, language);
    const appointed = await newcomer(moderator, 'moderator', '/me/security', language);
    await steps.connectSecondStep(moderator);
    await (at === 0 ? steps.appointOnTheSpot : steps.appoint)(administrator, appointed);
    await go(administrator, '/admin/first-day');
    await expect(administrator.locator('[data-step=moderators]')).toHaveAttribute(
      'data-state',
      at === 0 ? 'warning' : 'done',
    );

    const owner = await somebody(browser, complaints, language);
    await newcomer(owner, 'owner', '/desk', language);
    await steps.register(owner);
    await steps.approve(moderator, written.organization);
    const need = await steps.ask(owner);
    await steps.approve(moderator, written.need);

    const donor = await somebody(browser, complaints, language);
    await newcomer(donor, 'donor', '/me', language);
    const match = await steps.offer(donor);
    await steps.meet(donor, owner, match);
    const visitor = await somebody(browser, complaints, language);
    const stranger = await somebody(browser, complaints, language);
    await newcomer(stranger, 'stranger', '/me', language);
    // Nobody else: a visitor, another person who gives, and a moderator, whom nobody has called to this match.
    for (const [page, address, says] of [
      [visitor, need, written.need],
      [visitor, `/matches/${match}`, t('identity:first')],
      [stranger, need, written.need],
      [stranger, `/matches/${match}`, t('app:notFound.title')],
      [moderator, `/matches/${match}`, t('meeting:notASide')],
    ] as const) {
      await go(page, address);
      await expect(page.locator('main').getByText(says, { exact: true }).first()).toBeVisible();
      const shown = await page.content();
      for (const phone of [PHONE, DESK_PHONE])
        for (const part of [phone, phone.slice(3), phone.replaceAll(/[^+\d]/g, '')])
          expect([address, part, shown.includes(part)]).toEqual([address, part, false]);
    }

    await donor.getByRole('button', { name: t('matching:deliver') }).click();
    await owner.reload();
    await owner.getByRole('button', { name: t('matching:confirmOpen') }).click();
    await expect(owner.getByLabel(t('matching:confirm.quantity'))).toBeVisible();
    await owner
      .getByRole('button', { name: t('matching:confirm.send') })
      .last()
      .click();
    await expect(owner.getByRole('button', { name: t('matching:confirm.send') })).toHaveCount(0);
    await go(donor, '/me/statement');
    // What arrived is one row of one piece, which names the need and opens what the books say of it.
    const arrived = donor.locator('.statement-t [data-row=delivery]');
    await expect(arrived).toHaveCount(1);
    await expect(arrived).toContainText(written.need);
    await expect(arrived.locator('td.r').filter({ hasText: /\S/ })).toHaveText(written.piece);
    await arrived.getByRole('link').click();
    await expect(donor.locator(`.statement-thread a[href$="/matches/${match}"]`)).toBeVisible();
    await go(visitor, need);
    await expect(visitor.locator('[data-balance=received]')).toHaveText(written.piece);
  });
}
