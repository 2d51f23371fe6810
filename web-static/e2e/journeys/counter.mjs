import assert from 'node:assert/strict';
import { it } from 'node:test';
import { audit, walk } from '../audit.mjs';
import { definition, fillAll, receipt } from '../apply.mjs';
import { portal, readCard, residents, rowOnTheDesk, signInClerk, staff } from '../city.mjs';
import { button, heading, heading2, link, visitor } from '../page.mjs';
import { asAdministrator, atTerminal, enter, office } from '../terminal.mjs';

const resident = residents[0];

/** What a visit could leave in the browser: nothing but the terminal's key, and the cookie of a visit that nobody has used. */
async function leftovers(page) {
  const cookies = await page.context().cookies(portal);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).map((one) => one.name),
    stores: await new Promise((resolve) => {
      const opening = indexedDB.open('terminal');
      opening.onsuccess = () => {
        const asked = opening.result.transaction('keys').objectStore('keys').getAll();
        asked.onsuccess = () => resolve(asked.result.map((one) => [Object.keys(one).sort().join(), one.privateKey.extractable]));
      };
    }),
    caches: (await caches.keys()).length,
    state: JSON.stringify(history.state),
    path: location.pathname + location.search + location.hash,
  }));
  return { cookies: cookies.map((one) => one.name).filter((name) => /session|visit|sign/.test(name)), ...kept };
}

const NOTHING = {
  cookies: ['kiosk-visit'],
  local: 0,
  session: 0,
  databases: ['terminal'],
  stores: [['privateKey,terminalId', false]],
  caches: 0,
  state: '{}',
  path: '/kiosk/',
};

/** The start page, signed out, whatever the visitor before tries to get back. */
async function isWiped(page) {
  await page.waitForURL(portal + '/kiosk/');
  await page.locator('.tiles').first().waitFor();
  assert.equal(await page.locator('.who').count(), 0, 'signed out');
  assert.deepEqual(await leftovers(page), NOTHING);
  await page.goBack();
  await page.locator('.tiles').first().waitFor();
  assert.equal(new URL(page.url()).pathname, '/kiosk/', '戻る shows the start page');
  assert.ok(!(await page.locator('body').innerText()).includes(resident.name.split(/\s/)[0]), 'nothing comes back with 戻る');
}

/** At the terminal in the city hall. */
export function counterJourney(city) {
  it('staff register a terminal, its browser becomes it with the code, and no other does', async () => {
    const page = await office(city);
    await heading(page, '窓口の端末');
    await button(page, '端末を登録する').click();
    await button(page, '登録コードを発行する').click();
    await page.locator('.notice-error').waitFor();
    assert.equal(await page.locator('.notice-error li').count(), 3, 'all mistakes at once');
    await audit(page, 'TERMINALS', 'mistakes');
    await page.getByLabel('端末の名前').fill('市民課1番');
    await page.getByLabel('置く場所').fill('本庁舎1階 市民課の前');
    await page.getByLabel('市民課', { exact: true }).check();
    await button(page, '登録コードを発行する').dblclick();
    await page.locator('.saving-code').waitFor();
    const code = await page.locator('.saving-code').innerText();
    await page.getByRole('heading', { name: '市民課1番' }).first().waitFor();
    assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.equal(await page.getByText('本庁舎1階 市民課の前').count(), 1, 'a double click registers one terminal');
    await audit(page, 'TERMINALS', 'code');
    await walk(page, 'TERMINALS');

    const terminal = await visitor(city.browser);
    await terminal.page.goto(portal + '/kiosk/procedures/juminhyo');
    await heading(terminal.page, '端末の登録');
    assert.equal(await terminal.page.locator('a[href]').count(), 0, 'nothing but the registration');
    await audit(terminal.page, 'TERMINAL');
    await walk(terminal.page, 'TERMINAL');
    await terminal.page.getByLabel('登録コード').fill('0000-0000-0000');
    await button(terminal.page, 'この端末を登録する').click();
    await terminal.page.locator('.notice-error').waitFor();
    await audit(terminal.page, 'TERMINAL', 'wrong');
    await terminal.page.getByLabel('登録コード').fill(code.toLowerCase().replace(/-/g, ' '));
    await button(terminal.page, 'この端末を登録する').click();
    await heading(terminal.page, '住民票の写し');

    const other = await visitor(city.browser);
    await other.page.goto(portal + '/kiosk/');
    await other.page.getByLabel('登録コード').fill(code);
    await button(other.page, 'この端末を登録する').click();
    await other.page.getByText('この登録コードは使えません').waitFor();
    assert.deepEqual(await other.page.evaluate(async () => (await fetch('/api/counter/visit')).status), 403);
    await other.end();

    await page.reload();
    await page.getByText('利用中').first().waitFor();
    assert.equal(await page.getByText(code).count(), 0, 'the code is told once');
    await button(page, '市民課1番を失効させる').click();
    await button(page, '失効させる').click();
    await page.getByText('市民課1番の変更を保存しました。').waitFor();
    await page.getByText('市民課1番の履歴').click();
    await audit(page, 'TERMINALS', 'revoked');
    await terminal.page.goto(portal + '/kiosk/');
    await terminal.page.getByText('この端末の登録は、使えなくなっています。').waitFor();
    await audit(terminal.page, 'TERMINAL', 'revoked');
    await terminal.end();
  });

  it('a terminal that is revoked during a visit ends it with the next step, and whoever signed in there is nobody', async () => {
    const visit = await atTerminal(city);
    const { page } = visit;
    await page.goto(portal + '/kiosk/applications');
    await link(page, 'マイナンバーカードでログインする').click();
    await readCard(page, resident);
    await page.locator('.cards').first().waitFor();
    assert.equal(await page.evaluate(async () => (await fetch('/api/applications')).status), 200);
    const { revision } = await asAdministrator(city, `/api/terminals/${visit.terminalId}/renewal`, { revision: 2 });
    assert.equal(await page.evaluate(async () => (await fetch('/api/applications')).status), 401);
    const { code } = await asAdministrator(city, `/api/terminals/${visit.terminalId}/renewal`, { revision });
    await page.goto(portal + '/kiosk/');
    await enter(page, code);
    assert.equal(await page.locator('.who').count(), 0, 'a new visit is nobody\'s');
    await visit.end();
  });

  it('walks away, and after the countdown nothing of them is left', async () => {
    const visit = await atTerminal(city);
    const { page } = visit;
    await page.clock.install();
    await page.goto(portal + '/kiosk/');
    await page.locator('.tiles').first().waitFor();
    await audit(page, 'KIOSK:HOME');
    await walk(page, 'KIOSK:HOME');
    await button(page, '使い方').click();
    await page.getByRole('dialog').waitFor();
    await audit(page, 'KIOSK:HOME', 'help');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(portal + '/kiosk/procedures/juminhyo');
    await heading(page, '住民票の写し');
    await audit(page, 'KIOSK:PROCEDURE');
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, resident);
    await page.waitForURL(portal + '/kiosk/apply/juminhyo');
    await page.locator('.form').waitFor();
    await audit(page, 'KIOSK:APPLY');
    await walk(page, 'KIOSK:APPLY');
    const remembered = await page.locator('input:not([type=radio]):not([type=checkbox])').evaluateAll((inputs) => inputs.filter((one) => one.autocomplete !== 'off').map((one) => one.id));
    assert.deepEqual(remembered, [], 'the browser remembers none of the inputs');
    await page.locator('[id="f-name-given"]').fill('火花');
    await page.clock.runFor(1000);
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    assert.equal(await page.evaluate(() => sessionStorage.length + localStorage.length), 0, 'nothing typed is kept at a terminal');
    await page.clock.runFor(125000);
    await page.locator('.kiosk-countdown').waitFor();
    await audit(page, 'KIOSK:APPLY', 'countdown');
    await button(page, '続けて使う').click();
    await page.locator('.kiosk-countdown').waitFor({ state: 'detached' });
    const theirs = await page.context().cookies(portal);
    await page.clock.runFor(185000);
    await isWiped(page);
    await page.context().clearCookies();
    await page.context().addCookies(theirs);
    assert.equal(await page.evaluate(async () => (await fetch('/api/applications')).status), 401, 'the server has ended it too');
    await visit.end();
  });

  it('ends at once when asked whether they are still there, and leaves nothing; the card is asked for again', async () => {
    const visit = await atTerminal(city);
    const { page } = visit;
    await page.clock.install();
    await page.goto(portal + '/kiosk/procedures/juminhyo');
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, resident);
    await page.locator('.form').waitFor();
    await page.clock.runFor(125000);
    await button(page, 'いま終わる').click();
    await isWiped(page);
    await page.goto(portal + '/kiosk/procedures/juminhyo');
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await page.locator('input[name="password"]').waitFor();
    await visit.end();
  });

  it('signs in there, sees the same screens in the kiosk\'s size, and ends with 終了する', async () => {
    const visit = await atTerminal(city);
    const { page } = visit;
    await page.goto(portal + '/kiosk/applications');
    await heading(page, '申請状況');
    await audit(page, 'KIOSK:APPLICATIONS', 'guest');
    await link(page, 'マイナンバーカードでログインする').click();
    await readCard(page, resident);
    await page.waitForURL(portal + '/kiosk/applications');
    await page.locator('.cards').first().waitFor();
    assert.deepEqual((await page.context().cookies(portal)).map((one) => one.name).filter((name) => name === 'session'), [], 'the portal\'s cookie is not used here');
    await audit(page, 'KIOSK:APPLICATIONS');
    await walk(page, 'KIOSK:APPLICATIONS');
    await page.locator('.card a').first().click();
    await page.locator('.timeline').waitFor();
    await audit(page, 'KIOSK:APPLICATION');
    await walk(page, 'KIOSK:APPLICATION');
    const one = page.url();
    for (const [path, title, screen] of [
      [one + '/correct', /./, 'KIOSK:CORRECT'],
      [portal + '/kiosk/sign/tenshutsu', '申請に署名する', 'KIOSK:SIGN'],
      [portal + '/kiosk/sign-ins', 'ログインの記録', 'KIOSK:SIGN_INS'],
      [portal + '/kiosk/pair', 'スマートフォンで本人確認', 'KIOSK:PAIR'],
      [portal + '/kiosk/resume', '続きから申請する', 'KIOSK:RESUME'],
      [portal + '/kiosk/claim', '申請を引き継ぐ', 'KIOSK:CLAIM'],
      [portal + '/kiosk/follow', '番号で申請を見る', 'KIOSK:FOLLOW'],
      [portal + '/kiosk/pay', '頼まれた手数料の支払い', 'KIOSK:PAYER'],
      [portal + '/kiosk/verify', '文書の確認', 'KIOSK:VERIFY'],
      [portal + '/kiosk/email', 'メールアドレスの確認', 'KIOSK:EMAIL'],
      [portal + '/kiosk/sign-in?to=/applications', 'ログインの方法を選ぶ', 'KIOSK:SIGN_IN'],
    ]) {
      await page.goto(path);
      await heading(page, title);
      await audit(page, screen);
      await walk(page, screen);
    }
    await link(page, 'ウェブアクセシビリティ方針').click();
    await heading(page, 'ウェブアクセシビリティ方針');
    await audit(page, 'KIOSK:ACCESSIBILITY');
    await walk(page, 'KIOSK:ACCESSIBILITY');
    const away = await page.locator('a[href]').evaluateAll((links) => links.map((one) => one.href).filter((to) => !to.startsWith(location.origin + '/kiosk') && !to.includes('/api/sign-in/')));
    assert.deepEqual(away.filter((to) => !to.endsWith('#main')), [], 'no link leads out of the kiosk');
    assert.equal(await page.locator('[target]').count(), 0, 'nothing opens a window');
    await page.goBack();
    await heading(page, 'ログインの方法を選ぶ');
    await page.goto(portal + '/kiosk/apply/juminhyo');
    await page.locator('[id="f-name-given"]').fill('火花');
    const largest = await page.locator('button, a.button').evaluateAll((all) => {
      const area = (one) => one.offsetWidth * one.offsetHeight;
      return all.reduce((a, b) => (area(b) > area(a) ? b : a)).innerText;
    });
    assert.equal(largest, '終了する');
    await button(page, '終了する').click();
    await page.locator('.notice-warning:focus', { hasText: '入力した内容は消えます。' }).waitFor();
    await audit(page, 'KIOSK:APPLY', 'ending');
    await button(page, '入力を続ける').click();
    assert.equal(await page.locator('[id="f-name-given"]').inputValue(), '火花');
    await button(page, '終了する').click();
    await button(page, '入力を消して終了する').click();
    await page.locator('.notice-success', { hasText: 'この端末からすべて消しました。' }).waitFor();
    await isWiped(page);
    await visit.end();
  });

  it('reads in English at a terminal, and whoever comes next finds Japanese', async () => {
    const visit = await atTerminal(city);
    const { page } = visit;
    await page.clock.install();
    await page.goto(portal + '/kiosk/');
    await button(page, 'English').click();
    await page.locator('.languages [lang="en"][aria-pressed="true"]').waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length + localStorage.length), 0, 'a terminal keeps no choice');
    // The start page is not untouched: it counts down as everywhere.
    await page.clock.runFor(185000);
    await page.locator('.notice-success', { hasText: 'この端末からすべて消しました。' }).waitFor();
    await page.locator('.languages [lang="ja"][aria-pressed="true"]').first().waitFor();
    assert.equal(await page.locator('.languages [lang="en"][aria-pressed="true"]').count(), 0);
    await visit.end();
  });

  it('goes on at the counter with what was begun at home, and takes home what was sent in there, once', async () => {
    const home = await visitor(city.browser);
    await home.page.goto(portal + '/apply/iken');
    await home.page.locator('.form .field').first().waitFor();
    await button(home.page, '保存して、あとで続ける').click();
    const code = await home.page.locator('.saving-code').innerText();
    await home.end();
    const visit = await atTerminal(city);
    await visit.page.goto(portal + '/kiosk/resume');
    await visit.page.getByLabel('保存したときの番号').fill(code);
    await button(visit.page, '続きを開く').click();
    await visit.page.getByLabel('ご意見の内容').waitFor();
    await fillAll(visit.page, await definition(visit.page, 'iken'));
    await button(visit.page, '意見を送信する').click();
    await heading(visit.page, 'を受け付けました');
    await heading2(visit.page, 'ご自宅で状況を見るには');
    await audit(visit.page, 'KIOSK:APPLY', 'receipt');
    const number = await receipt(visit.page);
    const taking = await visit.page.locator('section', { hasText: 'アカウントに加えるには' }).locator('.saving-code').innerText();
    await button(visit.page, '終了する').click();
    await isWiped(visit.page);
    await visit.end();

    const phone = await visitor(city.browser, { viewport: { width: 320, height: 640 } });
    const { page } = phone;
    // As the camera opens it.
    await page.goto(portal + '/claim#' + taking.replace(/-/g, ''));
    await page.getByText(`番号 ${taking} を読み取りました`).waitFor();
    assert.equal(page.url(), portal + '/claim', 'the code does not stay in the address');
    await audit(page, 'CLAIM', 'guest');
    await link(page, 'マイナンバーカードでログインして引き継ぐ').click();
    await readCard(page, resident);
    await page.waitForURL(portal + '/claim');
    await page.getByLabel('申請を受け付けた画面の番号').waitFor();
    assert.equal(await page.getByLabel('申請を受け付けた画面の番号').inputValue(), taking);
    assert.equal(await page.evaluate(() => sessionStorage.length), 0, 'the code waits no longer than for the sign-in');
    await audit(page, 'CLAIM');
    await walk(page, 'CLAIM');
    await button(page, '引き継ぐ').dblclick();
    await heading(page, '申請を引き継ぎました');
    assert.equal(await receipt(page), number);
    await audit(page, 'CLAIM', 'done');
    await link(page, '申請の状況を見る').click();
    await page.getByText('申請状況への引継ぎ').waitFor();
    await page.goto(portal + '/claim');
    await page.getByLabel('申請を受け付けた画面の番号').fill(taking);
    await page.keyboard.press('Enter');
    await page.getByText('この番号では引き継げません').waitFor();
    await audit(page, 'CLAIM', 'refused');
    await phone.end();
  });

  it('applies without a card once a clerk of the division has seen their documents, and the case tells so', async () => {
    const visit = await atTerminal(city);
    const { page } = visit;
    await page.goto(portal + '/kiosk/procedures/juminhyo');
    await link(page, 'カードをお持ちでない方').click();
    await page.locator('.saving-code').waitFor();
    const number = await page.locator('.saving-code').innerText();
    await audit(page, 'COUNTER_CHECK');
    await walk(page, 'COUNTER_CHECK');
    await button(page, '待つのをやめて戻る').click();
    await heading(page, '住民票の写し');
    await link(page, 'カードをお持ちでない方').click();
    await page.locator('.saving-code').waitFor();
    assert.equal((await page.evaluate(async () => (await fetch('/api/visits')).status)), 404, 'no visitor checks themself');
    const again = await page.locator('.saving-code').innerText();
    assert.match(number + again, /^\d{6}$/);

    const desk = await visitor(city.browser);
    await signInClerk(desk.page, staff.find((one) => one.username === 'sato'), '/cases');
    await link(desk.page, '窓口で1人が本人確認を待っています').click();
    await button(desk.page, again + '番の方の書類を確かめる').waitFor();
    await link(desk.page, '窓口で1人が本人確認を待っています').waitFor({ state: 'detached' });
    await audit(desk.page, 'VISITS');
    await walk(desk.page, 'VISITS');
    await button(desk.page, again + '番の方の書類を確かめる').click();
    await desk.page.getByLabel('健康保険の資格確認書').check();
    await button(desk.page, '本人確認を記録する').click();
    await desk.page.locator('.notice-error').waitFor();
    assert.equal(await desk.page.locator('.notice-error li').count(), 4);
    await audit(desk.page, 'VISITS', 'mistakes');
    await desk.page.getByLabel('書類の氏名').fill('石狩花子');
    await desk.page.getByLabel('書類の生年月日').fill('R2.4.1');
    await desk.page.getByLabel('その他', { exact: true }).check();
    await desk.page.getByLabel('その他の書類の名前').fill('学生証');
    await desk.page.getByLabel('本人と書類を見比べ、本人であることを確かめました').check();
    await button(desk.page, '本人確認を記録する').dblclick();
    await desk.page.getByText('の本人確認を記録しました').waitFor();
    await desk.page.getByText('いま待っている方はいません').waitFor();

    await page.waitForURL(portal + '/kiosk/apply/juminhyo');
    await page.locator('.form .field').first().waitFor();
    await page.locator('[id="f-name-family"]').fill('石山');
    await fillAll(page, await definition(page, 'juminhyo'));
    // Told where everything is looked at once more, before anything is sent.
    await page.getByText('氏名が、職員が窓口で書類を確かめた方と違います').waitFor();
    await audit(page, 'APPLY', 'somebody else');
    await page.getByText('氏名が、職員が窓口で書類を確かめた方と違います').click();
    await page.locator('[id="f-name-family"]').fill('石狩');
    await button(page, '確認画面に戻る').click();
    await heading(page, '入力内容の確認');
    await button(page, '申請を送信する').click();
    await heading(page, 'を受け付けました');
    const number12 = await receipt(page);

    // Somebody who came along, on a second check of the same visit.
    await page.goto(portal + '/kiosk/procedures/juminhyo');
    await link(page, '申請する').click();
    await page.locator('.form .field').first().waitFor();
    await page.locator('[id="f-name-family"]').fill('石山');
    await fillAll(page, await definition(page, 'juminhyo'));
    await link(page, '職員にもう一度確かめてもらう').click();
    await page.locator('.saving-code').waitFor();
    const third = await page.locator('.saving-code').innerText();
    await link(desk.page, '窓口で1人が本人確認を待っています').or(button(desk.page, third + '番の方の書類を確かめる')).first().click();
    if ((await button(desk.page, third + '番の方の書類を確かめる').count()) > 0) await button(desk.page, third + '番の方の書類を確かめる').click();
    await desk.page.getByLabel('書類の氏名').fill('石山花子');
    await desk.page.getByLabel('書類の生年月日').fill('R2.4.');
    await desk.page.goBack();
    await button(desk.page, third + '番の方の書類を確かめる').click();
    await desk.page.getByText('入力の途中だった内容を戻しました').waitFor();
    assert.equal(await desk.page.getByLabel('書類の氏名').inputValue(), '石山花子');
    assert.equal(await desk.page.getByLabel('書類の生年月日').inputValue(), 'R2.4.');
    await desk.page.getByLabel('書類の生年月日').fill('R2.4.1');
    await desk.page.getByLabel('パスポート').check();
    await desk.page.getByLabel('本人と書類を見比べ、本人であることを確かめました').check();
    await button(desk.page, '本人確認を記録する').click();
    await desk.page.getByText('の本人確認を記録しました').waitFor();
    assert.equal(await desk.page.evaluate(() => sessionStorage.length), 0);
    await heading(page, '入力内容の確認');
    await button(page, '申請を送信する').click();
    await heading(page, 'を受け付けました');
    await button(page, '終了する').click();
    await isWiped(page);
    await page.goto(portal + '/kiosk/procedures/juminhyo');
    await link(page, 'カードをお持ちでない方').waitFor();

    await (await rowOnTheDesk(desk.page, number12)).locator('a').click();
    await desk.page.getByText('窓口で本人確認：石狩花子（令和2年4月1日生まれ）、健康保険の資格確認書、その他（学生証）').waitFor();
    await audit(desk.page, 'CASE', 'counter');
    await desk.end();
    await visit.end();
  });
}
