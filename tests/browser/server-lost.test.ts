/** A caller in a real Chromium, a real Luna, and a cable that is pulled or a process that dies in mid-call. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { layCable } from './cable.ts';
import { chromiumIsHere, launchChromium } from './chromium.ts';
import { buildOwnPage, startLuna } from './luna.ts';
import { Overheard } from './overheard.ts';

const PATIENCE_MS = 120_000;

describe.skipIf(!chromiumIsHere)('a caller in mid-call', { timeout: 360_000 }, () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    [browser] = await Promise.all([launchChromium(), buildOwnPage()]);
  }, 120_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error')
        complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  async function startCall(url: string): Promise<void> {
    const scripts = page.waitForResponse(/api\/scripts\/wire-transfer$/);
    await page.goto(url);
    await scripts;
    await page.getByRole('radio', { name: /Lost or stolen card/ }).click();
    await page.getByRole('button', { name: 'Start call' }).click();
    // This machine has no microphone that may be used: the keyboard is out by itself.
    await said(/How can I help you today/);
  }
  const said = (words: RegExp) => page.getByRole('listitem').getByText(words).first().waitFor();
  async function type(text: string): Promise<void> {
    await page.getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
  }

  test('whose cable is pulled goes on in the same call, and nothing is said twice', async () => {
    await using luna = await startLuna();
    await using cable = await layCable(luna.url);
    const overheard = new Overheard(page);
    await startCall(cable.url);
    cable.cut();
    await type('I lost my credit card');
    await said(/last four digits/);
    cable.cut();
    await type('four eight two nine');
    await said(/date of birth/);
    await type('march fourteenth nineteen eighty five');
    await said(/Is that right/);
    await type('yes please');
    await expect
      .poll(() => overheard.script, { timeout: PATIENCE_MS })
      .toContain('block_card: done');
    const spoken = overheard.script.filter((line) => line.startsWith('luna: '));
    expect(new Set(spoken).size).toBe(spoken.length);
    const { calls } = (await (await page.request.get(`${luna.url}/api/calls`)).json()) as {
      calls: unknown[];
    };
    expect(calls).toHaveLength(1);
    // The cable breaks sockets, and a browser writes that down; nothing else went wrong.
    expect(
      complaints.filter((complaint) => !/WebSocket|Failed to load resource/.test(complaint)),
    ).toEqual([]);
  });

  test('whose server is killed goes on by script, and is answered by Luna again once it is back', async () => {
    const port = await freePort();
    await using first = await startLuna(port);
    await startCall(first.url);
    await type('I lost my credit card');
    await said(/last four digits/);
    await first.kill();
    await page.getByText('AI mode unavailable. Using scripted mode.').first().waitFor();
    await page.getByRole('region', { name: 'Your turn' }).waitFor();
    expect(await page.getByRole('button', { name: 'Mode: Scripted mode' }).count()).toBe(1);
    await using second = await startLuna(port);
    expect(second.url).toBe(first.url);
    await page.getByRole('button', { name: 'Call Luna again' }).click();
    await said(/How can I help you today/);
    await type('I lost my credit card');
    await said(/last four digits/);
    expect(
      complaints.filter((complaint) => !/WebSocket|Failed to load resource/.test(complaint)),
    ).toEqual([]);
  });
});

/** One that nobody has at the moment. */
async function freePort(): Promise<number> {
  await using cable = await layCable('http://127.0.0.1:9');
  return Number(new URL(cable.url).port);
}
