/** Every state of the page, in both themes, wide and narrow, before axe: it must find nothing. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingsIn } from './axe.ts';
import { buildPages, chromiumIsHere, launchChromium, type BuiltPages } from './chromium.ts';
import { startScriptedServer, type ScriptedServer } from './scripted-server.ts';
import { pageIn, STATES } from './states.ts';

const LIMIT_MS = 120_000;
const WIDE = { width: 1440, height: 820 };

describe.skipIf(!chromiumIsHere)('whoever cannot see, or sees little, or has no mouse', () => {
  let browser: Browser;
  let pages: BuiltPages;
  let server: ScriptedServer;

  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchChromium(''), buildPages()]);
    server = await startScriptedServer(pages.folder);
  }, LIMIT_MS);
  afterAll(async () => {
    await browser.close();
    await server[Symbol.asyncDispose]();
    await pages[Symbol.asyncDispose]();
  });

  test.each(Object.keys(STATES))('can use the page: %s', { timeout: LIMIT_MS }, async (state) => {
    const page = await pageIn(state, browser, server, {
      viewport: WIDE,
      colorScheme: 'light',
      // Axe must not meet a colour on its way from one theme to the other.
      reducedMotion: 'reduce',
    });
    const found = await findingsIn(page);
    await page.context().close();
    expect(found).toEqual([]);
  });

  test(
    'walks past ten scenarios with one press of the tab key',
    { timeout: LIMIT_MS },
    async () => {
      const page = await pageIn('idle', browser, server, { viewport: WIDE });
      const focused = page.locator(':focus');
      const stops: string[] = [];
      for (let press = 0; press < 6; press++) {
        await page.keyboard.press('Tab');
        const label = await focused.getAttribute('aria-label');
        stops.push(label ?? (await focused.getAttribute('role')) ?? (await focused.innerText()));
      }
      expect(stops).toEqual([
        expect.stringContaining('home') as string,
        'Insights',
        'Switch to dark theme',
        'Settings',
        'radio',
        expect.stringContaining('Start call') as string,
      ]);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowDown');
      await page.getByRole('radio', { name: /Lost or stolen card/, checked: true }).waitFor();
      await page.context().close();
    },
  );

  test(
    'sets a key by keyboard alone, and hears what is wrong with it',
    { timeout: LIMIT_MS },
    async () => {
      const page = await pageIn('idle', browser, server, { viewport: WIDE });
      const gear = page.getByRole('button', { name: 'Settings' });
      await gear.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Settings' }).waitFor();
      await page.getByRole('radio', { name: /Local AI/ }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('radio', { name: /OpenAI Realtime/, checked: true }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.type('sk-wrong');
      await page.keyboard.press('Enter');
      const alert = page.getByRole('alert').filter({ hasText: 'does not accept this key' });
      await alert.waitFor();
      const key = page.getByLabel('Key', { exact: true });
      expect(await key.getAttribute('aria-invalid')).toBe('true');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator(':focus').and(gear).waitFor();
      await page.context().close();
    },
  );
});
