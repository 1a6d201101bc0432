/** The numbers behind a drawing, to be read one by one. */
import type { Drawing } from '#protocol/drawing.ts';
import { tableOf } from './csv.ts';

export function DrawingTable({ drawing }: { drawing: Drawing }) {
  const { columns, rows } = tableOf(drawing);
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by keyboard
      tabIndex={0}
      aria-label={`${drawing.title}, as a table`}
      className="max-h-80 overflow-auto rounded-control border border-line"
    >
      <table className="w-full text-sm tabular-nums">
        <thead className="sticky top-0 bg-raised text-left">
          <tr>
            {columns.map((column, at) => (
              <th
                key={column}
                scope="col"
                className={`px-3 py-2 font-semibold ${isNumber(rows, at) ? 'text-right' : ''}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no name of their own and never move
            <tr key={line} className="border-t border-line">
              {row.map((cell, at) => (
                <td
                  key={columns[at]}
                  className={`px-3 py-1.5 ${isNumber(rows, at) ? 'text-right whitespace-nowrap' : ''}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="p-4 text-center text-soft">Nothing in this period.</p>}
    </section>
  );
}

/** Amounts stand to the right, so that they can be compared. */
function isNumber(rows: readonly (readonly string[])[], column: number): boolean {
  return (
    rows.length > 0 &&
    rows.every((row) => /^[$–\d-][\d,.:]*(?: (?:%|s|ms|min))?$/.test(row[column] ?? ''))
  );
}
