/** Calls that another model began, in its own words and order, and that the embedded engine brings to their end. */
import { describe, expect, test } from 'vitest';
import { stepsOf } from './led-call.ts';
import { LED_CALLS, type LedCall } from './led-calls.ts';
import { type TypedBank, type TypedCall, typedBank } from './typed-call.ts';

/** Answers what she asks last; a second wish is said once, unless the first to answer has heard it already. */
function callerOf(
  { led, answers, more }: LedCall,
  steps: number,
): (lunaSaid: string) => string | undefined {
  const said = led.findIndex((event) => 'caller' in event && event.caller === more);
  let wish = said >= 0 && stepsOf(led.slice(0, said + 1)) > steps ? more : undefined;
  return (lunaSaid) => {
    const sentences = lunaSaid.split(/(?<=[.!?])\s+/);
    const [asking = ''] = sentences.slice(-1);
    if (/anything else|something else/.test(asking)) {
      const next = wish ?? 'no thanks that is all';
      wish = undefined;
      return next;
    }
    const asked = asking.startsWith('Is that right') ? sentences.slice(-2).join(' ') : asking;
    return answers.find(([to]) => to.test(asked))?.[1];
  };
}

async function* lostOnTheWay(
  bank: TypedBank,
  story: LedCall,
): AsyncGenerator<{ steps: number; call: TypedCall }> {
  const { scenario, led } = story;
  for (let steps = 1; steps <= stepsOf(led); steps += 1) {
    await bank.restore();
    yield { steps, call: await bank.call(scenario, callerOf(story, steps), { led, steps }) };
  }
}

describe.each(LED_CALLS)('$scenario: $what', (story) => {
  test('lost after any step, it comes to the same end', { timeout: 120_000 }, async () => {
    await using bank = await typedBank();
    for await (const { steps, call } of lostOnTheWay(bank, story)) {
      const where = `lost after ${steps} steps\n${call.script}`;
      const { ending } = call;
      expect({ where, ending, did: call.did }).toEqual({
        where,
        ending: story.ends,
        did: story.did,
      });
    }
  });
});
