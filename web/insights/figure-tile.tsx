/** One figure: how much, which way it goes, whether that is enough, and how it came there. */
import { ArrowDown, ArrowRight, ArrowUp, Check, TriangleAlert } from 'lucide-react';
import type { DrawnFigure } from '#protocol/drawing.ts';
import { Tip } from '#web/ui/tip.tsx';
import { amountText, changeOf, isOnTarget, type Change } from './amounts.ts';
import { capital } from './csv.ts';
import { Sparkline } from './sparkline.tsx';

const ARROWS = { up: ArrowUp, down: ArrowDown, same: ArrowRight } as const;

export function FigureTile({ figure }: { figure: DrawnFigure }) {
  const { label, value, before, target, better, unit, formula, trend } = figure;
  const change = changeOf(value, before, figure);
  return (
    <div className="flex min-w-0 flex-col rounded-control border border-line p-3">
      <dt className="min-h-10 text-sm leading-5 text-soft">
        <Tip text={`${capital(formula)}.`}>
          <button
            type="button"
            className="text-left decoration-dotted underline-offset-4 hover:underline"
          >
            {capital(label)}
          </button>
        </Tip>
      </dt>
      <dd className="mt-1 flex flex-1 flex-col">
        <span className="text-2xl font-bold tracking-tight tabular-nums">
          {amountText(value, unit)}
        </span>
        <span className="mt-1 flex min-h-5 flex-wrap items-center gap-x-3 gap-y-1 text-xs">
          {change && <ChangeMark change={change} before={amountText(before, unit)} />}
          {target !== null && (
            <TargetMark
              met={isOnTarget(value, target, better)}
              text={`${better === 'down' ? 'at most' : 'at least'} ${amountText(target, unit)}`}
            />
          )}
        </span>
        <Sparkline trend={trend} label={label} unit={unit} />
      </dd>
    </div>
  );
}

function ChangeMark({ change: { size, way, good }, before }: { change: Change; before: string }) {
  const Arrow = ARROWS[way];
  const look = good === null ? 'text-soft' : good ? 'text-good' : 'text-danger-ink';
  return (
    <span className={`inline-flex items-center gap-0.5 font-semibold tabular-nums ${look}`}>
      <Arrow size={14} aria-hidden />
      <span className="sr-only">{way === 'same' ? 'unchanged' : way} </span>
      {size}
      <span className="sr-only">, before it was {before}</span>
    </span>
  );
}

function TargetMark({ met, text }: { met: boolean | null; text: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-soft">
      {met === true && <Check size={14} aria-hidden className="text-good" />}
      {met === false && <TriangleAlert size={14} aria-hidden className="text-danger-ink" />}
      <span>
        {met !== null && (
          <span className="sr-only">{met ? 'target met: ' : 'target missed: '}</span>
        )}
        {text}
      </span>
    </span>
  );
}
