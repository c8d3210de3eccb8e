import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { CodePicture } from '../../../components/code-picture.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { renewCode } from '../api/hand-over.js';
import type { Meeting } from '../api/meeting.js';

/** What the giver shows at the place: four digits to read out, and a picture that a camera opens with them. */
export function HandOverCode({ meeting }: { meeting: Meeting }): ReactNode {
  const renew = useAction(renewCode, { refresh: ['matches'] });
  const { code } = meeting;
  if (!code) return null;
  return (
    <section className="sheet pad stack" aria-labelledby="code">
      <h2 className="h-block" id="code">
        {t('handover:show')}
      </h2>
      {code.usedUp ? (
        <Notice look="bad">
          <p>{t('handover:usedUp')}</p>
        </Notice>
      ) : (
        <div className="show-code">
          <div className="qr-box">
            <CodePicture
              text={`${window.location.origin}/handovers/${meeting.id}#code=${code.code}`}
              label={t('handover:picture')}
            />
          </div>
          <div>
            <p className="big-code num" aria-label={[...code.code].join(' ')} role="img">
              {code.code}
            </p>
            <p className="small muted gap-top-2">{t('handover:showText')}</p>
          </div>
        </div>
      )}
      {meeting.can.includes('renew-code') && (
        <div>
          <Button look="main" busy={renew.busy} onClick={() => void renew.run(meeting.id)}>
            {t('handover:renew')}
          </Button>
        </div>
      )}
      <ProblemNotice problem={renew.problem} />
    </section>
  );
}
