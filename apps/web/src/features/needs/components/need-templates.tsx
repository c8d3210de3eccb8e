import { useState, type ReactNode } from 'react';
import type { Kind } from '../../../lib/api-types.js';
import { dateIn } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import type { Form } from './need-form-parts.js';

interface Template {
  readonly code: string;
  readonly kind: Kind;
  /** Of things the thing says its category. */
  readonly item?: string;
  readonly category?: string;
  readonly days: number;
  readonly urgency: string;
}

/** What organizations ask for again and again. Words about people are none of it: those are the organization's own. */
const TEMPLATES: readonly Template[] = [
  { code: 'firewood', kind: 'goods', item: 'stove-fuel', days: 30, urgency: '4' },
  { code: 'food', kind: 'goods', item: 'food-set', days: 14, urgency: '4' },
  { code: 'clothes', kind: 'goods', item: 'clothes-child', days: 30, urgency: '3' },
  { code: 'diapers', kind: 'goods', item: 'diapers-child', days: 14, urgency: '4' },
  { code: 'school', kind: 'goods', item: 'school-set', days: 45, urgency: '3' },
  { code: 'computer', kind: 'goods', item: 'computer', days: 60, urgency: '2' },
  { code: 'sorting', kind: 'time', category: 'emergency-logistics', days: 14, urgency: '3' },
  { code: 'tutor', kind: 'time', category: 'education-tutoring', days: 60, urgency: '2' },
  { code: 'driver', kind: 'time', category: 'disability-transport', days: 30, urgency: '3' },
  { code: 'repair', kind: 'money', category: 'relief-home-repair', days: 45, urgency: '3' },
];

interface Props {
  form: Form;
  change: (changes: Partial<Form>) => void;
  /** Where the organization is: most needs are there. */
  place: string | undefined;
}

/** The form begins with what is always the same; how much and why is left to say. What stood there before comes back by one press. */
export function NeedTemplates({ form, change, place }: Props): ReactNode {
  const goods = useCatalogue('goods');
  const categories = useCatalogue('categories');
  const [before, setBefore] = useState<Form | null>(null);
  const categoryOf = ({ item, category }: Template): string =>
    (item === undefined ? category : goods.get(item)?.category) ?? '';
  const known = TEMPLATES.filter((one) => categories.get(categoryOf(one))?.kinds.includes(one.kind)); // an edited catalogue may have retired some
  if (known.length === 0) return null;
  const take = (one: Template): void => {
    setBefore(before ?? form);
    change({
      template: one.code,
      kind: one.kind,
      category: categoryOf(one),
      item: one.item ?? '',
      unit: '',
      title: t(`needsDesk:templates.${one.code}.title`),
      deadline: dateIn(one.days),
      urgency: one.urgency,
      place: form.place || place || '',
    });
  };
  return (
    <section className="gap-below-4" aria-labelledby="templates">
      <h2 className="h-dense gap-below-2" id="templates">
        {t('needsDesk:templates.head')}
      </h2>
      <ul className="chips">
        {known.map((one) => (
          <li key={one.code}>
            <button
              type="button"
              className="chip"
              aria-pressed={form.template === one.code}
              data-template={one.code}
              onClick={() => take(one)}
            >
              {t(`needsDesk:templates.${one.code}.name`)}
            </button>
          </li>
        ))}
      </ul>
      <p className="small muted gap-top-2" role="status">
        {form.template !== '' && t('needsDesk:templates.taken')}
        {before && (
          <button
            type="button"
            className="btn btn-plain btn-dense"
            onClick={() => {
              change(before);
              setBefore(null);
            }}
          >
            {t('needsDesk:templates.undo')}
          </button>
        )}
      </p>
    </section>
  );
}
