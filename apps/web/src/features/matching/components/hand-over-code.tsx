import { useMemo, type ReactNode } from 'react';
import { encode } from 'uqr';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { renewCode } from '../api/hand-over.js';
import type { Meeting } from '../api/meeting.js';

/** Dark squares of the picture as one path. */
function CodePicture({ text }: { text: string }): ReactNode {
  const { size, path } = useMemo(() => {
    const { data } = encode(text, { border: 1 });
    return {
      size: data.length,
      path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(''),
    };
  }, [text]);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('handover:picture')} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
}

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
            <CodePicture text={`${window.location.origin}/handovers/${meeting.id}#code=${code.code}`} />
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
