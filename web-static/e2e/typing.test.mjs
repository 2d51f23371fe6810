// What an input method does to every kind of field: composing, choosing, leaving; and what becomes of pasted text.
// The same in a current browser and in Chromium 72. Needs no city hall.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from './browser.mjs';
import { oldPage } from './cdp.mjs';
import { kindsSite } from './kinds-site.mjs';

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

/** A page of the current browser with what {@link oldPage} offers. */
async function newPage() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  return {
    goto: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    // Asked from outside: the page's own policy lets nobody evaluate a text in it.
    until: async (expression) => {
      for (const end = Date.now() + 60_000; !(await page.evaluate(expression));) {
        assert.ok(Date.now() < end, expression);
        await new Promise((again) => setTimeout(again, 20));
      }
    },
    send: (method, params) => session.send(method, params),
    end: () => context.close(),
    drop: () => {},
  };
}

const INPUTS = `Array.from(document.querySelectorAll('main input, main textarea')).filter((one) => ['checkbox', 'radio', 'search', 'file'].indexOf(one.type) < 0)`;

/** Composes a text as an input method does, one keystroke after the other, and chooses it. */
const compose = {
  async current(page, steps) {
    for (const text of steps) {
      await page.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await page.send('Input.insertText', { text: steps[steps.length - 1] });
  },
  /**
   * Chromium 72 cannot be told to compose from outside, so the page is told what its input method would: the events in
   * their order, the text in the input before each of them.
   */
  async old(page, steps) {
    const last = JSON.stringify(steps[steps.length - 1]);
    await page.evaluate(`(async () => {
      const input = document.activeElement;
      const before = input.value;
      let expected = before;
      const put = (text) => {
        // A method goes on from what stands there: what somebody wrote in between stays.
        const kept = input.value.slice(0, input.value.length - (expected.length - before.length));
        Object.getOwnPropertyDescriptor(input.tagName === 'TEXTAREA' ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype, 'value')
          .set.call(input, input.value === expected ? before + text : input.value + text);
        expected = before + text;
      };
      input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, data: '' }));
      for (const text of ${JSON.stringify(steps)}) {
        input.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, data: text }));
        put(text);
        input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertCompositionText', isComposing: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: ${last} }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    })()`);
  },
};

const settle = 'new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))';

/** [browser, how a page is opened, how it composes] */
const BROWSERS = [
  ['a current Chromium', newPage, compose.current],
  ['Chromium 72', () => oldPage(), compose.old],
];

/** What stands in a field of the form `typing` after the text was pasted and the field left. */
const PASTED = [
  ['copies', '０２０', '20'],
  ['amount', '1,000円', '1000'],
  ['amount', '¥ 1,000', '1000'],
  ['tel', '0133-72-1234（夜間）', '0133-72-1234（夜間）'],
  ['tel', '+81 90-1234-5678', '090-1234-5678'],
  ['tel', '（0133）72-1234', '0133-72-1234'],
  ['mail', '\u200bhana＠example。jp', 'hana@example.jp'],
  ['reading', 'マ-ク', 'マーク'],
  ['code', '12 34−56', '123456'],
  ['home-postalCode', '〒 061-3216', '0613216'],
  ['account-number', '１２３‐４５６７', '1234567'],
  ['account-holderKana', 'マ－ク', 'ﾏ-ｸ'],
  ['who-family', 'ﾔﾏﾀﾞ　１', 'ﾔﾏﾀﾞ　１'],
  ['need', '　１－２ ', '　１－２ '],
];

for (const [name, open, composing] of BROWSERS) {
  describe(`Typing in ${name}`, () => {
    for (const query of ['?form=typing', '?form=kinds', '?form=more', '?form=numbers', '?console', '?console=code', '?console=mail', '?console=spoken']) {
      it(`leaves every field to the input method while it composes: ${query}`, async (t) => {
        const page = await open();
        t.after(() => page.drop());
        await page.goto(site.origin + '/' + query);
        await page.until(`${INPUTS}.length > 0`);
        const count = await page.evaluate(`${INPUTS}.length`);
        for (let i = 0; i < count; i++) {
          const input = `${INPUTS}[${i}]`;
          const id = await page.evaluate(`${input}.id`);
          // Some are begun with something.
          await page.evaluate(`${input}.focus(), ${input}.select(), document.execCommand('delete')`);
          await page.evaluate(settle);
          await composing(page, ['１', '１２', '１２３']);
          await page.evaluate(settle);
          assert.equal(await page.evaluate(`${input}.value`), '１２３', id + ' after composing');
          await composing(page, ['４']);
          await page.evaluate(settle);
          assert.equal(await page.evaluate(`${input}.value`), '１２３４', id + ' after composing once more');
          await page.evaluate(`${input}.blur()`);
          await page.evaluate(settle);
          assert.match(await page.evaluate(`${input}.value`), /^(1234|１２３４|ﾏ)$/, id + ' after leaving');
          // The fields of a date mean something together.
          await page.evaluate(`${input}.focus(), ${input}.select()`);
          await page.send('Input.insertText', { text: '7' });
          await page.evaluate(`${input}.blur()`);
          await page.evaluate(settle);
          assert.equal(await page.evaluate(`${input}.value`), '7', id + ' after typing over it');
        }
        await page.end();
      });
    }

    it('takes what people paste once the field is left, and sends that', async (t) => {
      const page = await open();
      t.after(() => page.drop());
      await page.goto(site.origin + '/?form=typing');
      await page.until(`${INPUTS}.length > 0`);
      for (const [id, text, left] of PASTED) {
        const input = `document.getElementById('f-${id}')`;
        await page.evaluate(`${input}.focus(), ${input}.select()`);
        await page.send('Input.insertText', { text });
        await page.evaluate(settle);
        assert.equal(await page.evaluate(`${input}.value`), text, id + ' before it is left');
        await page.evaluate(`${input}.blur()`);
        await page.evaluate(settle);
        assert.equal(await page.evaluate(`${input}.value`), left, id + ' after it is left');
      }
      await page.end();
    });

    it('keeps what cannot be read as it was typed and says what to type', async (t) => {
      const page = await open();
      t.after(() => page.drop());
      await page.goto(site.origin + '/?form=typing');
      await page.until(`${INPUTS}.length > 0`);
      for (const [id, text] of [['copies', 'たくさん'], ['amount', '千円'], ['need', '石\u202e狩']]) {
        await page.evaluate(`document.getElementById('f-${id}').focus()`);
        await page.send('Input.insertText', { text });
      }
      await page.evaluate(`document.querySelector('.button-main').click()`);
      await page.until(`document.querySelector('.mistake-summary')`);
      const told = await page.evaluate(`document.querySelector('.mistake-summary').innerText`);
      assert.match(told, /通数は1〜20の数字で入力してください/);
      assert.match(told, /額は0円以上の金額を数字で入力してください/);
      assert.match(told, /理由の2文字目に使えない文字（U\+202E）が入っています。消してください/);
      assert.equal(await page.evaluate(`document.getElementById('f-copies').value`), 'たくさん');
      await page.end();
    });
  });
}

describe('Typing in the console', () => {
  it('takes numbers and days in any width and spelling', async () => {
    const page = await newPage();
    await page.goto(site.origin + '/?console');
    await page.until(`${INPUTS}.length > 0`);
    const put = async (selector, text) => {
      await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
      await page.send('Input.insertText', { text });
    };
    await put('.b-number input', '１，０００');
    await put('#day', '２０２７／ ４／０１');
    await page.evaluate('document.activeElement.blur()');
    await page.evaluate(settle);
    const taken = JSON.parse(await page.evaluate(`document.getElementById('inputs').getAttribute('data-taken')`));
    assert.equal(taken.number, 1000);
    assert.equal(taken.day, '2027-04-01');
    assert.equal(await page.evaluate(`document.querySelector('.b-number input').value`), '1000');
    assert.match(await page.evaluate(`document.getElementById('day-read').innerText`), /令和9年4月1日/);
    await page.end();
  });

  it('a day that is none stops what was to be done with it, in words, with the focus on it', async () => {
    for (const [text, words] of [['8/12/10', /西暦4桁か元号で/], ['2026/13/45', /という日はありません/], ['2026', /月と日も/]]) {
      const page = await newPage();
      await page.goto(site.origin + '/?console');
      await page.until(`document.getElementById('s-birthDate')`);
      await page.evaluate(`document.getElementById('s-birthDate').focus()`);
      await page.send('Input.insertText', { text });
      // By Enter: the input never loses the focus.
      await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', windowsVirtualKeyCode: 13, text: '\r' });
      await page.until(`document.querySelector('#s-birthDate-read.mistake')`);
      assert.match(await page.evaluate(`document.getElementById('s-birthDate-read').innerText`), words);
      assert.equal(await page.evaluate('document.activeElement.id'), 's-birthDate');
      assert.equal(await page.evaluate(`document.getElementById('s-birthDate').value`), text);
      assert.equal(await page.evaluate(`document.querySelector('.case-search > [role=status]').innerText`), '', 'nothing was asked for');
      await page.end();
    }
  });

  it('a part of a receipt number is no number nobody has: it is told what to type', async () => {
    const page = await newPage();
    await page.goto(site.origin + '/?console');
    await page.until(`document.getElementById('s-receiptNumber')`);
    await page.evaluate(`document.getElementById('s-receiptNumber').focus()`);
    await page.send('Input.insertText', { text: '１２３４' });
    await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', windowsVirtualKeyCode: 13, text: '\r' });
    await page.until(`document.querySelector('.case-search > [role=status]').innerText.indexOf('12桁') >= 0`);
    assert.equal(await page.evaluate('document.activeElement.id'), 's-receiptNumber');
    await page.end();
  });
});
