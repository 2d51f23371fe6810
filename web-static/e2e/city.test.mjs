// The whole city hall in a current browser: what a resident, a clerk and a visitor at the counter do.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { audit, audited, walk } from './audit.mjs';
import { launch } from './browser.mjs';
import { inbox, portal, readCard, residents, signInClerk, staff, staffConsole, enterCode } from './city.mjs';
import { fillPage } from './fill.mjs';
import { button, heading, link, visitor } from './page.mjs';
import { load } from '../test/load.mjs';

const { screens } = await load('routes.generated.ts');
const resident = residents[0];
const clerk = staff.find((one) => one.divisions.includes('shimin') && one.roles.includes('REVIEWER'));
const colleague = staff.find((one) => one !== clerk && one.divisions.includes('shimin') && one.roles.includes('REVIEWER'));
const stranger = staff.find((one) => !one.divisions.includes('shimin') && one.roles.includes('REVIEWER'));

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

const definition = async (page, id) => (await (await page.request.get(`${portal}/api/procedures/${id}`)).json()).form;

/** From the first page of a form to the check page. */
async function fillAll(page, form, answers) {
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

const receipt = async (page) => (await page.locator('.receipt-number').textContent()).replace(/\D/g, '');

describe('A resident', () => {
  let visit;
  let page;
  let number;
  before(async () => {
    visit = await visitor(browser);
    page = visit.page;
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
    await heading(page, '申請を受け付けました');
    assert.equal(new Set(keys).size, 1);
    number = await receipt(page);
    assert.match(number, /^\d{12}$/);
    await audit(page, 'APPLY', 'done');
  });

  it('follows the status', async () => {
    await link(page, '申請の状況を見る').click();
    await page.locator('.timeline').waitFor();
    await audit(page, 'APPLICATION');
    await walk(page, 'APPLICATION');
    await page.goto(portal + '/applications');
    await page.locator('.cards').waitFor();
    await audit(page, 'APPLICATIONS');
    await walk(page, 'APPLICATIONS');
    assert.match((await page.locator('.card').first().innerText()).replace(/-/g, ''), new RegExp(number));
  });

  it('finds a mail with the number and a link, and nothing personal in it', { skip: inbox === '' }, async () => {
    let text = '';
    for (let i = 0; i < 60 && !text.includes(number.replace(/(\d{4})(?=\d)/g, '$1-')) && !text.includes(number); i++) {
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

  describe('with a clerk', () => {
    let desk;
    let second;
    before(async () => {
      desk = await visitor(browser, { viewport: { width: 1280, height: 900 } });
      second = await visitor(browser, { viewport: { width: 1280, height: 900 } });
    });
    after(async () => {
      await desk?.end();
      await second?.end();
    });

    it('the clerk signs in with password and one-time code and sees the last sign-in', async () => {
      await desk.page.goto(staffConsole + '/');
      await link(desk.page, '職員アカウントでログインする').waitFor();
      await audit(desk.page, 'STAFF_HOME');
      await walk(desk.page, 'STAFF_HOME');
      await link(desk.page, '職員アカウントでログインする').click();
      await desk.page.locator('input[name="username"]').fill(clerk.username);
      await desk.page.locator('input[name="password"]').fill(clerk.password);
      await desk.page.locator('form[action="/login"] button[type="submit"]').click();
      await desk.page.locator('#code').waitFor();
      await audit(desk.page, 'ONE_TIME_CODE');
      await walk(desk.page, 'ONE_TIME_CODE');
      await desk.page.locator('#code').fill('12345');
      await button(desk.page, 'ログインする').click();
      await desk.page.locator('#code-mistake').waitFor();
      await enterCode(desk.page, clerk);
      await desk.page.locator('table').first().waitFor();
      assert.match(await desk.page.locator('.who-last').innerText(), /ログイン/);
      await audit(desk.page, 'CASES');
      await walk(desk.page, 'CASES');
    });

    it('finds the application by name and by kana, and opens it', async () => {
      const row = desk.page.locator('tr', { hasText: number.replace(/(\d{4})(?=\d)/g, '$1-') });
      for (const [field, text] of [['name', resident.name.replace(/\s/g, ' ')], ['kana', 'ｲｼ']]) {
        await button(desk.page, '条件を消して一覧に戻る').click();
        await desk.page.locator('.tabs').waitFor();
        await desk.page.locator('#s-' + field).fill(text);
        await button(desk.page, 'さがす').click();
        await desk.page.locator('#found-title').waitFor();
        await row.waitFor();
      }
      await audit(desk.page, 'CASES', 'found');
      await row.locator('a').click();
      await desk.page.locator('.case').waitFor();
      await audit(desk.page, 'CASE');
      await walk(desk.page, 'CASE');
    });

    it('another division cannot learn that the application exists', { skip: stranger === undefined }, async () => {
      const other = await visitor(browser);
      await signInClerk(other.page, stranger, new URL(desk.page.url()).pathname);
      await heading(other.page, 'ページが見つかりません');
      await other.page.goto(staffConsole + '/cases/does-not-exist-at-all');
      await heading(other.page, 'ページが見つかりません');
      await audit(other.page, 'CASE', 'not-found');
      await other.end();
    });

    it('returns it with a reason and the fields to mend', async () => {
      await button(desk.page, '差し戻す（補正を依頼）').click();
      await button(desk.page, '差戻しを確定する').click();
      await desk.page.locator('#reason-mistake').waitFor();
      await desk.page.locator('.decision .choice input').nth(4).check();
      await desk.page.locator('#reason').fill('記入した内容をもう一度確認してください。');
      await audit(desk.page, 'CASE', 'return');
      await button(desk.page, '差戻しを確定する').click();
      await desk.page.locator('.notice-success').waitFor();
    });

    it('the resident reads the reason, corrects what is marked and sends again', async () => {
      await page.goto(portal + '/applications');
      await page.locator('.card-urgent a').first().click();
      await page.locator('.returned-box').waitFor();
      await audit(page, 'APPLICATION', 'returned');
      await link(page, '補正する').click();
      await page.locator('.field-returned').first().waitFor();
      await audit(page, 'CORRECT');
      await walk(page, 'CORRECT');
      for (let i = 0; i < 12 && (await page.locator('h1').textContent()) !== '入力内容の確認'; i++) {
        const before = await page.locator('h1').textContent();
        await button(page, '次へ').click();
        await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, before);
      }
      await button(page, '補正して送信する').click();
      await heading(page, '補正した申請を送信しました');
      await audit(page, 'CORRECT', 'done');
    });

    it('two clerks decide at once: the second is told and nothing is overwritten', { skip: colleague === undefined }, async () => {
      await desk.page.reload();
      await button(desk.page, '受理する').waitFor();
      await signInClerk(second.page, colleague, new URL(desk.page.url()).pathname);
      await button(second.page, '却下する').click();
      await second.page.locator('#reason').fill('要件を満たしていません。');
      await button(desk.page, '受理する').click();
      await button(desk.page, '受理を確定する').click();
      await desk.page.locator('.notice-success').waitFor();
      await button(second.page, '却下を確定する').click();
      await second.page.locator('.notice-warning', { hasText: '別の職員が先に処理しました' }).waitFor();
      await audit(second.page, 'CASE', 'conflict');
      await button(second.page, '最新の内容を読み込む').click();
      await second.page.locator('.chip-accepted').waitFor();
    });

    it('completes it, and the resident sees 完了', async () => {
      if ((await button(desk.page, '受理する').count()) > 0) {
        await button(desk.page, '受理する').click();
        await button(desk.page, '受理を確定する').click();
      }
      await button(desk.page, '完了にする').click();
      await button(desk.page, '完了を確定する').click();
      await desk.page.locator('.chip-completed').waitFor();
      await page.goto(portal + '/applications');
      await page.locator('.card', { hasText: number.replace(/(\d{4})(?=\d)/g, '$1-') }).locator('.chip-completed').waitFor();
    });
  });

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
    const [other] = await Promise.all([page.context().waitForEvent('page'), link(page, '新しいタブでログインする').click()]);
    await readCard(other, resident);
    await other.locator('.notice-success').waitFor();
    await other.close();
    await button(page, '申請を送信する').click();
    await heading(page, '申請を受け付けました');
  });

  it('signs out', async () => {
    await button(page, 'ログアウト').click();
    await link(page, 'ログイン').waitFor();
    await page.goto(portal + '/applications');
    await link(page, 'マイナンバーカードでログインする').waitFor();
    await audit(page, 'APPLICATIONS', 'guest');
  });
});

describe('A guest', () => {
  it('sends an opinion without signing in, and reads the policy and a page that does not exist', async () => {
    const visit = await visitor(browser);
    const { page } = visit;
    await page.goto(portal + '/?level=guest&online=yes');
    await page.locator('.result-list a').filter({ hasText: '意見' }).first().click();
    await link(page, '申請する').click();
    await page.locator('.form').waitFor();
    await audit(page, 'APPLY');
    await walk(page, 'APPLY');
    await fillAll(page, await definition(page, new URL(page.url()).pathname.split('/').pop()));
    await button(page, '申請を送信する').click();
    await heading(page, '申請を受け付けました');
    assert.match(await receipt(page), /^\d{12}$/);
    await link(page, 'ウェブアクセシビリティ方針').click();
    await heading(page, 'ウェブアクセシビリティ方針');
    await audit(page, 'ACCESSIBILITY');
    await walk(page, 'ACCESSIBILITY');
    await page.goto(portal + '/no/such/page');
    await heading(page, 'ページが見つかりません');
    await audit(page, 'NOT_FOUND');
    await visit.end();
  });
});

describe('A visitor at the counter', () => {
  it('walks away, and after the countdown nothing of them is left', async () => {
    const visit = await visitor(browser);
    const { page } = visit;
    await page.clock.install();
    await page.goto(portal + '/kiosk/');
    await page.locator('.tiles').first().waitFor();
    await audit(page, 'KIOSK:HOME');
    await walk(page, 'KIOSK:HOME');
    await page.goto(portal + '/kiosk/procedures/juminhyo');
    await heading(page, '住民票の写し');
    await audit(page, 'KIOSK:PROCEDURE');
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, resident);
    await page.waitForURL(portal + '/kiosk/apply/juminhyo');
    await page.locator('.form').waitFor();
    await audit(page, 'KIOSK:APPLY');
    await walk(page, 'KIOSK:APPLY');
    await page.clock.runFor(125000);
    await page.locator('.kiosk-countdown').waitFor();
    await audit(page, 'KIOSK:APPLY', 'countdown');
    await button(page, '続けて使う').click();
    await page.locator('.kiosk-countdown').waitFor({ state: 'detached' });
    await page.clock.runFor(185000);
    await page.waitForURL(portal + '/kiosk/');
    await page.locator('.tiles').first().waitFor();
    assert.equal(await page.locator('.who').count(), 0, 'signed out');
    await page.goBack();
    assert.ok(!(await page.locator('body').innerText()).includes(resident.name.split(/\s/)[0]), 'nothing comes back with 戻る');
    await visit.end();
  });

  for (const [name, path] of [['APPLICATIONS', '/applications'], ['APPLICATION', '/applications/x'], ['CORRECT', '/applications/x/correct'], ['ACCESSIBILITY', '/accessibility']]) {
    it(`sees ${name} in the kiosk's size`, async () => {
      const visit = await visitor(browser);
      await visit.page.goto(portal + '/kiosk' + path);
      await visit.page.locator('h1').waitFor();
      await audit(visit.page, 'KIOSK:' + name);
      await walk(visit.page, 'KIOSK:' + name);
      await visit.end();
    });
  }
});

describe('Every screen of the blueprint', () => {
  it('was audited, in the kiosk too', () => {
    const wanted = Object.entries(screens).flatMap(([name, { site }]) => (site === 'PORTAL' ? [name, 'KIOSK:' + name] : [name]));
    assert.deepEqual(wanted.filter((name) => !audited.has(name)), []);
  });
});
