import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import type { Match } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

/** What became of a receipt of nothing: nobody says it with one press. */
export function NothingCame({
  match,
  busy,
  whole,
  onLost,
  onNone,
  onOther,
  onBack,
}: {
  match: Match;
  busy: boolean;
  whole: string;
  onLost: () => void;
  onNone: () => void;
  onOther: (verb: 'dispute' | 'cancel') => void;
  onBack: () => void;
}): ReactNode {
  const other = (['dispute', 'cancel'] as const).filter((verb) => match.can.includes(verb));
  return (
    <div className="prop-part" role="group" aria-label={t('matching:confirm.quantity')} data-nothing>
      <p className="small strong reason-title" tabIndex={-1} ref={(shown) => shown?.focus()}>
        {t('matching:confirm.nothing')}
      </p>
      {other.map((verb) => (
        <Button key={verb} look="quiet" onClick={() => onOther(verb)}>
          {t(`matching:confirm.${verb}`)}
        </Button>
      ))}
      {match.need.kind === 'goods' && (
        <Button look="quiet" busy={busy} onClick={onLost}>
          {t('matching:confirm.allLost', { amount: whole })}
        </Button>
      )}
      {other.length === 0 && (
        <Button look="quiet" busy={busy} onClick={onNone}>
          {t('matching:confirm.none')}
        </Button>
      )}
      <Button look="plain" onClick={onBack}>
        {t('matching:confirm.back')}
      </Button>
    </div>
  );
}
