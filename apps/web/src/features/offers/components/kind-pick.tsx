import { Link, useHydrated } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { KINDS } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import type { FieldsProps } from './offer-fields.js';

/** Where no script hears a press, kinds are links to the form of each. */
export function KindPick({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>): ReactNode {
  const hydrated = useHydrated();
  if (!hydrated) {
    return (
      <div className="seg offer-seg" role="group" aria-label={t('offers:kind')}>
        {KINDS.map((kind) => (
          <Link
            key={kind}
            to="/offer"
            search={{ kind }}
            aria-current={draft.kind === kind ? 'true' : undefined}
            activeProps={{}}
          >
            <KindMark kind={kind} size="s" />
            {t(`kind.${kind}`)}
          </Link>
        ))}
        <input type="hidden" name="kind" value={draft.kind} />
      </div>
    );
  }
  return (
    <div className="seg offer-seg" role="group" aria-label={t('offers:kind')}>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={draft.kind === kind}
          onClick={() => {
            if (kind !== draft.kind)
              change({
                kind,
                choice: '',
                what: '',
                near: '',
                quantity: '',
                unit: '',
                each: '',
                bestBefore: '',
                keepsDays: '',
                coldChain: '',
                sizes: '',
                season: '',
                condition: '',
                windows: [],
                brings: false,
                ...(kind === 'money' || draft.kind === 'money' ? { place: '', radiusKm: '' } : {}),
              });
          }}
        >
          <KindMark kind={kind} size="s" />
          {t(`kind.${kind}`)}
        </button>
      ))}
    </div>
  );
}
