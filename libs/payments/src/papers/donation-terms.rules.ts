import type { Recipient } from './recipients.queries.js';

/** The public offer of an organization to everybody who sends it money: a transfer accepts it, and that is the contract of donation. */
export interface DonationTerms {
  readonly organization: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly title: string; readonly text: readonly string[] }[];
  /** Names and numbers of the organization and its account. */
  readonly details: readonly { readonly label: string; readonly value: string }[];
}

type Words = (name: string) => Pick<DonationTerms, 'title' | 'lead' | 'sections'>;

const ru: Words = (name) => ({
  title: 'Публичная оферта о пожертвовании',
  lead: `${name} (организация) предлагает каждому, кто переводит ей деньги через «Лепту», заключить договор пожертвования на этих условиях.`,
  sections: [
    {
      title: 'Как заключается договор',
      text: [
        'Это публичная оферта (пункт 2 статьи 437 Гражданского кодекса). Перевод денег на счёт организации принимает её (пункт 3 статьи 438): отдельно подписывать ничего не нужно. Договор заключён в день, когда деньги поступили на счёт.',
        'Деньги идут прямо на счёт организации. «Лепта» их не получает и не хранит.',
      ],
    },
    {
      title: 'На что идут деньги',
      text: [
        'Пожертвование делается в общеполезных целях: на нужду, код которой стоит в назначении перевода, а без кода — на уставную работу организации (статья 582 Гражданского кодекса).',
        'Если цель названа, организация ведёт по ней отдельный учёт и может изменить её только с согласия жертвователя. Если деньги потратили не на то, жертвователь вправе потребовать отмены пожертвования.',
        'Деньги, которых пришло больше, чем нужно, лежат отдельно: жертвователя спрашивают, отдать их на похожую нужду, оставить на уставную работу или вернуть.',
      ],
    },
    {
      title: 'Отчёт',
      text: [
        'Что получено, что на это сделано и чем это подтверждено, видно на странице нужды. Поступления и возвраты записаны в книге, которую проверит каждый.',
      ],
    },
    {
      title: 'Возврат',
      text: [
        'Ошибочный перевод организация возвращает на тот же счёт, с которого он пришёл, если деньги ещё не потрачены. Напишите ей и назовите код перевода.',
      ],
    },
    {
      title: 'Когда нужен договор на бумаге',
      text: [
        'Если дарит организация и сумма больше 3 000 рублей, или если дар обещан на будущее, договор заключается письменно (пункт 2 статьи 574 Гражданского кодекса). Попросите его у организации до перевода.',
      ],
    },
    {
      title: 'Личные данные',
      text: [
        'Имя и адрес почты нужны только для документов, о которых жертвователь просит. Без них деньги тоже будут приняты. Публично имя не показывается, если жертвователь сам этого не захотел.',
      ],
    },
    {
      title: 'Налоговый вычет',
      text: [
        'Справку о пожертвованиях за год можно получить на сайте. Полагается ли вычет, решает налоговый орган: это зависит от вида организации и от дохода жертвователя.',
      ],
    },
  ],
});

const en: Words = (name) => ({
  title: 'Public offer of donation',
  lead: `${name} (the organization) offers to everybody who sends it money through Lepta a contract of donation on these terms.`,
  sections: [
    {
      title: 'How the contract is made',
      text: [
        'This is a public offer (article 437, paragraph 2, of the Civil Code of Russia). A transfer to the account of the organization accepts it (article 438, paragraph 3): nothing has to be signed. The contract is made on the day when the money reaches the account.',
        'The money goes straight to the account of the organization. Lepta neither receives nor keeps it.',
      ],
    },
    {
      title: 'What the money is for',
      text: [
        'A donation serves a generally useful purpose: the need whose code stands in the words of the transfer or, without a code, all that the organization exists for (article 582 of the Civil Code).',
        'Where a purpose is named, the organization keeps separate records of it and may change it only with the consent of the giver. If the money is spent otherwise, the giver may demand that the donation be cancelled.',
        'Money beyond what was needed lies apart: the giver is asked whether it goes to a similar need, stays with the organization or comes back.',
      ],
    },
    {
      title: 'Report',
      text: [
        'What came, what was done with it and what proves that is shown on the page of the need. What came and what went back stands in books that anybody can check.',
      ],
    },
    {
      title: 'Sending back',
      text: [
        'A transfer made by mistake goes back to the account from which it came, as long as it was not spent. Write to the organization and name the code of the transfer.',
      ],
    },
    {
      title: 'When a contract on paper is needed',
      text: [
        'If an organization gives more than 3,000 roubles, or if a gift is promised for the future, the contract is made in writing (article 574, paragraph 2, of the Civil Code). Ask the organization for it before the transfer.',
      ],
    },
    {
      title: 'Personal data',
      text: [
        'Name and address are needed only for papers that the giver asks for. Money is taken without them, too. The name is shown to nobody unless the giver wishes it.',
      ],
    },
    {
      title: 'Tax deduction',
      text: [
        'A certificate of donations for a year can be had on this site. Whether a deduction is due is decided by the tax office: it depends on the kind of the organization and on the income of the giver.',
      ],
    },
  ],
});

const LABELS = {
  ru: {
    name: 'Организация',
    form: 'Форма',
    inn: 'ИНН',
    kpp: 'КПП',
    ogrn: 'ОГРН',
    account: 'Счёт',
    bank: 'Банк',
    bik: 'БИК',
    correspondent: 'Корр. счёт',
  },
  en: {
    name: 'Organization',
    form: 'Legal form',
    inn: 'INN',
    kpp: 'KPP',
    ogrn: 'OGRN',
    account: 'Account',
    bank: 'Bank',
    bik: 'BIK',
    correspondent: 'Correspondent account',
  },
} as const;

/** Names and numbers of an organization, those that it has. */
export function recipientDetails(
  { name, form, inn, kpp, ogrn, account }: Recipient,
  locale: 'ru' | 'en',
): DonationTerms['details'] {
  const labels = LABELS[locale];
  const all: [keyof (typeof LABELS)['ru'], string | null | undefined][] = [
    ['name', name],
    ['form', form[locale]],
    ['inn', inn],
    ['kpp', kpp],
    ['ogrn', ogrn],
    ['account', account?.number],
    ['bank', account?.bankName],
    ['bik', account?.bik],
    ['correspondent', account?.correspondent],
  ];
  return all.flatMap(([key, value]) => (value ? [{ label: labels[key], value }] : []));
}

export function donationTerms(recipient: Recipient, locale: 'ru' | 'en'): DonationTerms {
  return {
    organization: recipient.id,
    ...{ ru, en }[locale](recipient.name),
    details: recipientDetails(recipient, locale),
  };
}
