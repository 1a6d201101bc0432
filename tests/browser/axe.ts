/** What axe finds on a page: nothing, one hopes. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const NARROW = { width: 360, height: 740 };

/** In the page's own theme, in the dark, and narrow. */
export async function findingsIn(page: Page): Promise<string[]> {
  await page.evaluate(
    await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'),
  );
  const found = [...(await findings(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await findings(page)));
  await page.setViewportSize(NARROW);
  found.push(...(await findings(page)));
  return found;
}

async function findings(page: Page): Promise<string[]> {
  const found = await page.evaluate<Finding[]>(
    "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}
