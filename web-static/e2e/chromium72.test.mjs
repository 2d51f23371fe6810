// The resident's signed-in journey in a real Chromium 72, and the form engine's vectors inside it.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root, target } from './browser.mjs';
import { oldPage } from './cdp.mjs';
import { portal, residents } from './city.mjs';

// Nobody else's: other journeys sign out everywhere.
const resident = residents[2];
const pictures = join(target, 'screenshots');
mkdirSync(pictures, { recursive: true });

/** Fills the page of the form that stands there: everything empty that a person must answer. */
const FILL = `(() => {
  const set = (element, value) => {
    const proto = element.tagName === 'TEXTAREA' ? HTMLTextAreaElement : element.tagName === 'SELECT' ? HTMLSelectElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(proto.prototype, 'value').set.call(element, value);
    element.dispatchEvent(new Event(element.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    element.dispatchEvent(new Event('blur'));
  };
  const named = { familyKana: 'ｲｼｶﾘ', givenKana: 'はなこ', family: '石狩', given: '花子', postalCode: '０６１３２９２',
    prefecture: '北海道', city: '石狩市', town: '花川北六条', block: '1丁目30-2', building: '', formerFamily: '', formerFamilyKana: '' };
  document.querySelectorAll('.form input, .form select, .form textarea').forEach((element) => {
    const part = element.id.split('-').pop();
    if (element.type === 'radio') {
      const all = document.getElementsByName(element.name);
      if (!Array.from(all).some((one) => one.checked)) all[0].click();
    } else if (element.type === 'checkbox') {
      if (!element.checked && element.closest('.field').querySelector('.required')) element.click();
    } else if (element.value !== '') return;
    else if (part in named) { if (named[part]) set(element, named[part]); }
    else if (element.tagName === 'SELECT') set(element, element.options[1].value);
    else if (element.type === 'tel') set(element, '０１３３７２３１１１');
    else if (element.type === 'email') set(element, 'taro@example.jp');
    else if (element.closest('.date-parts')) set(element, part === 'first' ? '5' : '4');
    else if (element.getAttribute('inputmode') === 'numeric') set(element, '２');
    else set(element, '石狩');
  });
})()`;

/** What a real Safari 12.0 does not have and Chromium 72 does. */
const LIKE_SAFARI_12 = `['queueMicrotask', 'globalThis', 'ResizeObserver', 'BigInt', 'IntersectionObserver', 'AbortController', 'PointerEvent']
  .forEach((name) => { try { delete window[name]; } catch (e) {} });
  delete Object.fromEntries; delete String.prototype.matchAll; delete Array.prototype.flat; delete Array.prototype.flatMap;`;

describe('In a real Chromium 72', () => {
  for (const [name, lacking] of [['as it is', ''], ['without what Safari 12.0 lacks', LIKE_SAFARI_12]]) {
    it(`a resident searches, signs in, applies and gets a receipt, ${name}`, async (t) => {
      const page = await oldPage(lacking);
      t.after(() => page.drop());
      await page.goto(portal + '/');
      await page.type('#q', 'ｼﾞｭｳﾐﾝ');
      await page.press('住民票の写し');
      await page.heading('住民票の写し');
      assert.equal(await page.evaluate('/Chrome\\/72\\./.test(navigator.userAgent)'), true);
      await page.press('マイナンバーカードでログインして申請する');
      await page.click(`input[name="username"][value="${resident.sub}"]`);
      await page.type('input[name="password"]', resident.pin);
      await page.click('form[action="/login"] button[type="submit"]');
      await page.until("location.pathname === '/apply/juminhyo'");
      await page.see('）から入力しました');
      await page.picture(join(pictures, `chromium72-apply${lacking === '' ? '' : '-safari12'}.png`));
      await page.evaluate("document.querySelector('.form input[type=text]').value");
      for (let i = 0; i < 12; i++) {
        const title = await page.evaluate("document.querySelector('h1').textContent");
        if (title === '入力内容の確認') break;
        // Twice: an answer may open another question.
        for (let round = 0; round < 2; round++) {
          await page.evaluate(FILL);
          await page.evaluate('new Promise((resolve) => setTimeout(resolve, 100))');
        }
        await page.press('次へ');
        await page.until(`document.querySelector('h1').textContent !== ${JSON.stringify(title)} || document.querySelector('.mistake-summary')`);
        assert.equal(await page.evaluate("(document.querySelector('.mistake-summary') || {innerText: ''}).innerText"), '');
      }
      await page.heading('入力内容の確認');
      assert.match(await page.evaluate("document.querySelector('.answers').innerText"), /昭和|大正|平成|令和/);
      await page.picture(join(pictures, `chromium72-check${lacking === '' ? '' : '-safari12'}.png`));
      await page.press('申請を送信する');
      await page.heading('を受け付けました');
      assert.match(await page.evaluate("document.querySelector('.receipt-number').textContent"), /^\d{4}-\d{4}-\d{4}$/);
      await page.press('申請の状況を見る');
      await page.see('これまでの経過');
      await page.type('#message', '部数をまちがえたかもしれません。');
      await page.press('メッセージを送る');
      await page.see('メッセージを送りました。');
      await page.see('部数をまちがえたかもしれません。');
      await page.press('ログアウト');
      await page.until("location.pathname === '/' && document.querySelector('.who') === null");
      await page.end();
    });
  }

  it('somebody without an account has a card declined on another page than ours, and asks somebody else, who pays', async (t) => {
    const page = await oldPage('');
    t.after(() => page.drop());
    await page.goto(portal + '/apply/mibun');
    await page.until("document.querySelector('.form')");
    for (let i = 0; i < 12; i++) {
      const title = await page.evaluate("document.querySelector('h1').textContent");
      if (title === '入力内容の確認') break;
      for (let round = 0; round < 2; round++) {
        await page.evaluate(FILL);
        await page.evaluate('new Promise((resolve) => setTimeout(resolve, 100))');
      }
      await page.press('次へ');
      await page.until(`document.querySelector('h1').textContent !== ${JSON.stringify(title)} || document.querySelector('.mistake-summary')`);
      assert.equal(await page.evaluate("(document.querySelector('.mistake-summary') || {innerText: ''}).innerText"), '');
    }
    await page.press('申請を送信する');
    await page.until("document.querySelector('.receipt-number')");
    await page.press('支払いに進む');
    await page.see('クレジットカードで支払う');
    await page.picture(join(pictures, 'chromium72-to-pay.png'));
    await page.press('クレジットカードで支払う');
    await page.press('カード会社に断られる');
    await page.see('カード会社が、この支払いを承認しませんでした。');
    await page.press('やめて市のページに戻る');
    await page.see('PayPayで支払う');
    // And then asks somebody else.
    await page.type('#payer-name', 'お父さんへ');
    await page.press('支払いのリンクを作る');
    await page.see('「お父さんへ」のリンクを作りました。');
    await page.goto(await page.evaluate("document.querySelector('.notice code').textContent"));
    await page.see('お父さんへ');
    await page.picture(join(pictures, 'chromium72-asked-to-pay.png'));
    await page.press('PayPayで支払う');
    await page.press('支払う');
    await page.see('納付が確認できました。');
    await page.picture(join(pictures, 'chromium72-paid.png'));
  });

  it('the form engine gives what the shared vectors state', async (t) => {
    const built = await build({
      configFile: false, logLevel: 'error', root,
      build: { write: false, target: ['es2018', 'chrome72', 'safari12'], lib: { entry: join(root, 'src/forms/vectors-runner.ts'), formats: ['iife'], name: 'vectors' } },
    });
    const page = await oldPage();
    t.after(() => page.drop());
    await page.goto(portal + '/');
    await page.until("document.querySelector('h1')");
    await page.evaluate([built].flat()[0].output[0].code.replace(/^(var|const) vectors\s*=/, 'window.vectors =') + '; 0');
    const folder = fileURLToPath(new URL('../../functions/lib/forms/src/test/resources/vectors/', import.meta.url));
    for (const file of readdirSync(folder)) {
      const result = await page.evaluate(`vectors.runVectors(JSON.parse(${JSON.stringify(readFileSync(join(folder, file), 'utf8'))}))`);
      assert.deepEqual(result.failed, [], file);
      assert.ok(result.passed > 0, file);
    }
    await page.end();
  });
});
