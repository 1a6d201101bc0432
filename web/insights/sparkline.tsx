/** The days of a figure as one small line; its last point is marked. */
import { amountText } from './amounts.ts';

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 4;

interface SparklineProps {
  trend: readonly { readonly x: string; readonly value: number | null }[];
  label: string;
  unit: string;
}

export function Sparkline({ trend, label, unit }: SparklineProps) {
  const sure = trend.flatMap(({ value }, at) => (value === null ? [] : [{ at, value }]));
  const values = sure.map(({ value }) => value);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const last = sure.at(-1);
  if (last === undefined || sure.length < 2) return <span aria-hidden className="mt-auto h-10" />;
  const spread = highest - lowest || 1;
  const place = ({ at, value }: (typeof sure)[number]): readonly [number, number] => [
    EDGE + (at / (trend.length - 1)) * (WIDTH - 2 * EDGE),
    HEIGHT - EDGE - ((value - lowest) / spread) * (HEIGHT - 2 * EDGE),
  ];
  const points = sure.map((point) =>
    place(point)
      .map((n) => n.toFixed(1))
      .join(','),
  );
  const [x, y] = place(last);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, not fetched
      role="img"
      aria-label={`${label} by day: from ${amountText(lowest, unit)} to ${amountText(highest, unit)}`}
      className="mt-auto h-10 w-full max-w-48 pt-2"
      preserveAspectRatio="xMinYMid meet"
    >
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="var(--part-1)"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x} cy={y} r="3" fill="var(--part-1)" />
    </svg>
  );
}
