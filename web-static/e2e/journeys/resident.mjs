import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { definition, fillAll, grouped, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { inbox, portal, readCard, residents } from '../city.mjs';
import { confirmMail } from '../mailbox.mjs';
import { button, heading, link, visitor } from '../page.mjs';
import { clerkJourney } from './clerk.mjs';

const resident = residents[0];

/** From the first search to the receipt, and everything that can go wrong on the way. */
export function residentJourney(city) {
  const here = { page: null, number: '' };
  let visit;
  let page;
  let number;
  before(async () => {
    visit = await visitor(city.browser);
    page = visit.page;
    here.page = page;
  });
  after(async () => {
    await visit?.end();
  });

  it('sees the ways in', async () => {
    await page.goto(portal + '/');
    await page.locator('.tiles').first().waitFor();
    await audit(page, 'HOME');
    await walk(page, 'HOME');
  });

  it('finds the certificate of residence by four spellings, by category and by life event', async () => {
    for (const word of ['住民票', 'じゅうみんひょう', 'ｼﾞｭｳﾐﾝ', '住所の証明']) {
      await page.locator('#q').fill(word);
      await page.locator('.result-list > li', { hasText: '住民票の写し' }).first().waitFor();
      assert.match(await page.locator('.result-list > li').first().innerText(), /住民票/, word);
    }
    await audit(page, 'HOME', 'results');
    await walk(page, 'HOME results');
    for (const facet of ['event', 'category']) {
      await page.goto(portal + '/');
      await page.locator(`.tiles-${facet} a`).filter({ hasText: facet === 'event' ? /引っ?越/ : '戸籍・住民票' }).first().click();
      await page.locator('.result-list > li', { hasText: '住民票の写し' }).first().waitFor();
    }
  });

  it('narrows by filters that say how many are left, and the address keeps them', async () => {
    await page.goto(portal + '/?all=1');
    await page.locator('#filter-online').selectOption('yes');
    const shown = await page.locator('.result-list > li').count();
    assert.match(await page.locator('#filter-online option:checked').textContent(), new RegExp(`（${shown}件）`));
    await page.waitForURL(/online=yes/);
    await page.reload();
    await page.locator('.result-list > li').first().waitFor();
    assert.equal(await page.locator('.result-list > li').count(), shown);
  });

  it('is never left alone with an empty result', async () => {
    await page.goto(portal + '/?q=' + encodeURIComponent('ぺぺぺ住民'));
    await page.locator('.nothing').waitFor();
    await audit(page, 'HOME', 'nothing');
    assert.match(await page.locator('.contact').innerText(), /0133-72-3111/);
  });

  it('reads what a procedure needs, and sees no button where there is no online form', async () => {
    await page.goto(portal + '/?online=no');
    await page.locator('.result-list a').first().click();
    await page.locator('.start-counter').waitFor();
    assert.equal(await page.getByRole('link', { name: /申請する/ }).count(), 0);
    await audit(page, 'PROCEDURE', 'counter');
    await page.goto(portal + '/procedures/juminhyo');
    await heading(page, '住民票の写し');
    await audit(page, 'PROCEDURE');
    await walk(page, 'PROCEDURE');
  });

  it('signs in with the card before the form, and finds name, birth date and address filled in and marked', async () => {
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, resident);
    await page.waitForURL(portal + '/apply/juminhyo');
    await page.locator('.form').waitFor();
    assert.match(await page.locator('.who').innerText(), new RegExp(resident.name.replace(/\s/g, '.')));
    assert.ok((await page.locator('.prefilled').count()) > 0, 'marked as filled from the card');
  });

  it('sees all mistakes of a page at 次へ, with the focus on the summary and 「エラー：」 in the title', async () => {
    const first = await page.locator('h1').textContent();
    const family = page.locator('.form input[type="text"]').first();
    const given = await family.inputValue();
    await family.fill('');
    await button(page, '次へ').click();
    await page.locator('.mistake-summary').waitFor();
    await page.waitForFunction(() => document.activeElement.className === 'mistake-summary');
    assert.match(await page.title(), /^エラー：/);
    assert.equal(await page.locator('h1').textContent(), first);
    await audit(page, 'APPLY', 'mistakes');
    await walk(page, 'APPLY mistakes');
    await page.locator('.mistake-summary a').first().click();
    assert.match(await page.evaluate(() => document.activeElement.tagName), /INPUT|SELECT|TEXTAREA/);
    await family.fill(given);
  });

  it('checks everything, changes one answer and comes back to the check page', async () => {
    await fillAll(page, await definition(page, 'juminhyo'));
    await heading(page, '入力内容の確認');
    await audit(page, 'APPLY', 'check');
    await walk(page, 'APPLY check');
    await page.locator('.answer-change button').first().click();
    await button(page, '確認画面に戻る').click();
    await heading(page, '入力内容の確認');
  });

  it('is offered the address of a postal code, takes it over, and may still write another', async () => {
    await page.getByRole('button', { name: /住所/ }).first().click();
    const part = (name) => page.locator(`[id^="f-"][id$="-${name}"]`).first();
    const names = ['postalCode', 'prefecture', 'city', 'town', 'block'];
    const before = await Promise.all(names.map((name) => part(name).inputValue()));
    await part('town').fill('');
    await part('postalCode').fill('０６１－３２０６');
    await button(page, '「北海道石狩市花川南六条」を入れる').waitFor();
    await audit(page, 'APPLY', 'town');
    await button(page, '「北海道石狩市花川南六条」を入れる').click();
    assert.equal(await part('town').inputValue(), '花川南六条');
    assert.ok(await part('block').evaluate((element) => element === document.activeElement));
    assert.equal(await page.getByRole('button', { name: /を入れる$/ }).count(), 0);
    await part('town').fill('花川南七条');
    await button(page, '「北海道石狩市花川南六条」を入れる').waitFor();
    assert.equal(await part('town').inputValue(), '花川南七条');
    for (const [i, name] of names.entries()) await part(name).fill(before[i]);
    await button(page, '確認画面に戻る').click();
    await heading(page, '入力内容の確認');
  });

  it('confirms the address that notices are to go to', { skip: inbox === '' }, async () => {
    await confirmMail(page, 'hanako@example.jp');
  });

  it('is not told of success when the network fails, loses nothing, and may press again', async () => {
    await page.route('**/api/applications', (route) => route.abort());
    await button(page, '申請を送信する').click();
    await page.locator('.notice-error').waitFor();
    await page.unroute('**/api/applications');
    await heading(page, '入力内容の確認');
  });

  it('presses 送信 twice and has applied once', async () => {
    const keys = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && /\/api\/applications$/.test(request.url())) keys.push(request.headers()['idempotency-key']);
    });
    await button(page, '申請を送信する').dblclick();
    await heading(page, 'を受け付けました');
    assert.equal(new Set(keys).size, 1);
    number = await receipt(page);
    here.number = number;
    assert.match(number, /^\d{12}$/);
    await audit(page, 'APPLY', 'done');
  });

  it('follows the status', async () => {
    await link(page, '申請の状況を見る').click();
    await page.locator('.timeline').waitFor();
    await audit(page, 'APPLICATION');
    await walk(page, 'APPLICATION');
    await page.goto(portal + '/applications');
    await page.locator('.cards').first().waitFor();
    await audit(page, 'APPLICATIONS');
    await walk(page, 'APPLICATIONS');
    assert.match((await page.locator('.card').first().innerText()).replace(/-/g, ''), new RegExp(number));
  });

  it('finds a mail with the number and a link, and nothing personal in it', { skip: inbox === '' }, async () => {
    let text = '';
    for (let i = 0; i < 60 && !text.includes(grouped(number)) && !text.includes(number); i++) {
      text = await (await page.request.get(inbox + '/')).text();
      await page.waitForTimeout(500);
    }
    const mail = text.split('<article>').find((one) => one.replace(/-/g, '').includes(number));
    assert.ok(mail, 'a mail with the receipt number');
    assert.match(mail, /https?:\/\//);
    const body = mail.slice(mail.indexOf('<pre>'));
    for (const part of resident.name.split(/\s/)) assert.ok(!body.includes(part), 'no name in the mail');
    assert.ok(!body.includes('住民票'), 'no procedure in the mail');
  });

  describe('with a clerk', () => clerkJourney(city, here));

  it('withdraws an application after being asked', async () => {
    await page.goto(portal + '/apply/juminhyo');
    await page.locator('.form').waitFor();
    await fillAll(page, await definition(page, 'juminhyo'));
    await button(page, '申請を送信する').click();
    await link(page, '申請の状況を見る').click();
    await button(page, 'この申請を取り下げる').click();
    await heading(page, '取り下げますか');
    await audit(page, 'APPLICATION', 'withdraw');
    await button(page, '取り下げる').click();
    await page.locator('.chip-withdrawn').waitFor();
    await page.locator('.notice-success:focus', { hasText: '申請を取り下げました。' }).waitFor();
  });

  it('keeps what was typed when the session ends, and is told how to go on', async () => {
    await page.goto(portal + '/apply/juminhyo');
    await page.locator('.form').waitFor();
    await fillAll(page, await definition(page, 'juminhyo'));
    await page.context().clearCookies();
    await button(page, '申請を送信する').click();
    await page.locator('.notice-warning', { hasText: 'ログインの時間が切れました' }).waitFor();
    await heading(page, '入力内容の確認');
    await audit(page, 'APPLY', 'session-ended');
    await link(page, 'ログインして続ける').click();
    await link(page, 'マイナンバーカードでログインする').click();
    await readCard(page, resident);
    await heading(page, '入力内容の確認');
    await button(page, '申請を送信する').click();
    await heading(page, 'を受け付けました');
  });

  it('signs out', async () => {
    await button(page, 'ログアウト').click();
    await page.locator('.notice-success:focus', { hasText: 'ログアウトしました。' }).waitFor();
    await link(page, 'ログイン').waitFor();
    await page.goto(portal + '/applications');
    await link(page, 'マイナンバーカードでログインする').waitFor();
    await audit(page, 'APPLICATIONS', 'guest');
    await page.goto(portal + '/sign-in?to=//evil.example');
    await heading(page, 'ログインの方法を選ぶ');
    assert.doesNotMatch(await page.locator('.sign-in-ways a').first().getAttribute('href'), /evil/);
    await audit(page, 'SIGN_IN');
    await walk(page, 'SIGN_IN');
  });
}
