import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { Bones } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { useGiftPaperCheck } from '../../payments/api/papers.js';
import { useHoursCheck } from '../../volunteering/api/hours.js';

/**
 * Of a code that no statement has. Certificates of hours and papers of gifts bear codes of the same form, so that whoever holds one types it into
 * the same field: it is said to be unknown only where nothing was issued under it.
 */
export function OtherPaper({ code }: { code: string }): ReactNode {
  const hours = useHoursCheck(code);
  const paper = useGiftPaperCheck(code);
  if (hours.isPending || paper.isPending) return <Bones rows={2} />;
  const found = hours.data ? 'hours' : paper.data ? 'paper' : null;
  if (found === null)
    return (
      <div data-answer="none">
        <Notice look="bad" role="alert">
          <p className="strong">{t('check:none')}</p>
          <p>{t('check:noneText')}</p>
        </Notice>
      </div>
    );
  return (
    <div data-answer={found}>
      <Notice role="status">
        <p className="strong">{t(`check:${found}`)}</p>
        <p className="gap-top-2">
          <Link to={found === 'hours' ? '/hours/$code' : '/gift-papers/$code'} params={{ code }}>
            {t(`check:${found}Open`)}
          </Link>
        </p>
      </Notice>
    </div>
  );
}
