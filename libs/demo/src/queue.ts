import type { Actor } from '#identity';
import type { Decision, SubjectType } from '#moderation';
import type { World } from './world.js';

/** Decides on what waits in the queue about a subject; where two signatures are needed, the second moderator gives theirs too. */
export async function approveLastReview(
  world: World,
  type: SubjectType,
  subjectId: string,
  moderators: readonly Actor[],
  decision: Decision = { outcome: 'approve' },
): Promise<void> {
  const [review]: { id: string }[] = await world.tx.query(
    `SELECT id FROM reviews WHERE subject_type = $1 AND subject_id = $2 AND status IN ('open', 'escalated')`,
    [type, subjectId],
  );
  if (!review) throw new Error(`Nothing waits in the queue about ${type} ${subjectId}`);
  for (const moderator of moderators) await world.moderation.decide(moderator, review.id, decision);
}

/** Needs that wait in the queue because something in them should be looked at twice. */
export interface SuspiciousNeed {
  /** Place in the list of organizations, by name. */
  readonly organization: string;
  readonly category: string;
  readonly kind: 'money' | 'goods';
  readonly item?: string;
  readonly quantity: string;
  readonly unit: string;
  readonly title: string;
  readonly text: string;
  readonly hoursAgo: number;
  /** Whether the first moderator has signed already, or passed it on. */
  readonly said?: 'approve' | 'escalate';
}

// The card is the one that payment networks publish for tests; the phone belongs to nobody.
export const SUSPICIOUS: readonly SuspiciousNeed[] = [
  {
    organization: 'Доброе утро, Амур',
    category: 'health-treatment',
    kind: 'money',
    quantity: '1240000.00',
    unit: 'rub',
    hoursAgo: 1.2,
    title: 'Сбор на операцию в другом городе',
    text: 'Срочно нужна операция и дорога до клиники. Нашей Полине Тестовой шесть лет, в октябре ей поставили диагноз: эпилепсия. Переводить можно на карту 4111 1111 1111 1111 или по телефону +7 914 000-00-42, так быстрее, чем на счёт фонда. Документы из клиники пришлём всем, кто напишет.',
  },
  {
    organization: 'Живая вода Амура',
    category: 'emergency-flood',
    kind: 'money',
    quantity: '780000.00',
    unit: 'rub',
    hoursAgo: 9,
    said: 'approve',
    title: 'Насосы и дамба на три улицы',
    text: 'Смета на насосы, трубы и отсыпку приложена, работы принимает комиссия округа. Деньги идут поставщикам по договорам.',
  },
  {
    organization: 'Полустанок',
    category: 'relief-clothing',
    kind: 'goods',
    item: 'clothes-adult',
    quantity: '40',
    unit: 'pcs',
    hoursAgo: 5,
    title: 'Тёплые куртки путевым рабочим',
    text: 'Куртки нужны до конца недели. Звоните заранее: 8 (914) 000-00-17, склад открыт с 9.00 до 18.00.',
  },
  {
    organization: 'Магистраль',
    category: 'education-stipends',
    kind: 'money',
    quantity: '640000.00',
    unit: 'rub',
    hoursAgo: 20,
    said: 'escalate',
    title: 'Стипендии на учебный год',
    text: 'Двадцать стипендий выпускникам детских домов. Правила отбора — на странице https://example.org/stipends, деньги получает колледж.',
  },
];
