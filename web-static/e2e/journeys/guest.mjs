import assert from 'node:assert/strict';
import { it } from 'node:test';
import { definition, fillAll, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, readCard, residents } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

/** Without signing in. */
export function guestJourney(city) {
  it('sends an opinion without signing in, and reads the policy and a page that does not exist', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.goto(portal + '/?level=guest&online=yes');
    await page.locator('.result-list a').filter({ hasText: '意見' }).first().click();
    await link(page, '申請する').click();
    await page.locator('.form').waitFor();
    await audit(page, 'APPLY');
    await walk(page, 'APPLY');
    await button(page, 'English').click();
    await heading(page, 'Your opinion');
    await page.getByLabel('What you want to tell us').fill('More trees, please.');
    await button(page, 'Next').click();
    await page.locator('.mistake-summary').waitFor();
    assert.match(await page.locator('.mistake-summary').innerText(), /Topic: please choose/);
    await audit(page, 'APPLY', 'English');
    await button(page, '日本語').click();
    assert.equal(await page.getByLabel('ご意見の内容').inputValue(), 'More trees, please.');
    await fillAll(page, await definition(page, new URL(page.url()).pathname.split('/').pop()));
    await button(page, '申請を送信する').click();
    await heading(page, '申請を受け付けました');
    const number = await receipt(page);
    assert.match(number, /^\d{12}$/);
    await audit(page, 'APPLY', 'receipt');
    await link(page, 'いまログインして加える').click();
    await page.getByText('を読み取りました').waitFor();
    await link(page, 'マイナンバーカードでログインして引き継ぐ').click();
    await readCard(page, residents[4]);
    await button(page, '引き継ぐ').click();
    await heading(page, '申請を引き継ぎました');
    assert.equal(await receipt(page), number);
    await link(page, 'ウェブアクセシビリティ方針').click();
    await heading(page, 'ウェブアクセシビリティ方針');
    await audit(page, 'ACCESSIBILITY');
    await walk(page, 'ACCESSIBILITY');
    await page.goto(portal + '/no/such/page');
    await heading(page, 'ページが見つかりません');
    await audit(page, 'NOT_FOUND');
    await visit.end();
  });
}
