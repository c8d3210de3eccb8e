import { typograph, type Locale } from '#kernel';

/** What an administrator may say of weights that wait: who made them takes them back, any other signs or returns them. */
export const CHANGE_VERBS = ['sign', 'refuse', 'withdraw'] as const;
export type ChangeVerb = (typeof CHANGE_VERBS)[number];
export type ChangeOutcome = 'signed' | 'refused' | 'withdrawn' | 'overtaken';

export const OUTCOME_OF: Readonly<Record<ChangeVerb, ChangeOutcome>> = {
  sign: 'signed',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

export const verbsFor = (by: string, reader: string): readonly ChangeVerb[] =>
  by === reader ? ['withdraw'] : ['sign', 'refuse'];

/** Two people decide on the weights where two can: an administrator whose role works, beside the one who proposes. */
export const needsSignature = (
  administrators: readonly { readonly personId: string; readonly awake: boolean }[],
  by: string,
): boolean => administrators.some(({ personId, awake }) => awake && personId !== by);

export interface ChangeMail {
  readonly subject: string;
  readonly body: string;
  readonly button: string;
}

/** To the other administrators. */
export function waitingMail(locale: Locale, change: { readonly name: string; readonly reason: string }): ChangeMail {
  const { name, reason } = change;
  return locale === 'ru'
    ? {
        subject: typograph('Новые веса подбора ждут второй подписи'),
        body: typograph(
          `${name} предлагает новые веса подбора. Почему: ${reason}\n\nПосмотрите, кто при них выиграет, а кто проиграет, и подпишите или верните.`,
        ),
        button: 'Посмотреть',
      }
    : {
        subject: 'New weights wait for a second signature',
        body: `${name} proposes new weights of the matching. Why: ${reason}\n\nLook at who would gain and who would lose by them, and sign or return them.`,
        button: 'Have a look',
      };
}

/** To the administrator who proposed them. */
export function decidedMail(
  locale: Locale,
  change: { readonly outcome: 'signed' | 'refused'; readonly version: number | null; readonly why: string | null },
): ChangeMail {
  const { outcome, version, why } = change;
  if (locale === 'en')
    return {
      subject: outcome === 'signed' ? 'Your weights are in force' : 'Your weights were returned',
      body:
        outcome === 'signed'
          ? `Another administrator has signed them: version ${version}. What was proposed before keeps the version it has.`
          : `Another administrator has not signed them. Why: ${why}`,
      button: 'Have a look',
    };
  return {
    subject: typograph(outcome === 'signed' ? 'Ваши веса подбора действуют' : 'Ваши веса подбора вернули'),
    body: typograph(
      outcome === 'signed'
        ? `Другой администратор их подписал: версия ${version}. Предложенное раньше остаётся при своей версии.`
        : `Другой администратор их не подписал. Почему: ${why}`,
    ),
    button: 'Посмотреть',
  };
}
