import type { Browser } from 'playwright-core';
import { PHONE, SLOWER } from './networks.ts';

/** A fixed piece of work of a form's kind: objects, strings, a sorted list, elements. @returns ms */
function work(): number {
  const began = performance.now();
  const list = document.createElement('ul');
  for (let round = 0; round < 40; round++) {
    const words = Array.from({ length: 2000 }, (_, index) => `word ${(index * 7919) % 2003}`);
    const lengths = new Map(words.map((word) => [word, word.length]));
    words.sort();
    const item = document.createElement('li');
    item.textContent = JSON.stringify([...lengths.keys()]).slice(0, 200) + words[0];
    list.append(item);
  }
  document.body.replaceChildren(list);
  void list.offsetHeight;
  return performance.now() - began;
}

/** How long the fixed work takes on the phone that is played here, in ms: what makes two runs comparable. */
export async function calibrate(browser: Browser, site: string): Promise<number> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await page.goto(`${site}/empty`);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return await page.evaluate(work);
  } finally {
    await context.close();
  }
}
