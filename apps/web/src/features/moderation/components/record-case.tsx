import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { Loaded } from '../../../components/states.js';
import { useOrganization } from '../../organizations/api/organizations.js';
import { AttachedPapers } from '../../organizations/components/attached-papers.js';
import { RecordFacts } from '../../organizations/components/record-shown.js';

/** Of an organization that asks to be verified: what is verified, and the papers that prove it. Nobody decides on numbers that they have not seen. */
export function RecordCase({ organization }: { organization: string }): ReactNode {
  const query = useOrganization(organization);
  return (
    <div className="stack gap-top-3" data-record-case>
      <Loaded query={query}>
        {(record) => (
          <>
            {record.warnings?.map((warning) => (
              <Notice key={warning.code + warning.field} look="wait">
                <p>{warning.sentence}</p>
              </Notice>
            ))}
            <RecordFacts organization={record} />
          </>
        )}
      </Loaded>
      <AttachedPapers org={organization} />
    </div>
  );
}
