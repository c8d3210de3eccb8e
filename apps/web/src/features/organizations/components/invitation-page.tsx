import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { tokenOfAddress } from '../../../lib/link-token.js';
import { t } from '../../../lib/words.js';
import { useMailWords, useZone } from '../../installation/api/installation.js';
import { changePerson, signOut, useSession } from '../../identity/api/session.js';
import { acceptInvitation, useOpenInvitation, type OpenInvitation } from '../api/organizations.js';

function Offered({ invitation, token }: { invitation: OpenInvitation; token: string }): ReactNode {
  const zone = useZone();
  const { data: session } = useSession();
  const mailWords = useMailWords();
  const client = useQueryClient();
  const leave = useAction(signOut, { onDone: () => changePerson(client, null) });
  const navigate = useNavigate();
  const action = useAction(acceptInvitation, {
    refresh: ['session', 'members'],
    onDone: (organization) => void navigate({ to: '/desk/$org', params: { org: organization.id }, search: {} }),
  });
  const next = `/invitation#${token}`; // the token stays behind the #, also on the way back
  return (
    <>
      <p className="lead">
        {t('organizations:invitation.lead', {
          organization: invitation.organization.shortName,
          role: t(`organizations:role.${invitation.role}`),
        })}
      </p>
      <p className="small muted">{t('organizations:invitation.until', { day: day(invitation.expiresAt, zone) })}</p>
      {session ? (
        <p>
          <Button look="main" size="large" busy={action.busy} onClick={() => void action.run(token)}>
            {t('organizations:invitation.accept')}
          </Button>
        </p>
      ) : (
        <>
          <p>{mailWords('organizations:invitation.signIn', { email: invitation.email })}</p>
          <p className="small muted">{mailWords('organizations:invitation.newcomer')}</p>
          <p className="row row-wrap">
            <Link className="btn btn-main" to="/sign-in" search={{ next }}>
              {t('nav.signIn')}
            </Link>
            <Link className="btn btn-quiet" to="/join" search={{ next }}>
              {t('identity:join')}
            </Link>
          </p>
        </>
      )}
      <ProblemNotice problem={session === null ? null : action.problem} />
      {session && action.problem?.code === 'organization.invitation-for-another' && (
        <div className="stack">
          <p className="small break">
            {t('organizations:invitation.another', { email: session.person.email, invited: invitation.email })}
          </p>
          <p>
            <Button busy={leave.busy} onClick={() => void leave.run(undefined)}>
              {t('organizations:invitation.change')}
            </Button>
          </p>
          <ProblemNotice problem={leave.problem} />
        </div>
      )}
    </>
  );
}

/** What the link of the mail leads to: who invites, as what; accepting takes a sign-in with the address that was invited. */
export function InvitationPage(): ReactNode {
  const [token] = useState(tokenOfAddress);
  const query = useOpenInvitation(token);
  return (
    <div className="wrap page-sign">
      <PageHead title={t('organizations:invitation.title')} />
      <h1 className="h-page">{t('organizations:invitation.title')}</h1>
      <div className="stack gap-top-6">
        {token ? (
          <Loaded query={query}>{(invitation) => <Offered invitation={invitation} token={token} />}</Loaded>
        ) : (
          <Notice look="wait">
            <p>{t('identity:noToken')}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
