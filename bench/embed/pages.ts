import type { Page } from 'playwright-core';
import { GOVUK_INIT, govukPage, govukScript, govukStyles } from '../pages/govuk.ts';
import { litBundle, litPage } from '../pages/lit.ts';
import { ourPage } from '../pages/ours.ts';
import { plainPage } from '../pages/plain.ts';
import { firstScreenWords } from '../pages/words.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/files.mjs';
import { file } from './answers.ts';
import type { Answer } from './answers.ts';

export type PageId = 'plain' | 'lit' | 'govuk' | 'ours' | 'ours-ar';

export interface BenchPage {
  id: PageId;
  name: string;
  path: string;
  /** An expression for the page: its first danger row, or null while it is not there. */
  row: string;
  /** The first danger row as a person presses it, and what shows that it worked. */
  press: (page: Page) => Promise<void>;
}

const kitRow = `document.querySelector('kt-repair-form')?.shadowRoot?.querySelector('button.row')`;

/** Pressing gas leads to one instruction and one button. */
async function pressGas(page: Page): Promise<void> {
  await page.locator('kt-repair-form button.row').first().click();
  await page.locator('kt-repair-form .stop').waitFor();
}

/** The first is what the others are compared with. */
export const pages: readonly BenchPage[] = [
  {
    id: 'plain',
    name: 'Plain HTML + CSS',
    path: '/plain',
    row: `document.querySelector('li button')`,
    press: async (page) => {
      await page.locator('li button').first().click();
      await page.locator('#sent').waitFor();
    },
  },
  {
    id: 'lit',
    name: 'Plain Lit, one bundle',
    path: '/lit',
    row: `document.querySelector('lit-form')?.shadowRoot?.querySelector('li button')`,
    press: async (page) => {
      await page.locator('lit-form li button').first().click();
      await page.locator('lit-form button[aria-pressed=true]').waitFor();
    },
  },
  {
    id: 'govuk',
    name: 'govuk-frontend',
    path: '/govuk',
    row: `document.querySelector('.govuk-radios__label')`,
    press: async (page) => {
      await page.locator('.govuk-radios__label').first().click();
      await page.locator('.govuk-radios__input:checked').waitFor();
    },
  },
  { id: 'ours', name: 'Keukentafel', path: '/ours', row: kitRow, press: pressGas },
  {
    id: 'ours-ar',
    name: 'Keukentafel, in Arabic',
    path: '/ours-ar',
    row: kitRow,
    press: pressGas,
  },
];

/** @param desk origin of the kit */
export async function answersOfPages(desk: string): Promise<ReadonlyMap<string, Answer>> {
  const words = firstScreenWords();
  const html = (text: string) => file('text/html', text.replaceAll('{{desk}}', desk));
  const script = (text: string) => file('text/javascript', text);
  return new Map([
    ['/plain', html(plainPage(words))],
    ['/plain/form.css', file('text/css', readFileSync(join(ROOT, 'bench/pages/form.css'), 'utf8'))],
    ['/lit', html(litPage())],
    ['/lit/lit-form.js', script(await litBundle(words))],
    ['/govuk', html(govukPage(words))],
    ['/govuk/govuk-frontend.min.css', file('text/css', govukStyles())],
    ['/govuk/govuk-frontend.min.js', script(govukScript())],
    ['/govuk/init.js', script(GOVUK_INIT)],
    ['/ours', html(ourPage('nl'))],
    ['/ours-ar', html(ourPage('ar'))],
    ['/empty', html('<!doctype html><title>Empty</title>')],
  ]);
}
