import assert from 'node:assert/strict';
import { it } from 'node:test';
import { definition, fillAll, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, readCard, residents } from '../city.mjs';
import { fillPage } from '../fill.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const [, , , resident, other] = residents;
const PROCEDURE = 'juminhyo';
const OVER = 'ログインの時間が切れました。';

/** The notice that a session is over has the focus, and is where one looks. */
async function toldOver(page) {
  await page.locator('.notice-warning', { hasText: OVER }).waitFor();
  await page.waitForFunction(() => document.activeElement.matches('.notice-warning'));
  const box = await page.locator('.notice-warning', { hasText: OVER }).boundingBox();
  assert.ok(box.y >= 0 && box.y < (await page.viewportSize()).height, 'it is in sight: ' + JSON.stringify(box));
  assert.match(await page.locator('.notice-warning', { hasText: OVER }).innerText(), /入力した内容は消えていません/);
}

/** Signs in to the form and begins anew, whatever was begun before. */
async function begin(page) {
  await page.goto(portal + '/apply/' + PROCEDURE);
  await link(page, 'マイナンバーカードでログインして申請する').click();
  await readCard(page, resident);
  await page.locator('.form, .notice-info').first().waitFor();
  const anew = button(page, '新しく始める（書きかけは消えます）');
  if ((await anew.count()) > 0) await anew.click();
  await page.locator('.form').waitFor();
}

/** Nothing typed is lost: not by the end of a session, a reload, a link or a second opening. */
export function keptJourney(city) {
  it('a session that ends at 次へ and at the check page is told where one looks, and signing in leads back to the same place', async () => {
    const visit = await visitor(city.browser, { viewport: { width: 375, height: 700 } });
    const { page } = visit;
    await begin(page);
    const form = await definition(page, PROCEDURE);
    await fillPage(page, form);
    await page.locator('[id="f-name-given"]').fill('火花');
    const before = await page.locator('h1').textContent();
    await page.context().clearCookies();
    await button(page, '次へ').click();
    await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, before);
    await toldOver(page);
    assert.equal(await page.locator('.who').count(), 0, 'the head of the page knows it too');
    await audit(page, 'APPLY', 'session-over');
    const at = await page.locator('h1').textContent();
    await link(page, 'ログインして続ける').click();
    await page.locator('.sign-in-ways a').first().click();
    await readCard(page, resident);
    await heading(page, at);
    await page.waitForFunction(() => document.activeElement.tagName === 'H1');
    await fillAll(page, form);

    await page.context().clearCookies();
    await button(page, '申請を送信する').click();
    await toldOver(page);
    await walk(page, 'APPLY');
    await link(page, 'ログインして続ける').click();
    await page.locator('.sign-in-ways a').first().click();
    await readCard(page, resident);
    await heading(page, '入力内容の確認');
    await button(page, '申請を送信する').click();
    await heading(page, 'を受け付けました');
    assert.match(await receipt(page), /^\d{12}$/);
    await page.goto(portal + '/applications');
    await page.locator('.card').first().waitFor();
    assert.equal(await page.getByText('書きかけの申請').count(), 0, 'the draft ended with its application');
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    await visit.end();
  });

  it('what one resident typed goes into no account that another tab signed in to', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await begin(page);
    const form = await definition(page, PROCEDURE);
    await page.locator('[id="f-name-given"]').fill('先客');
    await fillAll(page, form);
    const second = await page.context().newPage();
    await second.goto(portal + '/');
    await button(second, 'ログアウト').click();
    await second.getByText('ログアウトしました').first().waitFor();
    await second.goto(portal + '/apply/' + PROCEDURE);
    await link(second, 'マイナンバーカードでログインして申請する').click();
    await readCard(second, other);
    await second.locator('.who-name', { hasText: other.name.replace(/\s/g, ' ') }).waitFor();
    // A tab behind another one looks who is signed in when it comes to the front; this one is asked before it has.
    await page.evaluate(() => document.addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true));
    await button(page, '申請を送信する').click();
    await page.getByText('このブラウザで、別の方がログインしました。').waitFor();
    await audit(page, 'APPLY', 'other-session');
    await second.goto(portal + '/applications');
    await heading(second, '申請状況');
    assert.equal(await second.getByText('先客').count(), 0);
    await page.reload();
    await page.locator('.who-name', { hasText: other.name.replace(/\s/g, ' ') }).waitFor();
    assert.equal(await page.getByText('先客').count(), 0, 'nothing of the first is shown to the second');
    await visit.end();
  });

  it('opening the form again offers what was begun, here or elsewhere, and begins no second draft', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    const open = async () => {
      await page.goto(portal + '/procedures/' + PROCEDURE);
      await link(page, '申請する').click();
    };
    await begin(page);
    const form = await definition(page, PROCEDURE);
    await fillPage(page, form);
    await page.locator('[id="f-name-given"]').fill('火花');
    await button(page, '次へ').click();
    await page.getByText('に保存しました').waitFor();
    // In this tab.
    await link(page, '手続をさがす').click();
    await heading(page, '手続をさがす');
    await open();
    await page.getByText('書きかけの申請があります。').waitFor();
    await audit(page, 'APPLY', 'offer');
    await button(page, '続きを入力する').click();
    await page.locator('.form').waitFor();
    // Somewhere else.
    const { page: pc, end } = await visitor(city.browser);
    await pc.goto(portal + '/apply/' + PROCEDURE);
    await link(pc, 'マイナンバーカードでログインして申請する').click();
    await readCard(pc, resident);
    await pc.getByText('書きかけの申請があります。').waitFor();
    await button(pc, '新しく始める（書きかけは消えます）').click();
    await pc.locator('.form').waitFor();
    const drafts = await (await pc.request.get(portal + '/api/drafts')).json();
    assert.deepEqual(drafts.drafts, []);
    await end();
    await visit.end();
  });

  it('a reload and a link of the page lose nothing, and whoever signs in next in this tab sees nothing of it', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    page.on('dialog', (dialog) => dialog.accept());
    await begin(page);
    const id = 'f-name-given';
    await page.locator(`[id="${id}"]`).fill('火花');
    await page.reload();
    await page.locator('.form').waitFor();
    assert.equal(await page.locator(`[id="${id}"]`).inputValue(), '火花');
    await page.waitForFunction((wanted) => document.activeElement.id === wanted, id);
    // The session ends, and another person signs in here.
    await page.context().clearCookies();
    await page.reload();
    await page.getByText(OVER).waitFor();
    assert.equal(await page.getByText('火花').count(), 0);
    assert.equal(await page.locator('.form').count(), 0, 'what was typed is shown to its author alone');
    await audit(page, 'APPLY', 'of-somebody');
    await page.locator('.sign-in-ways a').first().click();
    await readCard(page, other);
    await page.locator('.form').waitFor();
    assert.notEqual(await page.locator(`[id="${id}"]`).inputValue(), '火花');
    assert.doesNotMatch(await page.evaluate(() => sessionStorage.getItem('typed') ?? ''), /火花/);
    await visit.end();
  });
}
