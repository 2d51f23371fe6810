// Steps that several journeys share.
import assert from 'node:assert/strict';
import { portal } from './city.mjs';
import { fillPage } from './fill.mjs';
import { button } from './page.mjs';

/** The published form of a procedure. */
export const definition = async (page, id) => (await (await page.request.get(`${portal}/api/procedures/${id}`)).json()).form;

/** From the first page of a form to the check page. */
export async function fillAll(page, form, answers) {
  for (let i = 0; i < 12; i++) {
    if ((await page.locator('h1').textContent()) === '入力内容の確認') return;
    const before = await page.locator('h1').textContent();
    await fillPage(page, form, answers);
    await button(page, '次へ').click();
    await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text || document.querySelector('.mistake-summary'), before);
    const mistakes = await page.locator('.mistake-summary').allInnerTexts();
    assert.deepEqual(mistakes, []);
  }
}

/** The twelve digits on the receipt. */
export const receipt = async (page) => (await page.locator('.receipt-number').textContent()).replace(/\D/g, '');

/** 123456789012 → 1234-5678-9012, as the screens show it. */
export const grouped = (digits) => digits.replace(/(\d{4})(?=\d)/g, '$1-');
