import { formatAmount, type Catalogue } from '#catalogue';
import { dateFormat, MINUTE_MS } from '#kernel';
import type { Agreement } from '#volunteering';
import type { Verified } from '../statement/a4.js';

/** An agreement with a volunteer in words, ready to be drawn. */
export interface AgreementSheet extends Verified {
  readonly parts: readonly { readonly head: string; readonly lines: readonly string[] }[];
  /** Who signs, and below it what identifies them. */
  readonly sides: readonly { readonly role: string; readonly who: string; readonly details: string }[];
  readonly signature: string;
  readonly note: string;
}

const WORDS = {
  ru: {
    title: 'Договор с добровольцем',
    lead: (organization: string, volunteer: string) =>
      `${organization} и ${volunteer} договорились о безвозмездной помощи (135-ФЗ «О благотворительной деятельности и добровольчестве», статьи 17.1 и 17.4).`,
    number: (number: number) => `Нужда № ${number}`,
    what: 'Что и когда',
    did: (what: string) => `Доброволец помогает: «${what}».`,
    when: (when: string, minutes: string) => `Когда: ${when}. Это ${minutes}.`,
    anyTime: (until: string) => `в любое время до ${until}`,
    where: (where: string, meet: string) => `Где и кто встретит: ${where}. ${meet}`,
    remote: 'можно из дома',
    people: (people: number) => `Вместе с добровольцем приходят ещё ${people - 1}: за них он отвечает сам.`,
    skills: (skills: string) => `Нужны навыки: ${skills}.`,
    organization: 'Что делает организация',
    warned: (risks: string) => `Предупреждает о рисках: ${risks}`,
    noRisks: 'Особых рисков не называет.',
    gear: (gear: string) => `С собой и на месте: ${gear}`,
    covered: (covered: string) => `Берёт на себя: ${covered}`,
    owes: [
      'Объясняет, что делать, и обеспечивает безопасность на месте.',
      'Подтверждает время в тот же день или в ближайшие дни; по нему доброволец получает справку.',
      'Возмещает расходы (дорогу, питание, снаряжение), если стороны записали это здесь: ______________________________',
    ],
    volunteer: 'Что делает доброволец',
    does: [
      'Помогает бесплатно и по своей воле; может отказаться в любой момент до начала, предупредив организацию.',
      'Соблюдает правила безопасности и не рассказывает посторонним о людях, которым помогает.',
      'Если не согласен с подтверждённым временем, возражает в течение двух недель.',
    ],
    sides: { organization: 'Организация', volunteer: 'Доброволец' },
    inn: (inn: string) => `ИНН ${inn}`,
    ogrn: (ogrn: string) => `ОГРН ${ogrn}`,
    signature: 'подпись, дата',
    note: 'По этому адресу стоит смена, как она есть сейчас. Договор действует, когда его подписали обе стороны.',
  },
  en: {
    title: 'Agreement with a volunteer',
    lead: (organization: string, volunteer: string) =>
      `${organization} and ${volunteer} have agreed on help without pay (Federal Law 135-FZ on charity and volunteering, articles 17.1 and 17.4).`,
    number: (number: number) => `Need no. ${number}`,
    what: 'What and when',
    did: (what: string) => `The volunteer helps with “${what}”.`,
    when: (when: string, minutes: string) => `When: ${when}. That is ${minutes}.`,
    anyTime: (until: string) => `at any time until ${until}`,
    where: (where: string, meet: string) => `Where, and who meets you: ${where}. ${meet}`,
    remote: 'from home',
    people: (people: number) => `${people - 1} more come with the volunteer, who answers for them.`,
    skills: (skills: string) => `Skills: ${skills}.`,
    organization: 'What the organization does',
    warned: (risks: string) => `It warns of these risks: ${risks}`,
    noRisks: 'It names no special risks.',
    gear: (gear: string) => `To bring, and at the place: ${gear}`,
    covered: (covered: string) => `It provides: ${covered}`,
    owes: [
      'It explains what to do, and sees to safety at the place.',
      'It confirms the time on the same day or in the next days; the volunteer has a certificate of it.',
      'It refunds expenses (travel, food, gear) if both sides have written so here: ______________________________',
    ],
    volunteer: 'What the volunteer does',
    does: [
      'Helps without pay and freely, and may withdraw at any moment before it begins by telling the organization.',
      'Keeps the rules of safety, and does not tell others about the people who are helped.',
      'Objects within two weeks to a time that was confirmed wrongly.',
    ],
    sides: { organization: 'Organization', volunteer: 'Volunteer' },
    inn: (inn: string) => `INN ${inn}`,
    ogrn: (ogrn: string) => `OGRN ${ogrn}`,
    signature: 'signature, date',
    note: 'At this address is the shift as it stands now. The agreement holds once both sides have signed it.',
  },
} as const;

/** What both sides sign about one place in one shift. Nothing stands in it that the shift does not say. */
export function agreementSheet(
  catalogue: Catalogue,
  agreement: Agreement,
  publicUrl: string,
  locale: 'ru' | 'en',
): AgreementSheet {
  const words = WORDS[locale];
  const { organization, volunteer, startsAt, endsAt, people, risks, gear, covered } = agreement;
  const place = catalogue.place(agreement.place);
  const zone = place?.timeZone ?? 'UTC';
  const centre = (locale === 'ru' ? place?.centreRu : place?.centreEn) ?? agreement.place;
  const moment = dateFormat(locale, {
    timeZone: zone,
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const long = Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS);
  const minutes = formatAmount(long, 'minute', locale, catalogue);
  const when = agreement.anyTime ? words.anyTime(moment.format(endsAt)) : moment.formatRange(startsAt, endsAt);
  const skills = agreement.skills.map((code) => {
    const skill = catalogue.skill(code);
    return (locale === 'ru' ? skill?.nameRu : skill?.nameEn) ?? code;
  });
  return {
    locale,
    title: words.title,
    lead: words.lead(organization.name, volunteer),
    code: words.number(agreement.needNumber),
    address: `${publicUrl}/shifts/${agreement.shift}`,
    parts: [
      {
        head: words.what,
        lines: [
          words.did(agreement.what),
          words.when(when, minutes),
          words.where(agreement.remote ? `${centre}, ${words.remote}` : centre, agreement.meet),
          ...(people > 1 ? [words.people(people)] : []),
          ...(skills.length > 0 ? [words.skills(skills.join(', '))] : []),
        ],
      },
      {
        head: words.organization,
        lines: [
          risks ? words.warned(risks) : words.noRisks,
          ...(gear ? [words.gear(gear)] : []),
          ...(covered ? [words.covered(covered)] : []),
          ...words.owes,
        ],
      },
      { head: words.volunteer, lines: words.does },
    ],
    sides: [
      {
        role: words.sides.organization,
        who: organization.name,
        details: [organization.inn && words.inn(organization.inn), organization.ogrn && words.ogrn(organization.ogrn)]
          .filter(Boolean)
          .join(', '),
      },
      { role: words.sides.volunteer, who: volunteer, details: '' },
    ],
    signature: words.signature,
    note: words.note,
  };
}
