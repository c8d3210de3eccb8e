import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.js';
import './requisites.css';

/** Where money goes, line by line as a bank's form asks for it; each line and all of them can be copied. */
export function Requisites({
  rows,
  title,
  copy,
  copyAll,
}: {
  rows: readonly (readonly [label: string, value: string])[];
  /** What stands above beside "copy all". */
  title?: ReactNode;
  copy: (label: string) => string;
  copyAll: string;
}): ReactNode {
  return (
    <>
      <div className="row between row-wrap">
        {title}
        <CopyButton text={rows.map(([label, value]) => `${label}: ${value}`).join('\n')} label={copyAll}>
          {copyAll}
        </CopyButton>
      </div>
      <div className="reqs-box">
        <table className="reqs">
          <tbody>
            {rows.map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className={/^\d+$/.test(value) ? 'num' : undefined}>{value}</td>
                <td className="c">
                  <CopyButton text={value} label={copy(label)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
