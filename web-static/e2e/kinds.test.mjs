// Every kind of question in a current browser under the portal's own content security policy: axe, 320 px, keyboard,
// and what becomes of what is entered. Needs no city hall.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { audit, walk } from './audit.mjs';
import { launch } from './browser.mjs';
import { kindsSite } from './kinds-site.mjs';
import { addItem, button, translated, visitor } from './page.mjs';

let site;
let browser;

before(async () => {
  site = await kindsSite();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

const field = (page, id) => page.locator(`[id="f-${id}"]`);

async function open(query = '') {
  const visit = await visitor(browser);
  await visit.page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await visit.page.goto(site.origin + '/' + query);
  await visit.page.locator('.form').waitFor();
  return visit;
}

describe('Every kind of question', () => {
  for (const query of ['', '?form=kinds', '?form=numbers', '?language=en', '?language=easy']) {
    it(`is accessible, fits 320 px and is reached by the keyboard, before and after mistakes: ${query || 'more'}`, async () => {
      const visit = await open(query);
      await audit(visit.page, 'KINDS', query.slice(1));
      await walk(visit.page, 'KINDS' + query);
      await visit.page.locator('.button-main').click();
      if (query.indexOf('form=') < 0) {
        await visit.page.locator('.mistake-summary').waitFor();
        await audit(visit.page, 'KINDS', query.slice(1) + 'mistaken');
      }
      await visit.end();
    });
  }

  it('shows a picture of the definition under the policy of the portal', async () => {
    const visit = await open();
    const image = visit.page.getByRole('img', { name: '白い四角' });
    assert.ok(await image.evaluate((element) => element.naturalWidth > 0));
    await visit.end();
  });

  it('keeps what was entered, folds what is a number or a reading, and computes', async () => {
    const visit = await open();
    const { page } = visit;
    await field(page, 'income').fill('１２０００');
    await field(page, 'rent').fill('1000');
    assert.equal(await page.locator('[id="f-total"] output').innerText(), '15,000円');
    await page.getByRole('group', { name: /働いていますか/ }).getByRole('radio', { name: 'はい' }).check();
    await page.locator('[id="f-since-era"]').selectOption('平成');
    await page.locator('[id="f-since-first"]').fill('10');
    await page.locator('[id="f-since-month"]').fill('4');
    await page.locator('[id="f-start-first"]').selectOption('09');
    await page.locator('[id="f-start-minute"]').selectOption('15');
    await page.locator('[id="f-account-bankCode"]').fill('０５０１');
    await page.locator('[id="f-account-branchCode"]').fill('123');
    await page.locator('[id="f-account-kind"]').selectOption('1');
    await page.locator('[id="f-account-number"]').fill('0123456');
    await page.locator('[id="f-account-holderKana"]').fill('いしかり　はなこ');
    await page.locator('[id="f-account-holderKana"]').blur();
    assert.equal(await page.locator('[id="f-account-holderKana"]').inputValue(), 'ｲｼｶﾘ ﾊﾅｺ');
    await field(page, 'mail').fill('hana@example.jp');
    await page.locator('[id="f-mail-again"]').fill('hana@example.com');
    await button(page, '次へ').click();
    await page.locator('.mistake-summary a', { hasText: 'メールが確認用と一致しません' }).click();
    assert.ok(await field(page, 'mail').evaluate((element) => element === document.activeElement));
    await page.locator('[id="f-mail-again"]').fill('hana@example.jp');
    await button(page, '入力できない文字があるとき').first().click();
    for (const [part, text] of Object.entries({ family: '石狩', given: '花子', familyKana: 'いしかり', givenKana: 'ハナコ', formerFamily: '厚田', unwritable: '狩は旧字' })) {
      await page.locator(`[id="f-person-${part}"]`).fill(text);
    }
    await button(page, '次へ').click();
    await addItem(page, '家族', 'f-people-0-item');
    await page.locator('[id="f-people-0-allowance"]').fill('20');
    assert.equal(await page.locator('[id="f-people-0-double"] output').innerText(), '40');
    await audit(page, 'KINDS', 'group');
    await button(page, '次へ').click();
    await page.locator('#sent').waitFor();
    await audit(page, 'KINDS', 'answers');
    assert.deepEqual(JSON.parse(await page.locator('#sent').getAttribute('data-sent')), {
      income: 12000, rent: 1000, works: true, since: '1998-04', start: '09:15',
      account: { bankCode: '0501', branchCode: '123', kind: '1', number: '0123456', holderKana: 'ｲｼｶﾘ ﾊﾅｺ' },
      person: { family: '石狩', given: '花子', familyKana: 'イシカリ', givenKana: 'ハナコ', formerFamily: '厚田', unwritable: '狩は旧字' },
      mail: 'hana@example.jp', people: [{ allowance: 20 }],
    });
    const told = await page.locator('.answers').allInnerTexts();
    // 0501 has a branch of that number or it has none: the codes stand there either way.
    assert.ok(told.join().includes('北洋銀行'), told.join());
    assert.ok(told.join().includes('12,000円'), told.join());
    assert.ok(/普通/.test(told.join()) && /1998年4月/.test(told.join()) && /15,000円/.test(told.join()), told.join());
    await visit.end();
  });

  it('shows units behind numbers, takes them away when they are typed, and begins with what the form says', async () => {
    const visit = await open('?form=numbers');
    const { page } = visit;
    const described = async (id) => {
      const ids = ((await field(page, id).getAttribute('aria-describedby')) ?? '').split(' ');
      return Promise.all(ids.map((one) => page.locator(`[id="${one}"]`).innerText()));
    };
    assert.deepEqual(await described('area'), ['㎡']);
    assert.deepEqual(await described('price'), ['円']);
    assert.equal(await field(page, 'area').getAttribute('inputmode'), 'decimal');
    assert.equal(await field(page, 'copies').inputValue(), '1');
    for (const [typed, kept] of [['１２３４。５平米', '1234.5'], ['12.50㎡', '12.5']]) {
      await field(page, 'area').fill(typed);
      await field(page, 'area').blur();
      assert.equal(await field(page, 'area').inputValue(), kept);
    }
    await page.getByText('ちょうどです').waitFor();
    await field(page, 'area').fill('12.55');
    await field(page, 'copies').fill('3枚');
    await button(page, '次へ').click();
    await page.locator('.mistake-summary a', { hasText: '床面積は小数第1位までの数字で入力してください' }).waitFor();
    await page.locator('.mistake-summary a', { hasText: '通数の単位は「通」です' }).waitFor();
    await field(page, 'area').fill('999.5㎡');
    await field(page, 'rate').fill('12,345.678');
    await field(page, 'copies').fill('');
    await field(page, 'price').fill('￥１２３４５');
    await button(page, '次へ').click();
    await addItem(page, '部屋', 'f-rooms-0-item');
    assert.ok(await page.getByRole('radio', { name: '住む' }).isChecked());
    await page.locator('[id="f-rooms-0-size"]').fill('９．５㎡');
    await button(page, '次へ').click();
    await page.locator('#sent').waitFor();
    assert.deepEqual(JSON.parse(await page.locator('#sent').getAttribute('data-sent')), {
      area: '999.5', rate: '12345.678', price: 12345, rooms: [{ size: '9.5', use: 'live' }],
    });
    const told = (await page.locator('.answers').allInnerTexts()).join();
    for (const words of ['999.5㎡', '12,345.678', '12,345円', '9.5㎡']) assert.ok(told.includes(words), told);
    await visit.end();
  });

  it('finds the bank and its branch by name, and the account behind 記号 and 番号', async () => {
    const visit = await open();
    const { page } = visit;
    const part = (name) => page.locator(`[id="f-account${name}"]`);
    await part('-findBank').fill('北洋銀行');
    await page.getByRole('button', { name: '北洋（0501）' }).click();
    await page.getByText('銀行：北洋').waitFor();
    assert.equal(await part('-bankCode').inputValue(), '0501');
    await page.waitForFunction(() => document.activeElement.id === 'f-account-findBranch');
    await part('-findBranch').fill('はなかわ');
    await audit(page, 'KINDS', 'bank');
    await page.getByRole('button', { name: /^花川/ }).first().click();
    await page.getByText('支店：花川').waitFor();
    assert.match(await part('-branchCode').inputValue(), /^\d{3}$/);
    await page.waitForFunction(() => document.activeElement.id === 'f-account-kind');
    await part('-bankCode').fill('0000');
    await page.getByText('この銀行コードは見つかりません').waitFor();
    await part('-findBank').fill('ゆうちょ');
    await page.getByRole('button', { name: 'ゆうちょ（9900）' }).click();
    await page.waitForFunction(() => document.activeElement.id === 'f-account-symbol');
    assert.equal(await part('-branchCode').inputValue(), '', 'a branch of another bank is no answer');
    const account = () => Promise.all(['-branchCode', '-kind', '-number'].map((name) => part(name).inputValue()));
    await part('-symbol').fill('１２３４０');
    await part('-symbolNumber').fill('12345672');
    await part('-holderKana').focus();
    await page.getByText('記号か番号が正しくありません').waitFor();
    assert.deepEqual(await account(), ['', '', '']);
    await part('-symbolNumber').fill('12345671');
    // Nobody has pressed the button.
    assert.deepEqual(await account(), ['238', '1', '1234567']);
    await part('-symbolNumber').fill('12345672');
    assert.deepEqual(await account(), ['', '', ''], 'what no book says any more is no answer');
    await part('-symbolNumber').fill('12345671');
    await button(page, '記号・番号から入れる').click();
    await page.getByText('支店コード、預金の種類、口座番号を入れました。').waitFor();
    await page.waitForFunction(() => document.activeElement.id === 'f-account-holderKana');
    assert.deepEqual(await account(), ['238', '1', '1234567']);
    await audit(page, 'KINDS', 'book');
    await visit.end();
  });

  it('lets mistakes, typed text and choices go with their item when another one is removed, and brings that back', async () => {
    const visit = await open('?form=typing');
    const { page } = visit;
    await field(page, 'need').fill('あ');
    await field(page, 'terms').check();
    for (let i = 0; i < 3; i++) await addItem(page, 'お子さん', `f-children-${i}-item`);
    for (const i of [1, 2]) {
      await page.locator(`[id="f-children-${i}-name-family"]`).fill('石狩' + i);
      await page.locator(`[id="f-children-${i}-name-given"]`).fill('花' + i);
    }
    await page.locator('[id="f-children-1-born-era"]').selectOption('西暦');
    await page.locator('[id="f-children-1-born-first"]').fill('20');
    await button(page, '次へ').click();
    const summary = page.locator('.mistake-summary li');
    assert.deepEqual(await summary.allInnerTexts(), ['お子さん1：姓を入力してください', 'お子さん1：名を入力してください', 'お子さん2：生年月日は年・月・日をすべて入力してください']);
    await button(page, 'お子さん 1 を削除').click();
    assert.deepEqual(await summary.allInnerTexts(), ['お子さん1：生年月日は年・月・日をすべて入力してください']);
    assert.equal(await page.locator('[id="f-children-0-name-family"]').inputValue(), '石狩1');
    assert.equal(await page.locator('[id="f-children-0-born-era"]').inputValue(), '西暦');
    assert.equal(await page.locator('[id="f-children-0-born-first"]').inputValue(), '20');
    assert.equal(await page.locator('.field-mistaken input').first().getAttribute('id'), 'f-children-0-born-first');
    const told = page.locator('.group-removed');
    assert.deepEqual(await told.allInnerTexts(), ['お子さん 1 を削除しました。'], 'an empty item has nothing to bring back');
    assert.ok(await told.evaluate((element) => element === document.activeElement));
    await button(page, 'お子さん 2 を削除').click();
    await page.locator('.group-removed:focus', { hasText: 'お子さん 2（石狩2 花2）を削除しました。' }).waitFor();
    await button(page, 'お子さん 1 を削除').click();
    await page.locator('.group-removed:focus', { hasText: 'お子さん 1（石狩1 花1）を削除しました。' }).waitFor();
    // Where they stood, and each with a way of its own to bring it back.
    assert.deepEqual(
      (await told.allInnerTexts()).map((text) => text.split('\n')[0]),
      ['お子さん 1 を削除しました。', 'お子さん 1（石狩1 花1）を削除しました。', 'お子さん 2（石狩2 花2）を削除しました。'],
    );
    await audit(page, 'KINDS', 'two-removed');
    await button(page, '元に戻す').last().click();
    assert.equal(await page.locator('[id="f-children-0-name-family"]').inputValue(), '石狩2');
    assert.ok(await page.locator('[id="f-children-0-name-family"]').evaluate((element) => element === document.activeElement));
    await page.locator('[id="f-children-0-name-given"]').fill('');
    await button(page, '次へ').click();
    assert.deepEqual(await summary.allInnerTexts(), ['お子さん1：名を入力してください']);
    await button(page, '元に戻す').click();
    assert.equal(await page.locator('[id="f-children-0-name-family"]').inputValue(), '石狩1');
    assert.equal(await page.locator('[id="f-children-0-born-first"]').inputValue(), '20');
    assert.equal(await page.locator('[id="f-children-1-name-family"]').inputValue(), '石狩2');
    assert.deepEqual(await summary.allInnerTexts(), ['お子さん2：名を入力してください']);
    await audit(page, 'KINDS', 'removed');
    await visit.end();
  });

  it('takes a day as people write it, whole or in parts, and says of anything else what is wanted', async () => {
    const visit = await open('?form=typing');
    const { page } = visit;
    await addItem(page, 'お子さん', 'f-children-0-item');
    const part = (name) => page.locator(`[id="f-children-0-born-${name}"]`);
    const standing = () => Promise.all(['era', 'first', 'month', 'day'].map((name) => part(name).inputValue()));
    for (const [into, text, wanted] of [
      ['first', '令和5年3月4日', ['令和', '5', '3', '4']],
      ['month', 'H10.12.1', ['平成', '10', '12', '1']],
      ['day', '2023/3/4', ['西暦', '2023', '3', '4']],
      ['first', '昭和六十年', ['西暦', '昭和六十年', '3', '4']],
      ['first', '令和2年', ['令和', '2', '3', '4']],
    ]) {
      await part(into).fill('');
      await part(into).focus();
      await page.keyboard.insertText(text);
      await part(into).blur();
      assert.deepEqual(await standing(), wanted, text);
      assert.equal(await page.getByText('年は数字で入力してください').count(), text === '昭和六十年' ? 1 : 0, text);
      assert.equal(await part('first').getAttribute('aria-invalid'), text === '昭和六十年' ? 'true' : null);
    }
    await part('first').fill('5年');
    await part('month').fill('12月');
    await part('day').fill('31日');
    await part('day').blur();
    assert.deepEqual(await standing(), ['令和', '5', '12', '31']);
    await page.locator('[id="f-children-0-name-family"]').fill('石狩');
    await page.locator('[id="f-children-0-name-given"]').fill('花子');
    await field(page, 'need').fill('あ');
    await field(page, 'terms').check();
    await part('day').focus();
    // Sent by the key, without leaving the input.
    await part('day').fill('1日');
    await page.keyboard.press('Enter');
    await page.locator('#sent').waitFor();
    assert.equal(JSON.parse(await page.locator('#sent').getAttribute('data-sent')).children[0].born, '2023-12-01');
    await visit.end();
  });

  for (const atOneStroke of [true, false]) {
    it(`says after the browser has translated the page what it says without: texts replaced ${atOneStroke ? 'at one stroke' : 'one after the other'}`, async () => {
      const texts = [];
      for (const translate of [true, false]) {
        const visit = await open('?form=typing');
        const { page } = visit;
        for (let i = 0; i < 3; i++) await addItem(page, 'お子さん', `f-children-${i}-item`);
        await page.locator('[id="f-children-2-name-family"]').fill('石狩');
        if (translate) await translated(page, atOneStroke);
        await button(page, '次へ').click();
        await page.locator('.mistake-summary').waitFor();
        if (translate) await translated(page, atOneStroke);
        await page.locator('[id="f-children-0-name-family"]').fill('厚田');
        await button(page, 'お子さん 2 を削除').click();
        await button(page, 'お子さん 1 を削除').click();
        if (translate) await translated(page, atOneStroke);
        await button(page, '元に戻す').last().click();
        // Seen on the page before the next press, as by whoever reads it.
        await button(page, 'お子さん 2 を削除').waitFor();
        await addItem(page, 'お子さん', 'f-children-2-item');
        await field(page, 'need').fill('あ');
        await button(page, '次へ').click();
        await page.waitForFunction(() => document.querySelector('.mistake-summary').innerText.indexOf('理由を入力してください') < 0);
        texts.push(await page.locator('main').innerText());
        await visit.end();
      }
      assert.match(texts[1], /お子さん 3/);
      assert.equal(texts[0], texts[1]);
    });
  }

  it('keeps every part that a browser fills in at one stroke', async () => {
    const visit = await open();
    const { page } = visit;
    await page.evaluate(() => {
      const parts = { 'person-family': '石狩', 'person-given': '花子', 'since-first': '3', 'since-month': '4' };
      for (const [id, text] of Object.entries(parts)) {
        const input = document.getElementById('f-' + id);
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await page.locator('[id="f-income"]').fill('1');
    for (const [id, text] of [['person-family', '石狩'], ['person-given', '花子'], ['since-first', '3'], ['since-month', '4']]) {
      assert.equal(await page.locator(`[id="f-${id}"]`).inputValue(), text, id);
    }
    await visit.end();
  });

  it('tells mistakes in the language of the form', async () => {
    const visit = await open('?language=en');
    const { page } = visit;
    await page.locator('[id="f-income"]').fill('-1');
    await page.locator('.button-main').click();
    const told = await page.locator('.mistake-summary').innerText();
    assert.ok(told.includes('Income: please enter 0 yen or more'), told);
    await visit.end();
  });
});
