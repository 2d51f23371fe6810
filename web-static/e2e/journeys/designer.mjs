import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { after, before, it } from 'node:test';
import { receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, signInClerk, staff, staffConsole } from '../city.mjs';
import { hand } from '../hand.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const designer = staff.find((one) => one.roles.includes('DIVISION_ADMINISTRATOR') && one.divisions.includes('shimin'));

/** As many things as a clerk should have to do for a small form. */
const ACTIONS = 40;

/** A button of 広聴・市民生活課, by how its name begins. */
const tool = (page, name) => page.getByRole('button', { name: new RegExp('^' + name) });

/** The summary of mistakes, which has the focus, leads to the field, which says so itself. */
async function leadsTo(page, name, id) {
  const summary = page.locator('.notice-error:focus');
  await summary.getByRole('link', { name }).click();
  assert.deepEqual(
    await page.evaluate(() => [document.activeElement.id, document.activeElement.getAttribute('aria-invalid')]),
    [id, 'true'],
  );
}

/** A design that can be published, for anybody to apply, without what the editor's own journey shows. */
async function begin(page, procedureId) {
  const send = (method, path, data) =>
    page.request.fetch(staffConsole + path, {
      method,
      headers: { origin: staffConsole, 'idempotency-key': crypto.randomUUID() },
      data,
    });
  const made = await send('POST', '/api/designs', { procedureId, name: '料理教室', divisionId: 'seikatsu' });
  assert.equal(made.status(), 201, await made.text());
  const saved = await send('POST', `/api/designs/${procedureId}/draft`, {
    revision: 1,
    name: '料理教室',
    kana: 'りょうりきょうしつ',
    summary: '料理教室への申込みです。',
    category: 'environment',
    events: [],
    audience: '市民の方',
    needs: [],
    feeText: '無料',
    standardDays: 0,
    level: 'GUEST',
    online: true,
    form: {
      title: '料理教室',
      pages: [{ id: 'dish', title: '料理について', fields: [{ id: 'dish', type: 'text', label: '作りたい料理', help: '一つ書いてください。', required: true }] }],
      examples: [{ id: 'one', title: 'ふつうの申込み', today: '2026-11-23', answers: { dish: '鮭の料理' }, expect: { accepted: true } }],
    },
  });
  assert.equal(saved.status(), 200, await saved.text());
}

/** From nothing to a published form, and on while a resident is filling it in. */
export function designerJourney(city) {
  let desk;
  let home;
  let page;
  let hands;
  before(async () => {
    desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    home = await visitor(city.browser);
    page = desk.page;
    hands = hand(page);
  });
  after(async () => {
    await desk?.end();
    await home?.end();
  });

  const press = (...what) => hands.press(...what);
  const type = (...what) => hands.type(...what);
  const choose = (...what) => hands.choose(...what);
  const tick = (...what) => hands.tick(...what);
  const tab = (name) => hands.tab(name);
  const saved = () => page.locator('.b-saving-saved').waitFor();
  const publish = async (change, note) => {
    await tab('公開');
    if (change !== null) await tick(change);
    await type('変更の内容と理由', note);
    await saved();
    await press('公開する');
    await page.locator('.b-work .notice-success').waitFor();
  };

  it('a designer begins a new procedure', async () => {
    await signInClerk(page, designer, '/designs');
    await heading(page, '様式');
    await page.locator('table').waitFor();
    await audit(page, 'DESIGNS');
    await walk(page, 'DESIGNS');
    await press('新しい手続を作る');
    await page.locator('h2:focus', { hasText: '新しい手続を作る' }).waitFor();
    await button(page, 'やめる').click();
    await page.locator('button:focus', { hasText: '新しい手続を作る' }).waitFor();
    await button(page, '新しい手続を作る').click();
    await button(page, '作る').click();
    await leadsTo(page, '手続の名前', 'b-new-name');
    await type('手続の名前', '犬の登録（見本）');
    await type('記号（アドレスに使います）', 'inu-toroku');
    await audit(page, 'DESIGNS', 'new');
    await press('作る');
    await heading(page, '犬の登録（見本）');
    await audit(page, 'DESIGN', 'empty');
  });

  it('builds questions, a condition, a fee, another language and an example without a line of code', async () => {
    await choose('加える質問', 'メールでの連絡先');
    await press(/^質問を加える/);
    await hands.ask('数', '犬の数');
    await hands.ask('はい・いいえ', '注射は済みましたか');
    await hands.ask('日付', '注射を受けた日');
    await type('説明（質問の下に出ます）', '注射済証に書かれた日です。');
    await choose('選べる日', '今日まで（生年月日など）');
    await press(/^条件を加える/, page.locator('.b-field-open'));
    assert.match(await page.locator('.b-field-open .b-words').innerText(), /「注射は済みましたか」が「はい」 とき/);
    await audit(page, 'DESIGN');
    await walk(page, 'DESIGN');
    await tab('手数料');
    await tick('手数料がかかる');
    await type('金額（円）', '3000');
    await choose('かける数', '犬の数');
    assert.match(await page.locator('.b-words').first().innerText(), /3,000円 × 「犬の数」/);
    await audit(page, 'DESIGN', 'fee');
    await tab('手続の案内');
    await type('ふりがな', 'いぬのとうろく');
    await type('どんな手続か', '犬を飼い始めたときの登録です。');
    await choose('分野', 'ごみ・環境・ペット');
    await type('対象になる方', '犬を飼う方');
    await type('手数料の説明', '1頭3,000円');
    await choose('申請する人に求める本人確認', '求めない（ログインしなくても申請できる）');
    await audit(page, 'DESIGN', 'guide');
    await tab('ほかのことば');
    await choose('ことば', '英語');
    await press(/^このことばを始める/);
    // What comes from a standard block is translated already.
    assert.equal(await page.locator('.b-work').getByLabel('メールアドレス', { exact: true }).inputValue(), 'E-mail address');
    await type('犬の数', 'Number of dogs', page.locator('.b-work'));
    // The page's own name stands first, before the title of the form.
    await page.locator('.b-work').getByLabel('犬の登録（見本）', { exact: true }).first().fill('Dog registration');
    await audit(page, 'DESIGN', 'languages');
    // The example: filled in where the resident would.
    const phone = page.locator('.b-phone');
    await type(/^犬の数/, '2', phone);
    await tick('いいえ', phone);
    await press('送信をためす', phone);
    await page.locator('.b-side .notice-success').waitFor();
    assert.match(await page.locator('.b-side .notice-success').innerText(), /手数料：6,000円/);
    await press(/^例として残す/);
    await page.locator('.b-examples').waitFor();
    await saved();
    await audit(page, 'DESIGN', 'examples');
  });

  it('is told nothing that blocks, publishes, and did it all in few actions', async () => {
    await page.locator('.b-side').getByText(/(このまま|ありません。)公開できます。/).waitFor();
    assert.equal(await page.locator('.b-side').getByText('必ず').count(), 0);
    await publish(null, 'はじめての公開です。');
    await audit(page, 'DESIGN', 'published');
    console.log(`actions: ${hands.done}`);
    assert.ok(hands.done <= ACTIONS, `${hands.done} actions`);
  });

  it('a resident finds it and begins to fill it in', async () => {
    for (let i = 0; i < 60; i++) {
      await home.page.goto(portal + '/?q=' + encodeURIComponent('犬の登録（見本）'));
      await home.page.locator('.result-list, .nothing').first().waitFor();
      if ((await link(home.page, '犬の登録（見本）').count()) > 0) break;
      await home.page.waitForTimeout(500);
    }
    await link(home.page, '犬の登録（見本）').click();
    await button(home.page, 'English').click();
    await heading(home.page, 'Dog registration');
    await button(home.page, '日本語').click();
    await heading(home.page, '犬の登録（見本）');
    await link(home.page, '申請する').click();
    await home.page.getByLabel('犬の数').first().fill('1');
    await home.page.getByLabel('いいえ').first().click();
    await button(home.page, '次へ').click();
    await heading(home.page, '入力内容の確認');
  });

  it('a minor change meanwhile: the resident sends what was filled in, and it is taken', async () => {
    await press(/^編集に戻る/);
    await page.locator('.b-page').first().waitFor();
    await press(/^犬の数/, page.locator('.b-fields'));
    await type('説明（質問の下に出ます）', '登録する犬の数です。');
    await publish('小さな変更', '説明を加えました。');
    await button(home.page, '申請を送信する').click();
    await heading(home.page, 'を受け付けました');
    assert.match(await receipt(home.page), /^\d{12}$/);
  });

  it('a major change meanwhile: the resident is asked to look again and loses nothing', async () => {
    await home.page.goto(portal + '/procedures/inu-toroku');
    await link(home.page, '申請する').click();
    await home.page.getByLabel('犬の数').first().fill('3');
    await home.page.getByLabel('いいえ').first().click();
    await button(home.page, '次へ').click();
    await heading(home.page, '入力内容の確認');
    await press(/^編集に戻る/);
    await page.locator('.b-page').first().waitFor();
    await hands.ask('文字', '犬の名前');
    // With a question that must be answered the example would come out otherwise, and stop the publication.
    await tick('必ず答えていただく', page.locator('.b-field-open'));
    await publish('大きな変更', '犬の名前を聞くことにしました。');
    // A warm function knows for five seconds longer which version was current; who sends within them is taken.
    await home.page.waitForTimeout(6000);
    await button(home.page, '申請を送信する').click();
    await button(home.page, '新しい様式を読み込む（入力した内容は引き継がれます）').click();
    await home.page.getByLabel('犬の名前').first().waitFor();
    assert.equal(await home.page.getByLabel('犬の数').first().inputValue(), '3');
    await home.page.getByLabel('犬の名前').first().fill('ポチ');
    await button(home.page, '次へ').click();
    await heading(home.page, '入力内容の確認');
    await button(home.page, '申請を送信する').click();
    await heading(home.page, 'を受け付けました');
  });

  it('a word that found nothing is told to staff, and finds the procedure once that has it', async () => {
    const word = 'わんこの札';
    const search = portal + '/?q=' + encodeURIComponent(word);
    // The same person again is not counted again; others are.
    let sent;
    for (let times = 0; times < 2; times++) {
      const reported = home.page.waitForResponse((answer) => answer.url().includes('/api/unfound-words'));
      await home.page.goto(search);
      sent = (await reported).request();
      assert.equal((await reported).status(), 204);
      await home.page.goto(portal + '/procedures/inu-toroku');
    }
    for (const neighbour of ['127.0.0.2', '127.0.0.3']) assert.equal(await sentFrom(neighbour, sent), 204);
    await page.goto(staffConsole + '/designs');
    await page.locator('.b-months').getByText(word + '（3回）').waitFor();
    await audit(page, 'DESIGNS', 'unfound');
    await page.goto(staffConsole + '/designs/inu-toroku');
    await tab('手続の案内');
    await page.locator('#b-guide-words').fill(word + '\n鑑札');
    await saved();
    const stop = page.getByRole('button', { name: /^受付を止める/ });
    await tab('公開');
    const before = Number(/第(\d+)版/.exec(await stop.innerText())[1]);
    await publish(null, '住民の言い方を加えました。');
    assert.match(await stop.innerText(), new RegExp(`第${before + 1}版`), 'what is stopped is what was published just now');
    // The index follows the publication by a moment.
    while (!(await (await fetch(portal + '/data/catalogue.json')).text()).includes(word)) await page.waitForTimeout(200);
    await home.page.goto(search);
    await home.page.locator('.result-list a[href="/procedures/inu-toroku"]').waitFor();
  });

  it('sees the versions, what differs, goes back to one, and pauses', async () => {
    await page.goto(staffConsole + '/designs/inu-toroku/versions');
    await page.locator('.b-versions').waitFor();
    assert.equal(await page.locator('.b-versions > li').count(), 4);
    await page.getByRole('button', { name: /^前の版とのちがい/ }).first().click();
    await page.getByText('を加えました', { exact: false }).first().waitFor();
    await audit(page, 'DESIGN_VERSIONS');
    await walk(page, 'DESIGN_VERSIONS');
    await page.getByRole('button', { name: /^この版に戻す\s*（第1版/ }).click();
    await page.getByRole('button', { name: /^置きかえる/ }).click();
    await page.locator('.notice-success').waitFor();
    await page.getByLabel('受付を止める理由').fill('年末の点検のため');
    await page.getByRole('button', { name: /^受付を止める/ }).click();
    await page.locator('.b-versions .badge', { hasText: '休止' }).first().waitFor();
    await home.page.goto(portal + '/procedures/inu-toroku');
    await home.page.getByText('いまは申請を受け付けていません').waitFor();
    await audit(home.page, 'PROCEDURE', 'paused');
  });

  it('two designers at once: the second is told, and nothing is overwritten', async () => {
    await page.goto(staffConsole + '/designs/inu-toroku');
    await page.locator('.b-page').first().waitFor();
    const other = await page.context().newPage();
    await other.goto(staffConsole + '/designs/inu-toroku');
    await other.locator('.b-page').first().waitFor();
    await page.getByLabel('1ページ目の見出し').fill('犬について');
    await saved();
    await other.getByLabel('1ページ目の見出し').fill('わたしの犬');
    await other.locator('.notice-warning', { hasText: 'さんが保存しました' }).waitFor();
    await audit(other, 'DESIGN', 'conflict');
    await other.getByRole('button', { name: /^最新の内容を開く/ }).click();
    await other.waitForFunction(() => document.querySelector('.b-page input')?.value === '犬について');
    await other.close();
  });

  it('makes a rule between answers and a computed number in words', async () => {
    await page.goto(staffConsole + '/designs/inu-toroku');
    await page.locator('.b-page').first().waitFor();
    await hands.ask('日付', '飼い始めた日');
    await hands.ask('日付', '引っ越した日');
    await hands.ask('数', '大きい犬の数');
    await hands.ask('計算（自動で出る数）', '鑑札の数');
    await page.getByRole('button', { name: /^足すものを加える/ }).click();
    await choose('足すもの', '「大きい犬の数」');
    await page.locator('.b-words', { hasText: /^「大きい犬の数」$/ }).waitFor();
    await audit(page, 'DESIGN', 'computed');
    await tab('決まり');
    await button(page, '2つの答えをくらべる決まりを加える').click();
    await choose('この質問の答えが', '引っ越した日');
    await choose('この質問の答え', '飼い始めた日');
    await choose('ようす', '以後');
    await page.locator('.b-words', { hasText: '「引っ越した日」が「飼い始めた日」以後' }).waitFor();
    assert.equal(await page.getByLabel('守られていないときに住民が読む文').inputValue(), '「引っ越した日」は、「飼い始めた日」以後にしてください。');
    await saved();
    await audit(page, 'DESIGN', 'rules');
    await walk(page, 'DESIGN');
  });

  it('begins with a template: each can be published as it is, and is taken back in one step', async () => {
    await page.goto(staffConsole + '/designs');
    await press('新しい手続を作る');
    await type('手続の名前', 'ひながたの見本');
    await type('記号（アドレスに使います）', 'hinagata');
    await press('作る');
    await page.getByLabel('ひながた', { exact: true }).waitFor();
    await audit(page, 'DESIGN', 'templates');
    const ids = await page.getByLabel('ひながた', { exact: true }).locator('option').evaluateAll((all) => all.map((one) => one.value).filter((id) => id !== ''));
    assert.ok(ids.length >= 10);
    for (const id of ids) {
      await page.getByLabel('ひながた', { exact: true }).selectOption(id);
      await button(page, 'このひながたで始める').click();
      await page.locator('.b-field').first().waitFor();
      await page.locator('.b-work:focus').waitFor();
      const saving = page.waitForResponse((answer) => answer.url().endsWith('/draft'));
      const { findings, examples } = await (await saving).json();
      // Its reading and what it is about are asked anew: those of the template are another procedure's.
      assert.deepEqual(findings.filter((one) => one.severity === 'error').map((one) => one.pointer).sort(), ['/kana', '/summary'], id);
      assert.deepEqual(examples.filter((one) => !one.passed), [], id);
      await button(page, '元に戻す').click();
      await page.getByLabel('ひながた', { exact: true }).waitFor();
    }
  });

  it('where the division says so a second person approves, and a procedure takes as many as it has places', async () => {
    const [asking, approving] = staff.filter((one) => one.roles.includes('DIVISION_ADMINISTRATOR') && one.divisions.includes('seikatsu'));
    const path = '/designs/ryori';
    const first = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    await signInClerk(first.page, asking, '/designs');
    await first.page.getByLabel(/^広聴・市民生活課.*ほかの課管理者の承認/).check();
    await begin(first.page, 'ryori');
    await first.page.goto(staffConsole + path);
    await first.page.locator('.tabs').getByRole('link', { name: '公開', exact: true }).click();
    await first.page.getByText('公開にはほかの課管理者の承認が必要です').waitFor();
    await first.page.locator('.b-work:focus').waitFor();
    assert.match(await first.page.title(), /：公開｜/);
    await button(first.page, '公開の承認を依頼する').click();
    await leadsTo(first.page, '変更の内容と理由', 'b-note');
    await audit(first.page, 'DESIGN', 'without-note');
    await first.page.getByLabel('変更の内容と理由').fill('相談会の回を作りました。');
    await first.page.getByLabel('定員：受け付ける件数（なくてもよい）').fill('２０００');
    const closes = first.page.getByLabel('受付を終える日（なくてもよい）');
    for (const [text, words] of [['99/2/28', '西暦4桁か元号で'], ['２０９９/2/30', 'という日はありません'], ['2099', '月と日も入力']]) {
      await closes.fill(text);
      await button(first.page, '公開の承認を依頼する').click();
      await first.page.locator('#b-closesOn-read.mistake', { hasText: words }).waitFor();
      assert.equal(await first.page.evaluate(() => document.activeElement.id), 'b-closesOn');
    }
    await closes.fill('R81.2.28');
    await first.page.locator('#b-closesOn-read', { hasText: '2099年2月28日' }).waitFor();
    // Anybody could take one place after the other: it must be told who holds one.
    await button(first.page, '公開の承認を依頼する').click();
    await first.page.locator('.notice-error', { hasText: 'メールアドレス（「申請する方ご自身のこと」に印を付けたもの）を様式に入れてください' }).waitFor();
    await audit(first.page, 'DESIGN', 'capacity');
    await first.page.locator('.tabs').getByRole('link', { name: '手続の案内', exact: true }).click();
    await first.page.getByLabel('申請する人に求める本人確認').selectOption('ACCOUNT');
    await first.page.locator('.b-saving-saved').waitFor();
    await first.page.locator('.tabs').getByRole('link', { name: '公開', exact: true }).click();
    await first.page.getByLabel('変更の内容と理由').fill('料理教室の回を作りました。');
    await first.page.getByLabel('定員：受け付ける件数（なくてもよい）').fill('２０００');
    await first.page.getByLabel('受付を終える日（なくてもよい）').fill('R81.2.28');
    await audit(first.page, 'DESIGN', 'publish');
    await walk(first.page, 'DESIGN');
    await button(first.page, '公開の承認を依頼する').click();
    await first.page.getByText('公開の承認を依頼しました。').waitFor();

    const second = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    await signInClerk(second.page, approving, path);
    await second.page.locator('.tabs').getByRole('link', { name: '公開', exact: true }).click();
    await second.page.getByText('公開の承認を依頼しています').waitFor();
    await audit(second.page, 'DESIGN', 'approval');
    await button(second.page, '承認しないで戻す').click();
    await leadsTo(second.page, '承認しないときの理由', 'b-approval-note');
    await button(second.page, '承認して公開する').click();
    await second.page.getByText('版を公開しました。').waitFor();
    await first.page.goto(staffConsole + path + '/versions');
    await first.page.getByText('定員：2000件').waitFor();
    await first.page.getByText('2099年2月28日', { exact: false }).first().waitFor();
    // What was set stands there for the next change, and stays.
    await first.page.goto(staffConsole + path);
    await first.page.locator('.tabs').getByRole('link', { name: '公開', exact: true }).click();
    assert.equal(await first.page.getByLabel('受付を終える日（なくてもよい）').inputValue(), '2099年2月28日');
    assert.equal(await first.page.getByLabel('定員：受け付ける件数（なくてもよい）').inputValue(), '2000');

    await second.page.goto(portal + '/procedures/ryori');
    await second.page.getByText(/定員2000件のうち、あと\d+件受け付けます。/).waitFor();
    await audit(second.page, 'PROCEDURE', 'places');
    await first.page.goto(staffConsole + '/designs');
    // What one could switch on takes two to switch off.
    await tool(first.page, '承認をなくすよう依頼する').click();
    await first.page.getByText('承認をなくす依頼が出ています').waitFor();
    assert.equal(await tool(first.page, '確認して、承認をなくす').count(), 0);
    await audit(first.page, 'DESIGNS', 'lifting');
    await second.page.goto(staffConsole + '/designs');
    await tool(second.page, '確認して、承認をなくす').click();
    await second.page.getByLabel(/^広聴・市民生活課.*ほかの課管理者の承認/).waitFor();
    await first.end();
    await second.end();
  });
}

/** The same request as another machine's browser sends it; answers the status. */
function sentFrom(localAddress, sent) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', origin: portal, 'idempotency-key': randomUUID() };
    const asked = request(sent.url(), { method: 'POST', localAddress, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject);
    asked.end(sent.postData());
  });
}
