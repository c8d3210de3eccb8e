import type { FieldError } from '#kernel';
import type { MailKind } from '#platform';

export const CHOICES = ['at-once', 'digest', 'off'] as const;
export type Choice = (typeof CHOICES)[number];
export type Choices = Readonly<Record<MailKind, Choice>>;

interface Kind {
  /** What may be chosen, the usual choice first. */
  readonly choices: readonly [Choice, ...Choice[]];
  /** As it stands in "You will get no more mails about …". */
  readonly ru: string;
  readonly en: string;
}

/**
 * What people can choose for each kind of mail. `off` means no mail: the list inside the application has everything all the same.
 * `digest` as a kind is the summary of the day itself.
 */
export const KINDS: Readonly<Record<MailKind, Kind>> = {
  proposal: { choices: ['digest', 'at-once', 'off'], ru: 'о предложениях подбора', en: 'about proposals' },
  match: {
    choices: ['at-once', 'digest', 'off'],
    ru: 'о договорённостях и передачах',
    en: 'about agreements and hand-overs',
  },
  reminder: { choices: ['at-once', 'digest', 'off'], ru: 'с напоминаниями', en: 'with reminders' },
  lapse: { choices: ['at-once', 'digest', 'off'], ru: 'о том, что вышло время', en: 'about time that has run out' },
  receipt: { choices: ['at-once', 'digest', 'off'], ru: 'о том, что помощь дошла', en: 'about help that has arrived' },
  decision: {
    choices: ['at-once', 'digest', 'off'],
    ru: 'о решениях модераторов',
    en: 'about decisions of moderators',
  },
  following: {
    choices: ['digest', 'at-once', 'off'],
    ru: 'о новом там, где вы следите',
    en: 'about news where you follow',
  },
  digest: { choices: ['digest', 'off'], ru: 'с новостями за день', en: 'with the news of the day' },
  security: {
    choices: ['at-once'],
    ru: 'о входе и защите учётной записи',
    en: 'about sign-in and the safety of your account',
  },
};

export const KIND_NAMES = Object.keys(KINDS) as readonly MailKind[];

export function isMailKind(text: string): text is MailKind {
  return Object.hasOwn(KINDS, text);
}

/** Whether a mail of this kind can be refused by its reader. */
export function canBeOff(kind: MailKind): boolean {
  return KINDS[kind].choices.includes('off');
}

/** What counts: a person's own choices over the usual ones. */
export function choicesOf(own: readonly { readonly kind: string; readonly choice: string }[]): Choices {
  const chosen = new Map(own.map((row) => [row.kind, row.choice as Choice]));
  return Object.fromEntries(KIND_NAMES.map((kind) => [kind, chosen.get(kind) ?? KINDS[kind].choices[0]])) as Choices;
}

/** What is wrong with a wish to change choices; fields are `kinds.<kind>`. */
export function choiceErrors(wish: Readonly<Record<string, unknown>>): FieldError[] {
  return Object.entries(wish).flatMap(([kind, choice]): FieldError[] => {
    const field = `kinds.${kind}`;
    if (!isMailKind(kind)) return [{ field, code: 'form.unknown-field' }];
    if (KINDS[kind].choices.some((one) => one === choice)) return [];
    return [
      {
        field,
        code:
          kind === 'security' && CHOICES.some((one) => one === choice)
            ? 'notification.always-sent'
            : 'form.not-in-list',
      },
    ];
  });
}
