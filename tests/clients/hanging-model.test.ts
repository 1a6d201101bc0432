/** The whole house, a model elsewhere that hangs in mid-call, and a program on the line: what it is told stays a conversation. */
import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { Upstream } from '../scripted/upstream.ts';
import { Line } from './line.ts';
import { TOKEN, testHouse } from './open-house.ts';
import { schemaJudge } from './schemas.ts';

const headers = { authorization: `Bearer ${TOKEN}` };
const typed = (text: string) =>
  ({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
  }) as const;

test(
  'the house says "one moment" in its own voice, and its own engine goes on',
  { timeout: 120_000 },
  async () => {
    const judge = await schemaJudge('server');
    const flow = findAgent('block-card')?.flow;
    await using upstream = await Upstream.open({ ...(flow && { flow }), letterMs: 5 });
    await using house = await testHouse({
      OPENAI_API_KEY: 'sk-test-0123456789',
      LUNA_OPENAI_URL: upstream.url,
    });
    using line = await Line.open(`${house.ws}/v1/realtime?model=openai&agent=block-card`, judge, {
      headers,
    });
    await line.until('response.done');
    for (const session of upstream.sessions) session.hang();
    upstream.goMute();
    const from = line.heard.length;
    line.send(typed('i lost my credit card'));
    const aside = await line.until('response.output_audio_transcript.done', { from });
    expect(aside.transcript).toBe('One moment, please.');
    const answer = await line.until('response.output_audio_transcript.done', {
      from: line.heard.indexOf(aside) + 1,
    });
    expect(answer.transcript).toMatch(/four digits/);
    await line.until('response.done', { from: line.heard.indexOf(answer) });
    expect(line.wrong).toEqual([]);
  },
);
