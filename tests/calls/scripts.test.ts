/** What scripted mode plays is what a real call would be: the same words of the caller's lead the real Luna there. */
import { expect, test } from 'vitest';
import { agents } from '#agents/agent.ts';
import { typedBank } from './typed-call.ts';

/** "$12,399.31", "4829", "6.875%". */
const FIGURE = /\$?\d[\d,.]*\d%?/g;

test.each(
  agents.filter(({ script }) => script.length > 2).map((agent) => [agent.id, agent] as const),
)(
  'the script of %s is true: its caller gets there, by its tools, and its figures are the bank’s',
  async (_, agent) => {
    await using bank = await typedBank();
    const lines = (who: string) => agent.script.filter((line) => line.who === who);
    const call = await bank.call(
      agent.id,
      lines('caller').map(({ text }) => text),
    );
    expect(call).toMatchObject({ ending: agent.ends === 'escalated' ? 'escalated' : 'goodbye' });
    const tools = lines('luna').flatMap(({ tool }) => tool ?? []);
    expect(call.did).toEqual(expect.arrayContaining(tools));
    const figures = lines('luna').flatMap(({ text }) => text.match(FIGURE) ?? []);
    const said = call.script.split('\n').filter((line) => line.startsWith('Luna:'));
    expect(figures.filter((figure) => !said.join('\n').includes(figure))).toEqual([]);
  },
);
