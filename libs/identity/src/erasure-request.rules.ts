import { daysLater, isDay, textFault, workingDaysLater, type FieldError } from '#kernel';

/** How somebody asked to be erased: a letter on paper, in the office, an e-mail; `self`: they did it themselves, on their own page. */
export const REQUEST_WAYS = ['letter', 'office', 'email', 'self'] as const;
export type RequestWay = (typeof REQUEST_WAYS)[number];
/** The ways that an administrator writes down. */
export const WRITTEN_WAYS = ['letter', 'office', 'email'] as const satisfies readonly RequestWay[];
export type WrittenWay = (typeof WRITTEN_WAYS)[number];

export const REQUEST_STATUSES = ['waiting', 'done', 'refused'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];
export const REQUEST_VERBS = ['erase', 'extend', 'refuse'] as const;
export type RequestVerb = (typeof REQUEST_VERBS)[number];

/** What may become of a request, and by which verb. What was decided stays so; who is refused may ask again. */
export const REQUEST_LIFE: Readonly<Record<RequestStatus, Readonly<Partial<Record<RequestVerb, RequestStatus>>>>> = {
  waiting: { erase: 'done', extend: 'waiting', refuse: 'refused' },
  done: {},
  refused: {},
};

/**
 * An answer is due within ten working days, and five more where the person is told why (152-FZ, article 20); `backDays`: how long ago one may have come that
 * is written down only now.
 */
export const REQUEST_LIMITS = {
  workingDays: 10,
  extraDays: 5,
  backDays: 366,
  saidMax: 500,
  reasonMin: 3,
  reasonMax: 500,
} as const;

/** By which day a request that came on that day has to be answered. */
export const dueOn = (cameOn: string): string => workingDaysLater(cameOn, REQUEST_LIMITS.workingDays);

/** The day that an answer is put off to. */
export const extendedTo = (due: string): string => workingDaysLater(due, REQUEST_LIMITS.extraDays);

/** Once, and before the time is over: the person has to hear of it by then. */
export const mayExtend = (request: { readonly dueOn: string; readonly extended: boolean }, today: string): boolean =>
  !request.extended && today <= request.dueOn;

/** What stands in the way of an erasure, whoever asks for it. */
export const OBSTACLES = [
  'identity.matches-under-way',
  'identity.only-owner',
  'identity.last-administrator',
  'trip.aboard',
] as const;
export interface Obstacle {
  readonly code: (typeof OBSTACLES)[number];
  readonly count?: number;
  readonly organization?: string;
}

/** What forbids an administrator to erase this person, though the person could do it. */
export const REQUEST_OBSTACLES = ['erasure-request.own', 'erasure-request.administrator'] as const;
export type RequestObstacle = (typeof REQUEST_OBSTACLES)[number];

/** Nobody decides about themselves here, and an administrator's role is taken away before the account is. */
export function obstacleOf(asker: { readonly own: boolean; readonly administrator: boolean }): RequestObstacle | null {
  if (asker.own) return 'erasure-request.own';
  return asker.administrator ? 'erasure-request.administrator' : null;
}

/** What may be done with a request now. @param obstacles everything that stands in the way of the erasure */
export function requestVerbs(
  request: { readonly status: RequestStatus; readonly dueOn: string; readonly extended: boolean },
  obstacles: readonly string[],
  today: string,
): RequestVerb[] {
  if (obstacles.includes('erasure-request.own')) return [];
  const free: Readonly<Record<RequestVerb, boolean>> = {
    erase: obstacles.length === 0,
    extend: mayExtend(request, today),
    refuse: true,
  };
  return REQUEST_VERBS.filter((verb) => REQUEST_LIFE[request.status][verb] !== undefined && free[verb]);
}

/** What is wrong with a request as it is written down. @param today the day that it is in the region */
export function requestErrors(form: { readonly cameOn: string; readonly said: string }, today: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!isDay(form.cameOn) || form.cameOn > today)
    errors.push({ field: 'cameOn', code: 'erasure-request.not-a-past-day' });
  else if (form.cameOn < daysLater(today, -REQUEST_LIMITS.backDays))
    errors.push({ field: 'cameOn', code: 'erasure-request.long-ago' });
  if (form.said.length > REQUEST_LIMITS.saidMax)
    errors.push({ field: 'said', code: 'form.too-long', params: { max: REQUEST_LIMITS.saidMax } });
  const fault = textFault(form.said, 'lines');
  return fault ? [...errors, { field: 'said', ...fault }] : errors;
}

/**
 * What is wrong with the words of a decision. They stay in the audit log, which nobody can change, so they may not name the person: neither by their
 * address nor by a word of their name in any of its cases.
 */
export function reasonFaults(reason: string, person: { readonly name: string; readonly email: string }): FieldError[] {
  const words = reason.trim();
  if (words.length < REQUEST_LIMITS.reasonMin) return [{ field: 'reason', code: 'form.required' }];
  if (words.length > REQUEST_LIMITS.reasonMax)
    return [{ field: 'reason', code: 'form.too-long', params: { max: REQUEST_LIMITS.reasonMax } }];
  const fault = textFault(words, 'line');
  if (fault) return [{ field: 'reason', ...fault }];
  return names(words, person) ? [{ field: 'reason', code: 'erasure-request.names-person' }] : [];
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** Words of a name of four letters and more are found by their beginning: without the last two letters, which the cases of Russian change. */
function names(text: string, { name, email }: { readonly name: string; readonly email: string }): boolean {
  const said = plain(text);
  if (said.includes(email)) return true;
  const stems = (plain(name).match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, Math.max(4, word.length - 2)));
  return (said.match(/\p{L}+/gu) ?? []).some((word) => stems.some((stem) => word.startsWith(stem)));
}
