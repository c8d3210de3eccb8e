import type { ReactNode } from 'react';
import { Icon, Tag } from '../../../components/marks.js';
import { localeNumber } from './numbers.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import type { Leg } from '../api/deliveries.js';

const LOOKS: Record<Leg['status'], '' | 'good' | 'wait' | 'warn'> = {
  waits: 'wait',
  asked: 'wait',
  taken: 'wait',
  picked_up: 'good',
  returning: 'wait',
  delivered: 'good',
  returned: '',
  lost: 'warn',
  cancelled: '',
};

export function LegTag({ leg }: { leg: Leg }): ReactNode {
  return <Tag look={LOOKS[leg.status]}>{t(`deliveries:status.${leg.status}`)}</Tag>;
}

/** From where to where, and how much room it takes. */
export function LegWay({ leg }: { leg: Leg }): ReactNode {
  const places = useCatalogue('places');
  const ends = [...new Set([leg.from.place, leg.to.place])].map((code) => placeName(places.get(code), PENDING_NAME));
  return (
    <>
      <p className="row row-top">
        <Icon name="van" />
        <span>{ends.join(' – ')}</span>
      </p>
      <p className="small muted">{t('deliveries:bulk', { kg: localeNumber(leg.kg), m3: localeNumber(leg.m3) })}</p>
    </>
  );
}

export function Call({ contact }: { contact: { name: string | null; phone: string | null } | null }): ReactNode {
  if (!contact?.phone) return contact?.name ? <p className="small">{contact.name}</p> : null;
  return (
    <a className="btn btn-quiet btn-large" href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>
      <Icon name="call" />
      {contact.name ?? contact.phone}
    </a>
  );
}
