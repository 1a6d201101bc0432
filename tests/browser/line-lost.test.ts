/** What a caller in a real Chromium goes through when the line to Luna breaks, and where the script takes over. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { findAgent } from '#agents/agent.ts';
import { buildPages, chromiumIsHere, launchChromium, type BuiltPages } from './chromium.ts';
import { layEarBeside, putEarIn, untilEarListens, whatWasHeard } from './ear.ts';
import { startScriptedServer, type ScriptedCall, type ScriptedServer } from './scripted-server.ts';
import { tone } from './tone.ts';

const blockCard = findAgent('block-card');

/** The last sentence of what Luna says by script after this tool. */
function endOf(tool: string): string {
  const line = blockCard?.script.find((each) => each.tool === tool);
  return line?.text.split(/(?<=[.?!]) /).at(-1) ?? '';
}

const UNAVAILABLE = 'AI mode unavailable. Using scripted mode.';

describe.skipIf(!chromiumIsHere)('a line that breaks', { timeout: 180_000 }, () => {
  let browser: Browser;
  let pages: BuiltPages;
  let server: ScriptedServer;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchChromium(''), buildPages()]);
    await layEarBeside(pages.folder);
    server = await startScriptedServer(pages.folder);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server[Symbol.asyncDispose]();
    await pages[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    const context = await browser.newContext({ permissions: ['microphone'] });
    page = await context.newPage();
    page.setDefaultTimeout(90_000);
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error')
        complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await putEarIn(page);
    const scripts = page.waitForResponse(/api\/scripts\/wire-transfer$/);
    await page.goto(server.url);
    await scripts;
  });
  afterEach(async () => {
    server.forgetCalls(false);
    await page.context().close();
  });

  async function startCall(): Promise<ScriptedCall> {
    const answered = server.nextCall();
    await page.getByRole('radio', { name: /Lost or stolen card/ }).click();
    await page.getByRole('button', { name: 'Start call' }).click();
    const call = await answered;
    await untilEarListens(page);
    return call;
  }
  const stage = () => page.getByRole('region', { name: 'Call' }).getByRole('heading');

  test('for a moment is taken up again, and nothing is lost or said twice', async () => {
    const call = await startCall();
    call.speak('a1', 'What I have said is heard to its end.', tone(2, 0.5));
    await call.next(({ type, played_ms: ms }) => type === 'luna.played' && Number(ms) > 300);
    const resumed = call.untilResumed();
    call.drop();
    // Said while nobody listens: it waits.
    call.speak('a2', 'And this comes after it.', tone(1, 0.5));
    await resumed;
    await call.next(({ type, item_id: item }) => type === 'luna.drained' && item === 'a2');
    const drained = call.received.filter(({ type }) => type === 'luna.drained');
    expect(drained.map(({ item_id: item }) => item)).toContain('a1');
    await expect.poll(() => stage().textContent()).not.toBe('Reconnecting…');
    const { soundMs } = await whatWasHeard(page);
    expect(Math.abs(soundMs / 3_000 - 1)).toBeLessThan(0.02);
    expect(await page.getByRole('listitem').count()).toBe(2);
    expect(complaints).toEqual([]);
  });

  test('for good goes on by script where the conversation was', async () => {
    const call = await startCall();
    call.speak('a1', 'Hello, how can I help you?', tone(0.3, 0.5));
    call.hear('u1', 'I lost my credit card.');
    const identity = { tool_call_id: 't1', tool: 'verify_identity' };
    call.say({ type: 'luna.tool.started', ...identity, title: 'Checking who is calling' });
    const done = { ok: true, asked: {}, returned: {}, took_ms: 12 };
    call.say({ type: 'luna.tool.done', ...identity, ...done });
    await page.getByText('Checking who is calling').first().waitFor();
    server.forgetCalls(true);
    call.drop();
    await page.getByText(UNAVAILABLE).first().waitFor();
    // Neither greeted again nor identified again: the next thing is the question to block.
    await page.getByText(endOf('verify_identity')).first().waitFor();
    expect(await page.getByRole('listitem').getByText('verify_identity').count()).toBe(0);
    await page.getByRole('button', { name: 'Play my part' }).click();
    await page.getByText(endOf('block_card')).first().waitFor();
    await page.getByRole('textbox').fill('no, that is enough');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').getByText('No, that is enough').waitFor();
    // Whoever wants Luna back calls her again, and need not load anything.
    const again = server.nextCall();
    await page.getByRole('button', { name: 'Call Luna again' }).click();
    await again;
    await expect.poll(() => stage().textContent()).toBe('Luna is picking up');
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!chromiumIsHere)('a call by script', { timeout: 240_000 }, () => {
  test('is played by nobody but the page: words typed at random, intent found, handed over', async () => {
    await using pages = await buildPages();
    const server = await startScriptedServer(pages.folder);
    const browser = await launchChromium();
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(90_000);
    const scripts = page.waitForResponse(/api\/scripts\/wire-transfer$/);
    await page.goto(server.url);
    await scripts;
    // From here on there is no server: no voice, no worklet, only words.
    await server[Symbol.asyncDispose]();
    await page.getByRole('button', { name: 'Start call' }).click();
    await page.getByText(UNAVAILABLE).first().waitFor();
    const box = page.getByRole('textbox');
    await page.getByRole('region', { name: 'Your turn' }).waitFor();
    await box.fill('good evening');
    await page.keyboard.press('Enter');
    await page.getByText('What is it about?', { exact: true }).last().waitFor();
    await box.fill('please send a wire abroad');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Say it myself' }).click();
    await page.getByRole('button', { name: 'Done speaking' }).click();
    // From now on in a hurry: whoever types while Luna speaks interrupts her.
    const specialist = page.getByRole('heading', { name: 'Passed to a specialist' });
    const lines = page.getByRole('listitem');
    while (!(await specialist.isVisible())) {
      const before = await lines.count();
      if (await box.isVisible()) await box.fill('yes please');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => (await lines.count()) > before || (await specialist.isVisible()), {
          timeout: 90_000,
        })
        .toBe(true);
    }
    const alex = page.getByText('Alex, specialist').first();
    await alex.waitFor();
    expect(await alex.isVisible()).toBe(true);
    await browser.close();
  });
});
