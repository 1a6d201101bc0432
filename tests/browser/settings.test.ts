/** The settings dialog in a real Chromium: a key is checked, kept only where the caller wants it, and forgotten. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildPages, chromiumIsHere, launchChromium, type BuiltPages } from './chromium.ts';
import { startScriptedServer, type ScriptedServer } from './scripted-server.ts';
import { RIGHT_KEY } from './settings-doors.ts';
import { openPage } from './states.ts';

const LIMIT_MS = 120_000;

describe.skipIf(!chromiumIsHere)('a caller with a key', { timeout: LIMIT_MS }, () => {
  let browser: Browser;
  let pages: BuiltPages;
  let server: ScriptedServer;

  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchChromium(''), buildPages()]);
    server = await startScriptedServer(pages.folder);
  }, LIMIT_MS);
  afterEach(() => server.settings.forget());
  afterAll(async () => {
    await browser.close();
    await server[Symbol.asyncDispose]();
    await pages[Symbol.asyncDispose]();
  });

  async function fillIn(key: string): Promise<Page> {
    const page = await openPage(browser, server, {});
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: /OpenAI Realtime/ }).click();
    await page.getByLabel('Key', { exact: true }).fill(key);
    return page;
  }
  test('sees the badge turn to AI mode once the provider has agreed', async () => {
    const page = await fillIn(RIGHT_KEY);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('OpenAI is ready').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mode: AI mode' }).waitFor();
    expect(server.settings.received.at(-1)).toMatchObject({ provider: 'openai', key: RIGHT_KEY });
    // Kept nowhere unless asked for.
    expect(await stored(page)).not.toContain(RIGHT_KEY);
    await page.context().close();
  });

  test('is told at the key that it is wrong, and Luna goes on as before', async () => {
    const page = await fillIn('sk-wrong');
    await page.getByLabel('Remember on this device').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'does not accept this key' }).waitFor();
    expect(await stored(page)).not.toContain('sk-wrong');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mode: Local AI' }).waitFor();
    await page.context().close();
  });

  test('may see what was typed', async () => {
    const page = await fillIn('sk-typed');
    const key = page.getByLabel('Key', { exact: true });
    expect(await key.getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Show the key' }).click();
    expect(await key.getAttribute('type')).toBe('text');
    await page.context().close();
  });

  test('has it sent again by a device that remembers it, until it is told to forget', async () => {
    const page = await fillIn(RIGHT_KEY);
    await page.getByLabel('Remember on this device').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('OpenAI is ready').waitFor();
    server.settings.forget();
    await page.reload();
    await page.getByRole('button', { name: 'Mode: AI mode' }).waitFor();
    expect(server.settings.received).toMatchObject([{ key: RIGHT_KEY }]);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Forget the key' }).click();
    await page.getByRole('button', { name: 'Mode: Local AI', includeHidden: true }).waitFor();
    expect(await stored(page)).not.toContain(RIGHT_KEY);
    await page.context().close();
  });
});

function stored(page: Page): Promise<string> {
  return page.evaluate(() => Object.values(localStorage).join(' '));
}
