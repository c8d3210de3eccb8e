import type { Locale } from './mail-texts.rules.js';

/** Proposals that one mail names; the page has all. */
const NAMED = 3;

export interface ProposalLine {
  readonly title: string;
  readonly organization: string;
  readonly number: number;
}

interface Text {
  readonly subject: string;
  readonly body: string;
  readonly action: string;
}

/** To a donor: these needs could use the offer. */
export function offerProposalsText(offer: string, needs: readonly ProposalLine[], locale: Locale): Text {
  const lines = needs
    .slice(0, NAMED)
    .map(({ title, organization }) =>
      locale === 'ru' ? `• «${title}», ${organization}` : `• “${title}”, ${organization}`,
    );
  return locale === 'ru'
    ? {
        subject: `Нашлось, кому пригодится ваш вклад: «${offer}»`,
        body: `Вашему вкладу «${offer}» подходят нужды:\n${lines.join('\n')}\n\nПосмотрите, почему они подходят, и выберите. Пока вы не ответили, ничего не занято.`,
        action: 'Посмотреть нужды',
      }
    : {
        subject: `Somebody could use it: “${offer}”`,
        body: `These needs fit your offer “${offer}”:\n${lines.join('\n')}\n\nSee why they fit, and choose. Nothing is held until you answer.`,
        action: 'See the needs',
      };
}

/** To an organization: donors could help with these needs. Nothing of the donors is said. */
export function deskProposalsText(needs: readonly ProposalLine[], locale: Locale): Text {
  const lines = distinct(needs)
    .slice(0, NAMED)
    .map(({ title, number }) => (locale === 'ru' ? `• № ${number} «${title}»` : `• No. ${number} “${title}”`));
  return locale === 'ru'
    ? {
        subject: 'Вашим нуждам нашлись предложения',
        body: `Есть предложения, которые подходят вашим нуждам:\n${lines.join('\n')}\n\nПервой может ответить любая сторона.`,
        action: 'Открыть стол организации',
      }
    : {
        subject: 'There are offers for your needs',
        body: `Some offers fit your needs:\n${lines.join('\n')}\n\nEither side may answer first.`,
        action: 'Open the desk',
      };
}

function distinct(needs: readonly ProposalLine[]): ProposalLine[] {
  return [...new Map(needs.map((need) => [need.number, need])).values()];
}
