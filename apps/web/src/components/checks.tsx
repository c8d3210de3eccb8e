import type { ReactNode } from 'react';

/** Several of a list, each with a box. */
export function Checks({
  legend,
  choices,
  chosen,
  onChange,
}: {
  legend: string;
  choices: readonly { code: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}): ReactNode {
  return (
    <fieldset>
      <legend className="label">{legend}</legend>
      <div className="row row-wrap gap-top-2">
        {choices.map(({ code, label }) => (
          <label key={code} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, code] : chosen.filter((other) => other !== code))
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
