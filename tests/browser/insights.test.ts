/** The managers' page in a real Chromium, with the real engine, and a record of thirty days behind it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findingsIn } from './axe.ts';
import { chromiumIsHere, launchChromium } from './chromium.ts';
import { renderSentences } from './emma.ts';
import {
  ask,
  card,
  cards,
  INSIGHTS_STATES,
  insightsIn,
  insightsPage,
  said,
} from './insights-states.ts';
import { buildOwnPage, type Luna } from './luna.ts';
import { startManagersLuna } from './managers-luna.ts';
import { sayInto } from './mouth.ts';

const LIMIT_MS = 120_000;
const WIDE = { width: 1440, height: 900 };
const PNG = [0x89, 0x50, 0x4e, 0x47];
const SPOKEN = 'how many calls did we have last week by scenario';

describe.skipIf(!chromiumIsHere)('a manager', () => {
  let browser: Browser;
  let luna: Luna;

  beforeAll(async () => {
    await buildOwnPage();
    [browser, luna] = await Promise.all([launchChromium(''), startManagersLuna()]);
  }, LIMIT_MS);
  afterAll(async () => {
    await browser.close();
    await luna[Symbol.asyncDispose]();
  });

  describe('at the board', () => {
    let page: Page;
    let complaints: string[];
    beforeEach(async () => {
      page = await insightsPage(browser, luna.url, { viewport: WIDE, colorScheme: 'light' });
      complaints = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
    });
    afterEach(() => page.context().close());

    test(
      'asks, sees the chart, and sees it in the dark without its being drawn again',
      async () => {
        await ask(page, 'Show calls by day for the last 14 days');
        const chart = card(page, /^Number of calls by day/)
          .getByRole('img')
          .first();
        await chart.waitFor();
        await said(page, /Here is the number of calls by day in the last 14 days/).waitFor();
        expect(await chart.getAttribute('aria-label')).toMatch(/Highest: .*\d calls\. Lowest: /);
        const line = chart.locator('[data-part="line"] path').last();
        await line.evaluate((path) => path.setAttribute('data-drawn', 'once'));
        const light = await line.evaluate((path) => getComputedStyle(path).stroke);
        await page.getByRole('button', { name: 'Switch to dark theme' }).click();
        const dark = await line.evaluate((path) => getComputedStyle(path).stroke);
        expect(dark).not.toBe(light);
        expect(await line.getAttribute('data-drawn')).toBe('once');
        expect(complaints).toEqual([]);
      },
      LIMIT_MS,
    );

    test(
      'reads the numbers behind it, and they are those of the record',
      async () => {
        await ask(page, 'Calls by outcome in the last 30 days');
        const drawn = card(page, /^Number of calls by outcome/);
        await drawn.getByRole('button', { name: 'Show as a table' }).click();
        const rows = await drawn.getByRole('row').allInnerTexts();
        using record = new DatabaseSync(join(luna.dataDir, 'luna.db'), { readOnly: true });
        const from = new Date().setUTCHours(0, 0, 0, 0) - 29 * 86_400_000;
        const told = record
          .prepare(
            'select outcome, count(*) as calls from call_summaries where started_at >= ? group by 1',
          )
          .all(from);
        const wanted = told.map(
          ({ outcome, calls }) => `${capital(String(outcome))}\t${count(calls)}`,
        );
        expect(rows.slice(1).toSorted()).toEqual(wanted.toSorted());
      },
      LIMIT_MS,
    );

    test(
      'takes a chart away as SVG, PNG and CSV',
      async () => {
        await page.emulateMedia({ colorScheme: 'dark' });
        const svg = await take(page, 'SVG');
        expect(svg.suggestedFilename()).toMatch(/^number-of-calls-by-day-and-outcome.*\.svg$/);
        const drawn = await readFile(await svg.path(), 'utf8');
        expect(drawn).toMatch(/^<svg [^>]*xmlns/);
        expect(drawn).toContain('Contained');
        // A file knows nothing of the page's colours.
        expect(drawn).not.toContain('var(--');
        // Dark as it may be here: paper is white.
        expect(drawn).toContain('fill="rgb(255, 255, 255)"');
        const png = await readFile(await (await take(page, 'PNG')).path());
        expect([...png.subarray(0, 4)]).toEqual(PNG);
        expect(png.length).toBeGreaterThan(10_000);
        const csv = await readFile(await (await take(page, 'CSV')).path(), 'utf8');
        expect(csv).toMatch(
          /^\uFEFFDay,Outcome,Number of calls\r\n\d{4}-\d\d-\d\d,contained,\d+\r\n/,
        );
        expect(complaints).toEqual([]);
      },
      LIMIT_MS,
    );

    test(
      'pins what matters, puts it first, and finds it there the next day',
      async () => {
        await ask(page, 'Average handling time by scenario last week');
        const asked = card(page, /^Average handling time by scenario/);
        await asked.getByRole('button', { name: /^Pin/ }).click();
        await ask(page, 'How many calls today?');
        await card(page, /^Figures today/).waitFor();
        const first = async () => cards(page).first().getByRole('heading').innerText();
        expect(await first()).toMatch(/^Figures today/);
        await asked.getByRole('button', { name: /^More about/ }).click();
        await page.getByRole('menuitem', { name: 'Move earlier' }).click();
        expect(await first()).toMatch(/^Average handling time by scenario/);
        await page.reload();
        await card(page, /^Average handling time by scenario/)
          .getByRole('img')
          .first()
          .waitFor();
        expect(await first()).toMatch(/^Average handling time by scenario/);
        // Nobody has pinned that one.
        expect(await card(page, /^Figures today/).count()).toBe(0);
      },
      LIMIT_MS,
    );

    test(
      'moves a card by keyboard alone',
      async () => {
        const second = cards(page).nth(1);
        const title = await second.getByRole('heading').innerText();
        await second.getByRole('button', { name: /^Move / }).focus();
        await page.keyboard.press('Space');
        await page.waitForTimeout(300);
        await page.keyboard.press('ArrowUp');
        await page.waitForTimeout(300);
        await page.keyboard.press('Space');
        await page.waitForTimeout(500);
        expect(await cards(page).first().getByRole('heading').innerText()).toBe(title);
      },
      LIMIT_MS,
    );

    test(
      'puts back what was taken off by mistake',
      async () => {
        const titles = () => cards(page).getByRole('heading', { level: 3 }).allInnerTexts();
        const before = await titles();
        await page
          .getByRole('button', { name: /^More about/ })
          .nth(2)
          .click();
        await page.getByRole('menuitem', { name: 'Take off the board' }).click();
        expect(await titles()).toHaveLength(before.length - 1);
        await page.getByRole('button', { name: 'Put it back' }).click();
        expect(await titles()).toEqual(before);
      },
      LIMIT_MS,
    );

    test(
      'asks aloud, hears the answer, sees the chart, and goes on in writing',
      async () => {
        const clips = await renderSentences([SPOKEN]);
        await page.getByRole('button', { name: 'Talk' }).click();
        await said(page, 'What would you like to know about the calls?').waitFor();
        await page.getByText('Luna is listening').waitFor();
        await sayInto(page, clips.get(SPOKEN) ?? new Int16Array(0));
        await card(page, /^Number of calls by scenario, last week/).waitFor({ timeout: 20_000 });
        await page.getByText('Luna is speaking').waitFor();
        await said(page, /Here is the number of calls by scenario last week/).waitFor();
        await page.getByRole('button', { name: 'Stop talking' }).click();
        await ask(page, 'And this month?');
        await card(page, /^Number of calls by scenario, this month/).waitFor();
        await page.getByRole('button', { name: 'Talk' }).waitFor();
        expect(complaints).toEqual([]);
      },
      LIMIT_MS,
    );

    test(
      'is told when the sound cannot be switched on, and may try again or type',
      async () => {
        await page.evaluate(
          "{ const { addModule } = AudioWorklet.prototype; AudioWorklet.prototype.addModule = function () { AudioWorklet.prototype.addModule = addModule; return Promise.reject(new DOMException('gone')); }; }",
        );
        await page.getByRole('button', { name: 'Talk' }).click();
        const alert = page.getByRole('alert');
        await alert.getByText('The sound could not be switched on').waitFor();
        await page.getByRole('button', { name: 'Talk' }).click();
        await page.getByRole('button', { name: 'Stop talking' }).waitFor();
        await page.getByText('Luna is speaking').waitFor();
        expect(await alert.count()).toBe(0);
      },
      LIMIT_MS,
    );

    test(
      'changes the mode by a click and by a word, and hears it confirmed',
      async () => {
        await ask(page, 'How many calls last week?');
        await said(page, /Last week there were/).waitFor();
        await page.getByRole('radio', { name: 'analyst' }).click();
        await said(page, /I am in analyst mode now/).waitFor();
        await ask(page, 'Switch to the executive briefing');
        await said(page, /This is the executive briefing now/).waitFor();
        const briefing = page.getByRole('radio', { name: 'executive briefing' });
        expect(await briefing.getAttribute('aria-checked')).toBe('true');
      },
      LIMIT_MS,
    );
  });

  test.each(Object.keys(INSIGHTS_STATES))(
    'who sees little or has no mouse can use the page: %s',
    async (state) => {
      const looked = await insightsIn(state, browser, luna.url, {
        viewport: WIDE,
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      const found = await findingsIn(looked);
      await looked.context().close();
      expect(found).toEqual([]);
    },
    LIMIT_MS,
  );
});

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

function count(calls: unknown): string {
  return Number(calls).toLocaleString('en-US');
}

async function take(page: Page, kind: string): Promise<Download> {
  await page.getByRole('button', { name: /^More about Number of calls by day/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: `Download as ${kind}` }).click();
  return download;
}
