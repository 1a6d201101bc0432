/** The report as one static page: the figures, and each call that went wrong to read and to listen to. Pure. */
import type { Entry } from '../line/diary.ts';
import type { Played, Speed } from '../play-run.ts';
import { nameOf } from '../plan.ts';
import { figuresOf } from './figures.ts';
import { HEADS, cells } from './print.ts';
import { soundUrl } from './sound.ts';
import { STYLE } from './style.ts';

/** A page with more sound than this is too long to open. */
const MOST_SOUNDS = 40;

export interface About extends Speed {
  readonly command: string;
  readonly madeAt: Date;
}

export function pageOf(played: readonly Played[], about: About): string {
  const wrong = played.filter(({ verdict }) => !verdict.passed);
  const broken = played.filter(({ verdict }) => verdict.broken.length > 0).length;
  const conditions = [...new Set(played.map(({ run }) => run.condition))];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Luna: simulated calls</title><style>${STYLE}</style></head><body>
<h1>Simulated calls</h1>
<p>${played.length} calls, ${played.length - wrong.length} right; rules broken in
<b class="${broken === 0 ? 'good' : 'bad'}">${broken} of ${played.length}</b>.</p>
<p class="soft">${about.madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC · <code>${safe(about.command)}</code></p>
<p class="soft">Callers spoke at ${about.pace} × real time and heard Luna at ${about.listens} × real time, so the times are not those of a person's call.
A call is right when the bank's tables and the outcome are what its script expects and no rule was broken.
pass^1 is the share of right calls, pass^3 the chance that three calls of the same script are all right.</p>
${conditions.map((condition) => tableOf(condition, played)).join('\n')}
<h2>What went wrong</h2>
${wrong.length === 0 ? '<p>Nothing.</p>' : wrong.map((one, index) => callOf(one, index < MOST_SOUNDS)).join('\n')}
</body></html>
`;
}

function tableOf(condition: string, played: readonly Played[]): string {
  const under = played.filter(({ run }) => run.condition === condition);
  const scenarios = Map.groupBy(under, ({ run }) => run.part.scenario || 'freeform');
  const rows = [...scenarios].map(([name, runs]) => rowOf(cells(name, figuresOf(runs)), ''));
  return `<h2>${condition}</h2><div class="table"><table><thead><tr><th>scenario</th>${HEADS.map((head) => `<th>${head}</th>`).join('')}</tr></thead>
<tbody>${rows.join('')}${rowOf(cells('all', figuresOf(under)), 'all')}</tbody></table></div>`;
}

function rowOf(row: readonly string[], kind: string): string {
  return `<tr class="${kind}">${row.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`;
}

function callOf(one: Played, withSound: boolean): string {
  const { run, call, verdict, sound } = one;
  const why = [...verdict.wrong, ...verdict.broken.map((rule) => `rule broken: ${rule}`)];
  const expected = run.script.bank.length === 0 ? ['nothing changed'] : run.script.bank;
  const found = verdict.bank.length === 0 ? ['nothing changed'] : verdict.bank;
  const listen =
    withSound && sound.length > 0
      ? `<audio controls preload="none" aria-label="The call" src="${soundUrl(sound)}"></audio>`
      : '';
  const startedAt = call.entries[0]?.at ?? 0;
  return `<details><summary><b>${safe(nameOf(run))}</b><br>
<span class="bad">${why.map(safe).join('<br>')}</span></summary><div class="call">${listen}
<p><b>Bank, expected:</b> ${expected.map(safe).join('; ')}<br><b>Bank, found:</b> ${found.map(safe).join('; ')}</p>
<p><b>Outcome, expected:</b> ${run.script.outcome}; <b>found:</b> ${verdict.outcome}</p>
<ol>${call.entries.map((entry) => lineOf(entry, startedAt)).join('')}</ol></div></details>`;
}

function lineOf(entry: Entry, startedAt: number): string {
  const [who, what] = told(entry);
  const seconds = ((entry.at - startedAt) / 1_000).toFixed(1);
  return `<li class="${entry.is}"><span>${seconds} s</span><b>${who}</b><span>${safe(what)}</span></li>`;
}

function told(entry: Entry): [who: string, what: string] {
  switch (entry.is) {
    case 'luna':
      return ['Luna', entry.text];
    case 'caller':
      return ['Caller', entry.interrupts ? `${entry.text} (into her sentence)` : entry.text];
    case 'understood':
      return ['', `understood: “${entry.text}”`];
    case 'cut':
      return ['', `cut off after “${entry.text}”`];
    case 'tool':
      return [
        'tool',
        `${entry.tool} ${JSON.stringify(entry.asked)} ${entry.ok ? 'ok' : 'refused'} ${JSON.stringify(entry.returned)}`,
      ];
    case 'identity':
      return ['', `identity: ${entry.level}`];
    case 'error':
      return ['error', entry.text];
  }
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
