/** Every state of the page, and how one comes to it: to be photographed, and to be looked at by axe. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { EscalationCard } from '#protocol/luna-events.ts';
import type { ScriptedCall, ScriptedServer } from './scripted-server.ts';
import { RIGHT_KEY } from './settings-doors.ts';
import { tone } from './tone.ts';

export interface Stage {
  readonly page: Page;
  readonly server: ScriptedServer;
  /** Presses Start and answers. */
  readonly call: () => Promise<ScriptedCall>;
}

export const STATES: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  idle: () => Promise.resolve(),
  async loading({ page }) {
    // A server that takes its time.
    await page.route('**/api/*', () => undefined);
    await page.reload({ waitUntil: 'commit' });
    await page.getByRole('heading', { name: 'What is it about?' }).waitFor();
  },
  async unreachable({ page }) {
    await page.route('**/api/scenarios', (route) => route.abort());
    await page.reload();
    await page.getByText('cannot be reached').waitFor();
  },
  async ringing({ page }) {
    await page.getByRole('button', { name: 'Start call' }).click();
    await page.getByRole('heading', { name: 'Ringing' }).waitFor();
  },
  async call({ page, call }) {
    const line = await call();
    await converse(page, line);
    const question =
      'You want me to block your Visa credit card ending in 4829, because it was lost. Is that right?';
    const block = { tool_call_id: 't2', tool: 'block_card' };
    line.say({ type: 'luna.tool.started', ...block, title: 'Blocking your card' });
    line.say({ type: 'luna.confirmation', pending: question });
    line.say({
      type: 'luna.tool.done',
      ...block,
      ok: false,
      asked: { card: '•••• 4829' },
      returned: { why: 'needs_confirmation' },
      took_ms: 4,
    });
    line.speak('a4', question, tone(3, 0.3));
    await page.waitForTimeout(1_800);
  },
  async ended({ page, call }) {
    const line = await call();
    await converse(page, line);
    line.say({ type: 'luna.call.ended', reason: 'assistant', text: 'Your card is blocked.' });
    await page.getByRole('heading', { name: 'Call complete' }).waitFor();
  },
  async escalated({ page, call }) {
    const line = await call();
    await converse(page, line);
    line.say({ type: 'luna.escalation', card: CARD });
    line.say({
      type: 'luna.call.ended',
      reason: 'escalated',
      text: 'A colleague will take over from here.',
    });
    await page.getByRole('heading', { name: 'Passed to a specialist' }).waitFor();
  },
  async reconnecting({ page, call }) {
    const line = await call();
    await converse(page, line);
    await page.context().setOffline(true);
    line.drop();
    await page.getByRole('heading', { name: 'Reconnecting' }).waitFor();
  },
  async scripted({ page, server, call }) {
    const line = await call();
    await converse(page, line);
    server.forgetCalls(true);
    line.drop();
    await page.getByText('Using scripted mode').first().waitFor();
    server.forgetCalls(false);
  },
  async settings({ page }) {
    await openSettings(page);
  },
  async 'settings-azure'({ page }) {
    await openSettings(page);
    await page.getByRole('radio', { name: /Azure/ }).click();
    await page.getByLabel('Endpoint').waitFor();
  },
  async 'settings-wrong-key'({ page }) {
    await openSettings(page);
    await page.getByRole('radio', { name: /OpenAI Realtime/ }).click();
    await page.getByLabel('Key', { exact: true }).fill('sk-wrong');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'does not accept this key' }).waitFor();
  },
  async 'settings-ready'({ page }) {
    await openSettings(page);
    await page.getByRole('radio', { name: /OpenAI Realtime/ }).click();
    await page.getByLabel('Key', { exact: true }).fill(RIGHT_KEY);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('OpenAI is ready').waitFor();
  },
  async deaf({ page, call }) {
    await page.evaluate(
      'navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"))',
    );
    await call();
    await page.getByText('does not let this page hear you').waitFor();
  },
};

export const CARD: EscalationCard = {
  who: {
    name: 'E. C.',
    card: '•••• 4829',
    identity: 'verified',
    verified_by: 'card and date of birth',
    failed_attempts: 0,
  },
  wanted: {
    scenario: 'block-card',
    goal: 'Lost or stolen card',
    reason: 'the caller asked for a person',
  },
  details: {},
  done: [{ tool: 'block_card', title: 'Blocking your card', facts: {}, references: ['•••• 4829'] }],
  open: [
    { tool: 'order_replacement', title: 'Ordering a new card', why: 'not confirmed by the caller' },
  ],
  last_words: ['can I have it sent abroad', 'I would rather ask a person'],
  mood: { is: 'friendly', because: ['said thanks'] },
  turns: 9,
  duration_ms: 141_000,
};

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
}

/** A minute of a card's blocking, told quickly. */
async function converse(page: Page, line: ScriptedCall): Promise<void> {
  line.say({ type: 'luna.identity', level: 'recognised' });
  const greeting = 'Good afternoon, this is Luna at Northwind Bank. How can I help you today?';
  line.speak('a1', greeting, tone(1.2, 0.3));
  await page.waitForTimeout(900);
  line.say({ type: 'luna.playback', action: 'flush', item_id: 'a1' });
  const heard = 'Good afternoon, this is Luna at Northwind Bank.';
  line.say({ type: 'luna.heard', item_id: 'a1', heard_ms: 900, text: heard });
  line.hear('u1', 'I lost my credit card.');
  line.speak(
    'a2',
    'I am sorry to hear that. What are its last four digits, and your date of birth?',
    tone(0.5, 0.3),
  );
  line.say({
    type: 'luna.turn',
    item_id: 'a2',
    voice_to_voice_ms: 388,
    end_detected_ms: 240,
    recognised_ms: 6,
    first_audio_ms: 142,
  });
  await page.waitForTimeout(800);
  line.hear('u2', 'Four eight two nine. Fourteenth of March, nineteen eighty-five.');
  const identity = { tool_call_id: 't1', tool: 'verify_identity' };
  line.say({ type: 'luna.tool.started', ...identity, title: 'Checking who is calling' });
  line.say({
    type: 'luna.tool.done',
    ...identity,
    ok: true,
    asked: { card: '•••• 4829' },
    returned: { customer: 'Emma C.' },
    took_ms: 14,
  });
  line.say({ type: 'luna.identity', level: 'verified' });
  line.speak('a3', 'Thank you, Emma. I have found your card.', tone(0.5, 0.3));
  line.say({
    type: 'luna.turn',
    item_id: 'a3',
    voice_to_voice_ms: 421,
    end_detected_ms: 212,
    recognised_ms: 5,
    first_audio_ms: 204,
  });
  await page.waitForTimeout(900);
}

/** A page of its own, before anybody has done anything; whoever asks for it closes its context. */
export async function openPage(
  browser: Browser,
  server: ScriptedServer,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ ...options, permissions: ['microphone'] });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Start call' }).waitFor();
  return page;
}

export async function bringInto(state: string, page: Page, server: ScriptedServer): Promise<void> {
  const call = async (): Promise<ScriptedCall> => {
    await page.getByRole('radio', { name: /Lost or stolen card/ }).click();
    const answered = server.nextCall();
    await page.getByRole('button', { name: 'Start call' }).click();
    return answered;
  };
  await STATES[state]?.({ page, server, call });
  // Whatever rises has risen.
  await page.waitForTimeout(400);
}

export async function pageIn(
  state: string,
  browser: Browser,
  server: ScriptedServer,
  options: BrowserContextOptions,
): Promise<Page> {
  const page = await openPage(browser, server, options);
  await bringInto(state, page, server);
  return page;
}
