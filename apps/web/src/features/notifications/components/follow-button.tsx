import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { useFocusOfAddress } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { setFollow, useFollows, type Follow } from '../api/follows.js';

/** For a signed-in person: what pressing it does stands below it, and then what it has done. */
export function FollowButton({ subject, code }: Pick<Follow, 'subject' | 'code'>): ReactNode {
  const { data: follows } = useFollows();
  const action = useAction(setFollow, { refresh: ['follows'] });
  useFocusOfAddress('follow');
  const followed = follows?.some((one) => one.subject === subject && one.code === code) ?? false;
  return (
    <>
      <Button
        id="follow"
        look="plain"
        busy={action.busy}
        disabled={!follows}
        onClick={() => void action.run({ subject, code, follow: !followed })}
      >
        {t(followed ? 'notifications:follows.stop' : 'notifications:follows.go')}
      </Button>
      <span className="small muted follow-said" role="status">
        {t(followed ? 'notifications:follows.said' : 'notifications:follows.ask')}
      </span>
      <ProblemNotice problem={action.problem} />
    </>
  );
}
