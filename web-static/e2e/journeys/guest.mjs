import assert from 'node:assert/strict';
import { it } from 'node:test';
import { definition, fillAll, grouped, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { inbox, portal, readCard, residents } from '../city.mjs';
import { codeIn, mailsTo, mailTo } from '../mailbox.mjs';
import { button, heading, link, visitor } from '../page.mjs';

/** Without signing in. */
export function guestJourney(city) {
  it('with one name only is let through once that is said, and meets no such question before', async () => {
    const visit = await visitor(city.browser, { viewport: { width: 320, height: 640 } });
    const { page } = visit;
    await page.goto(portal + '/apply/iken');
    await page.locator('.form').waitFor();
    await page.getByLabel('ご意見の内容').fill('街灯をつけてください。');
    await page.locator('select').first().selectOption({ index: 1 });
    const yes = page.locator('input[type=radio]').first();
    await yes.check();
    await button(page, '次へ').click();
    await page.getByLabel('姓', { exact: true }).fill('SUKARNO');
    await page.getByLabel('姓（フリガナ）', { exact: true }).fill('すかるの');
    const one = page.getByLabel('名はありません（氏名が1つだけ）');
    assert.equal(await one.count(), 0);
    await page.locator('.form button[type=submit]').click();
    await one.waitFor();
    await audit(page, 'APPLY', 'one-name-asked');
    await one.check();
    assert.equal(await page.getByLabel('名', { exact: true }).count(), 0);
    await page.getByLabel('メールアドレス').fill(`sukarno-${Date.now()}@example.jp`);
    await page.locator('.form button[type=submit]').click();
    await heading(page, '確認');
    await page.locator('dd', { hasText: /^SUKARNOスカルノ/ }).waitFor();
    await page.locator('.reading', { hasText: /^スカルノ$/ }).waitFor();
    await visit.end();
  });

  it('sends an opinion without signing in, and reads the policy and a page that does not exist', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.goto(portal + '/?level=guest&online=yes');
    const first = page.locator('.result-list a').filter({ hasText: '意見' }).first();
    await first.waitFor();
    // A name without a place to break at stays on the screen of a small telephone.
    await page.setViewportSize({ width: 360, height: 700 });
    const across = await page.evaluate(() => {
      const text = document.querySelector('.result-list a').firstChild;
      const name = text.data;
      text.data = 'Gemeindeverwaltungsangelegenheiten'.repeat(4);
      const wide = document.documentElement.scrollWidth;
      text.data = name;
      return wide;
    });
    assert.ok(across <= 360, String(across));
    await page.setViewportSize({ width: 1100, height: 800 });
    await first.click();
    await link(page, '申請する').click();
    await page.locator('.form').waitFor();
    await audit(page, 'APPLY');
    await walk(page, 'APPLY');
    await button(page, 'English').click();
    await heading(page, 'Your opinion');
    await button(page, 'Save and continue later').waitFor();
    assert.equal(await button(page, '保存して、あとで続ける').count(), 0);
    await page.getByLabel('What you want to tell us').fill('More trees, please.');
    await button(page, 'Next').click();
    await page.locator('.mistake-summary').waitFor();
    assert.match(await page.locator('.mistake-summary').innerText(), /Topic: please choose/);
    await audit(page, 'APPLY', 'English');
    await button(page, '日本語').click();
    assert.equal(await page.getByLabel('ご意見の内容').inputValue(), 'More trees, please.');
    const stranger = `stranger-${Date.now()}@example.jp`;
    await fillAll(page, await definition(page, new URL(page.url()).pathname.split('/').pop()), { reply: 'yes', email: stranger });
    await page.getByText('確認しなくても申請できますが、メールは届きません').waitFor();
    await audit(page, 'APPLY', 'mail-unconfirmed');
    await button(page, '意見を送信する').click();
    // An opinion is no application.
    await heading(page, '「市民の声（ご意見・ご要望）」を受け付けました');
    await page.getByText('メールでのお知らせは届きません').waitFor();
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
    await page.goto(portal + '/claim#<b>garbage');
    await page.waitForFunction(() => location.hash === '');
    assert.equal(await page.getByLabel('申請を受け付けた画面の番号').inputValue(), '', 'what is no code is not shown as one');
    await page.goto(portal + '/no/such/page');
    await heading(page, 'ページが見つかりません');
    await audit(page, 'NOT_FOUND');
    if (inbox !== '') assert.deepEqual(await mailsTo(page, stranger), [], 'nothing is sent to an address that nobody confirmed');
    await visit.end();
  });

  it('reads a procedure in English, finds it by English words, and Japanese is marked where there is nothing else', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    const name = 'Opinions and requests to the city';
    await page.goto(portal + '/?q=opinion');
    const inJapanese = page.locator('.result-list h3[lang="ja"] a').filter({ hasText: '市民の声' });
    await inJapanese.waitFor();
    await audit(page, 'HOME', 'languages');
    await button(page, 'English').click();
    const found = page.locator('.result-list h3[lang="en"] a').filter({ hasText: name });
    await found.waitFor();
    await page.getByLabel('さがしたい手続のことば').fill('住民票');
    await page.locator('.result-list h3[lang="ja"]').first().waitFor();
    await page.getByLabel('さがしたい手続のことば').fill('requests to the city');
    await found.click();
    await heading(page, name);
    assert.equal(await page.locator('article.procedure').getAttribute('lang'), 'en');
    assert.match(await page.locator('.facts').innerText(), /Who it is for\s+Anyone[^]*Free of charge/);
    // What the city gave no English for says so to a screen reader.
    assert.equal(await page.locator('.facts dd[lang="ja"]').count(), 1);
    await audit(page, 'PROCEDURE', 'English');
    await walk(page, 'PROCEDURE');
    await page.reload();
    await heading(page, name);
    await link(page, 'Begin').click();
    await heading(page, 'Your opinion');
    await page.goBack();
    await button(page, 'やさしい日本語（にほんご）').click();
    await heading(page, '市（し）への 意見');
    assert.equal(await page.locator('article.procedure').getAttribute('lang'), 'ja');
    await page.goto(portal + '/procedures/juminhyo');
    await heading(page, '住民票');
    assert.equal(await page.locator('article.procedure').getAttribute('lang'), 'ja');
    await visit.end();
  });

  it('confirms an address where it is typed and gets the receipt by mail', { skip: inbox === '' }, async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    const address = `guest-${Date.now()}@example.jp`;
    await page.goto(portal + '/apply/iken');
    await page.locator('.form').waitFor();
    await fillAll(page, await definition(page, 'iken'), { reply: 'yes', email: address });
    // Back to the question: that is where it is asked for first.
    await page.getByRole('button', { name: /^変更.*：メールアドレス/ }).click();
    await button(page, '確認番号を送る').click();
    const code = page.getByLabel('確認番号', { exact: true });
    const right = codeIn(await mailTo(page, address));
    await audit(page, 'APPLY', 'mail-code');
    await code.fill((right[0] === '0' ? '1' : '0') + right.slice(1));
    await page.keyboard.press('Enter');
    await page.getByText('あと4回入力できます').waitFor();
    await audit(page, 'APPLY', 'mail-wrong');
    await code.fill(right);
    await page.keyboard.press('Enter');
    await page.getByText('メールアドレスを確認しました').waitFor();
    await audit(page, 'APPLY', 'mail-confirmed');
    // A reload keeps what was typed and what was confirmed.
    await page.reload();
    await page.getByText('メールアドレスを確認しました').waitFor();
    await button(page, '確認画面に戻る').click();
    await heading(page, '入力内容の確認');
    await page.getByText('メールアドレスを確認しました').waitFor();
    await button(page, '意見を送信する').click();
    await heading(page, 'を受け付けました');
    await page.getByText('確認したメールアドレスにお知らせします').waitFor();
    const number = await receipt(page);
    const text = await mailTo(page, address, 2);
    assert.ok(text.includes(grouped(number)), text);
    await page.reload();
    await heading(page, '送信は終わっています');
    await page.getByText('受付番号は、確認したメールアドレスに送った受付のメールにあります').waitFor();
    await audit(page, 'APPLY', 'receipt-gone');
    await visit.end();
  });
}
