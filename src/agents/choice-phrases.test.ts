import { expect, test } from 'vitest';
import { withChoices } from './choice-phrases.ts';
import { agents } from './registry.ts';

test('a caller who gives one of the answers a scenario knows is heard', () => {
  const spoken = withChoices(
    { phrases: ['hello'], classes: {} },
    {
      tasks: [
        {
          tool: 'send_reset_link',
          meanwhile: '',
          offer: undefined,
          slots: [
            {
              name: 'channel',
              ask: 'By email or text?',
              askAgain: 'Which?',
              expect: { for: 'open' },
              choices: [
                { value: 'email', phrases: ['email', 'mail'] },
                { value: 'thirty', phrases: ['30 days', 'mail'] },
              ],
            },
          ],
        },
      ],
    },
  );
  expect(spoken.phrases[0]).toBe('hello');
  expect(spoken.phrases[1]).toContain('(email|mail)');
});

test('the recogniser knows the shops, the recipients and the reasons of all scenarios', () => {
  const phrases = agents.flatMap(({ phrasebook }) => phrasebook.phrases).join('\n');
  for (const said of ['corner market', 'maria lopez', 'laid off', 'skyway'])
    expect(phrases).toContain(said);
});
