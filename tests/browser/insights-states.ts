/** Every state of the managers' page, and how one comes to it: to be photographed, and to be looked at by axe. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { putMouthIn } from './mouth.ts';

export const INSIGHTS_STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  board: () => Promise.resolve(),
  async asked(page) {
    await ask(page, 'Show the containment rate by scenario last week');
    await card(page, /^Containment rate by scenario/).waitFor();
    await ask(page, 'Stacked bars of calls by day and outcome for the last 14 days');
    await card(page, /in the last 14 days$/).waitFor();
    await page
      .getByText(/the highest is/i)
      .nth(1)
      .waitFor();
  },
  async figures(page) {
    await page.getByRole('button', { name: 'Show as a table' }).first().click();
    await page.getByRole('columnheader', { name: 'Target' }).waitFor();
  },
  async menu(page) {
    await page
      .getByRole('button', { name: /^More about/ })
      .nth(1)
      .click();
    await page.getByRole('menuitem', { name: 'Download as PNG' }).waitFor();
  },
  async talking(page) {
    await page.getByRole('button', { name: 'Talk' }).click();
    await page.getByText('is speaking').waitFor();
    await page.waitForTimeout(1_500);
  },
  async deaf(page) {
    await page.evaluate(
      'navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"))',
    );
    await page.getByRole('button', { name: 'Talk' }).click();
    await page.getByText('does not let this page hear you').waitFor();
  },
  async empty(page) {
    for (let left = await cards(page).count(); left > 0; left--) {
      await page
        .getByRole('button', { name: /^More about/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Take off the board' }).click();
    }
    await page.getByText('The board is empty').waitFor();
  },
  async lost(page) {
    await ask(page, 'How many calls last week?');
    await said(page, /Last week there were/).waitFor();
    await page.context().setOffline(true);
    await ask(page, 'And yesterday?');
    await page.getByText('The line was lost').waitFor({ timeout: 30_000 });
  },
};

export function cards(page: Page) {
  return page.getByRole('article');
}

export function card(page: Page, title: RegExp) {
  return page.getByRole('article', { name: title });
}

/** In the transcript, not in what is read aloud to those who do not see it. */
export function said(page: Page, words: RegExp | string) {
  return page.getByRole('list', { name: 'What was said' }).getByText(words);
}

export async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Ask Luna' }).fill(question);
  await page.keyboard.press('Enter');
}

/** A page of its own, with every card of the board drawn; whoever asks for it closes its context. */
export async function insightsPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...options, permissions: ['microphone'] });
  const page = await context.newPage();
  await putMouthIn(page);
  await page.goto(`${url}/insights`);
  await page.getByRole('img', { name: /^Containment rate by scenario/ }).waitFor();
  return page;
}

export async function insightsIn(
  state: string,
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const page = await insightsPage(browser, url, options);
  await INSIGHTS_STATES[state]?.(page);
  // Whatever rises has risen.
  await page.waitForTimeout(400);
  return page;
}
