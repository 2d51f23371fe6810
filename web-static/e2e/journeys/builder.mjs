import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { audit, walk } from '../audit.mjs';
import { portal, signInClerk, staff, staffConsole } from '../city.mjs';
import { hand } from '../hand.mjs';
import { heading, visitor } from '../page.mjs';

const designer = staff.find((one) => one.roles.includes('DIVISION_ADMINISTRATOR') && one.divisions.includes('shimin'));

/** As many things as a clerk should have to do for a form of 17 questions on three pages, to its publication. */
const ACTIONS = 120;

/** A longer form: how it is found one's way in, changed and tried. */
export function builderJourney(city) {
  let desk;
  let page;
  let hands;
  before(async () => {
    desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    page = desk.page;
    hands = hand(page);
  });
  after(async () => {
    await desk?.end();
  });

  const saved = () => page.locator('.b-saving-saved').waitFor();
  const outline = (name) => page.locator('.b-outline').getByRole('button', { name, exact: true });
  const line = (name) => page.locator('.b-fields').getByRole('button', { name: new RegExp('^' + name) });
  const lines = () => page.locator('.b-field-name').allInnerTexts();
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);

  it('makes a form of 17 questions on three pages in few actions', async () => {
    await signInClerk(page, designer, '/designs');
    await heading(page, '様式');
    await hands.press('新しい手続を作る');
    await hands.type('手続の名前', '放課後教室の利用申込み');
    await hands.type('記号（アドレスに使います）', 'hokago');
    await hands.press('作る');
    await heading(page, '放課後教室の利用申込み');
    await hands.type('1ページ目の見出し', '申し込む方');
    await hands.choose('加える質問', '申請する方（氏名・生年月日・住所・電話）');
    await hands.press(/^質問を加える/);
    await hands.choose('加える質問', 'メールでの連絡先');
    await hands.press(/^質問を加える/);
    await hands.press('ページを加える');
    await hands.type('2ページ目の見出し', 'お子さん');
    await hands.ask('氏名', 'お子さんの氏名');
    await hands.ask('日付', 'お子さんの生年月日');
    await hands.ask('1つ選ぶ（一覧）', '学校');
    await hands.type('選択肢（1行に1つ）', '花川小学校\n石狩小学校\n緑苑台小学校');
    await hands.ask('1つ選ぶ（ボタン）', '学年');
    await hands.type('選択肢（1行に1つ）', '1年\n2年\n3年\n4年\n5年\n6年');
    await hands.ask('はい・いいえ', 'アレルギーはありますか');
    await hands.ask('文字', 'アレルギーのあるもの');
    await hands.press(/^条件を加える/, page.locator('.b-field-open'));
    await hands.press('ページを加える');
    await hands.type('3ページ目の見出し', '利用');
    await hands.ask('日付', '利用を始める日');
    await hands.ask('いくつでも選ぶ', '利用する曜日');
    await hands.type('選択肢（1行に1つ）', '月\n火\n水\n木\n金');
    await hands.ask('時刻', '迎えの時刻');
    await hands.ask('電話番号', '急ぎのときの電話番号');
    await hands.ask('文字', '職員に伝えたいこと');
    await hands.tick('必ず答えていただく', page.locator('.b-field-open'));
    await hands.choose('加える質問', '確かめと同意');
    await hands.press(/^質問を加える/);
    await saved();
    assert.equal(await page.locator('.b-outline ol ol .b-outline-item').count(), 17);
    await hands.tab('手続の案内');
    await hands.type('ふりがな', 'ほうかごきょうしつのりようもうしこみ');
    await hands.type('どんな手続か', '放課後教室を利用するための申込みです。');
    await hands.choose('分野', '子育て・教育');
    await hands.type('対象になる方', '小学生の保護者の方');
    await hands.type('手数料の説明', '無料');
    await page.getByLabel(/^標準処理期間/).fill('約10日');
    await page.locator('.tabs').getByRole('link', { name: '公開', exact: true }).click();
    await page.locator('input:focus[aria-invalid=true]').waitFor();
    await page.getByLabel(/^標準処理期間/).fill('１０日');
    await saved();
    await page.locator('.b-side').getByText(/(このまま|ありません。)公開できます。/).waitFor();
    await hands.tab('公開');
    // No limit that cannot be read gives way to none, or to the one before it.
    const capacity = page.locator('#b-capacity');
    await capacity.fill('２人');
    await capacity.fill('約２人');
    await page.getByRole('button', { name: '公開する', exact: true }).click();
    await page.locator('#b-capacity[aria-invalid=true]:focus').waitFor();
    await page.locator('#b-capacity-wrong', { hasText: '小数のない数字で入力してください。' }).waitFor();
    assert.equal(await page.locator('.notice-success').count(), 0);
    await capacity.fill('１，０００件');
    await page.locator('#b-note').focus();
    assert.equal(await capacity.inputValue(), '1000');
    await capacity.fill('');
    await hands.type('変更の内容と理由', 'はじめての公開です。');
    await hands.press('公開する');
    await page.locator('.notice-success').waitFor();
    console.log(`actions: ${hands.done}`);
    assert.ok(hands.done <= ACTIONS, `${hands.done} actions`);
  });

  it('goes to any question from the outline, and the preview goes along', async () => {
    await page.goto(staffConsole + '/designs/hokago');
    await outline('学年').click();
    assert.equal(await page.locator('.b-field-open .b-field-name').innerText(), '学年');
    assert.equal(await page.locator('[aria-current="true"].b-outline-item').innerText(), '学年');
    await page.locator('.b-phone h3', { hasText: 'お子さん' }).waitFor();
    await page.locator('.b-phone .b-followed', { hasText: '学年' }).waitFor();
    await audit(page, 'DESIGN', 'outline');
    await walk(page, 'DESIGN');
    // What is not shown with the answers of the moment says so.
    await outline('アレルギーのあるもの').click();
    await page.locator('.b-side').getByText('編集している質問は、下の入力では条件に合わないので出ません。').waitFor();
    await page.getByRole('button', { name: /^次のページ/ }).click();
    await page.locator('.b-phone h3', { hasText: '利用' }).waitFor();
    assert.deepEqual((await lines()).slice(0, 2), ['利用を始める日', '利用する曜日']);
  });

  it('shows a new question before it has a name', async () => {
    await hands.ask('文字', '');
    await page.locator('.b-phone .b-followed', { hasText: '（名前のない質問）' }).waitFor();
    await page.locator('#b-undo').click();
    await page.locator('.b-fields').getByText('（名前のない質問）').waitFor({ state: 'detached' });
  });

  it('moves a question with the keyboard and by dragging, with the same outcome', async () => {
    const before = await lines();
    await page.getByRole('button', { name: '下へ（利用を始める日）' }).focus();
    await page.keyboard.press('Enter');
    const after = [before[1], before[0], ...before.slice(2)];
    assert.deepEqual(await lines(), after);
    assert.match(await focused(), /^b-down-/);
    await page.getByRole('button', { name: '上へ（利用を始める日）' }).focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await lines(), before);
    await line('利用を始める日').dragTo(line('利用する曜日'));
    assert.deepEqual(await lines(), after);
    await page.locator('#b-undo').click();
    assert.deepEqual(await lines(), before);
  });

  it('removes a question, stays where it was and takes it back there', async () => {
    const before = await lines();
    await line('迎えの時刻').click();
    const top = await page.evaluate(() => scrollY);
    await page.getByRole('button', { name: /^消す\s*（迎えの時刻/ }).click();
    await page.locator('.b-removed', { hasText: '「迎えの時刻」を消しました。' }).waitFor();
    await page.locator('#b-take-back:focus').waitFor();
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - top) < 900, 'the page jumped');
    await audit(page, 'DESIGN', 'removed');
    await page.locator('#b-take-back').focus();
    await page.keyboard.press('Enter');
    await page.locator('.b-removed').waitFor({ state: 'detached' });
    assert.deepEqual(await lines(), before);
    await page.locator('[id^="b-open-"]:focus').waitFor();
  });

  it('moves a question to another page and goes along with it', async () => {
    await line('急ぎのときの電話番号').click();
    await page.getByLabel('ページ', { exact: true }).selectOption({ label: '2　お子さん' });
    await page.getByLabel('2ページ目の見出し').waitFor();
    assert.equal((await lines()).pop(), '急ぎのときの電話番号');
    await page.locator('.b-phone h3', { hasText: 'お子さん' }).waitFor();
    await saved();
  });

  it('puts an example into the screen, tries it again and keeps what came out in its place', async () => {
    const phone = page.locator('.b-phone');
    await page.goto(staffConsole + '/designs');
    await hands.press('新しい手続を作る');
    await hands.type('手続の名前', 'ためしの手続');
    await hands.type('記号（アドレスに使います）', 'tameshi');
    await hands.press('作る');
    await page.locator('.b-outline').waitFor();
    await hands.ask('数', '人数');
    await phone.getByLabel(/^人数/).fill('2');
    await phone.getByRole('button', { name: '送信をためす' }).click();
    await page.locator('.b-side .notice-success').waitFor();
    await page.getByRole('button', { name: /^例として残す/ }).click();
    await page.locator('.b-examples').waitFor();
    await page.getByRole('button', { name: /^入力を直す・もう一度ためす/ }).click();
    assert.equal(await phone.getByLabel(/^人数/).inputValue(), '2');
    await phone.getByLabel(/^人数/).fill('3');
    await phone.getByRole('button', { name: '送信をためす' }).click();
    await page.getByRole('button', { name: /^この入力と結果に書きかえる/ }).click();
    await saved();
    assert.equal(await page.locator('.b-examples > li').count(), 1);
    await audit(page, 'DESIGN', 'example-again');
  });

  it('asks for a number with its unit and decimals, and begins it with an answer that the preview follows', async () => {
    const open = page.locator('.b-field-open');
    const area = page.locator('.b-phone').getByLabel(/^床面積/);
    await hands.tab('質問');
    await hands.ask('数', '床面積');
    await hands.type('単位（例：㎡、km、通、名）', '㎡', open);
    await hands.choose('小数', '小数第1位まで', open);
    await hands.type('いちばん大きい数', '１００．５', open);
    await hands.type('最初に入れておく答え', '12.55', open);
    await open.getByText('小数第1位までの数字で入力してください。').waitFor();
    await hands.type('最初に入れておく答え', '12.5', open);
    await page.locator('.b-phone').getByText('㎡', { exact: true }).waitFor();
    await page.waitForFunction(() => Array.from(document.querySelectorAll('.b-phone input')).some((input) => input.value === '12.5'));
    await audit(page, 'DESIGN', 'decimals');
    await area.fill('101平米');
    await page.locator('.b-phone').getByRole('button', { name: '送信をためす' }).click();
    const mistake = page.locator('.b-phone').getByText('床面積は100.5以下の数を入力してください');
    await mistake.waitFor();
    await area.fill('50');
    await page.locator('.b-phone').getByRole('button', { name: '送信をためす' }).click();
    await page.locator('.b-side .notice-success').waitFor();
    assert.equal(await mistake.count(), 0, 'nothing is left of what is right now');
    await saved();
    await page.reload();
    await page.locator('.b-outline').waitFor();
    await line('床面積').click();
    assert.equal(await open.getByLabel('最初に入れておく答え').inputValue(), '12.5');
    await page.waitForFunction(() => Array.from(document.querySelectorAll('.b-phone input')).some((input) => input.value === '12.5'));
  });

  it('is told by name which page is empty, and is led there', async () => {
    await hands.tab('質問');
    await hands.press('ページを加える');
    await page.getByLabel('2ページ目の見出し').fill('届け先');
    await saved();
    await page.getByRole('button', { name: /^見る\s*（見直すところ/ }).click();
    await page.getByRole('button', { name: '2ページ目「届け先」に質問がありません。質問を加えるか、このページを消してください。' }).waitFor();
    await outline('1　1ページ目').click();
    await page.getByRole('button', { name: /^2ページ目「届け先」に質問がありません/ }).click();
    await page.getByLabel('2ページ目の見出し').waitFor();
  });

  it('removes what was never published, for good, and the list says who did', async () => {
    await hands.tab('公開');
    await page.getByRole('button', { name: /^この手続を削除する/ }).click();
    await page.getByText('「ためしの手続」を削除しますか。').waitFor();
    await audit(page, 'DESIGN', 'removal');
    const other = await page.context().newPage();
    await other.goto(staffConsole + '/designs/tameshi');
    await other.getByLabel('1ページ目の見出し').waitFor();
    await page.getByRole('button', { name: '削除する', exact: true }).click();
    await heading(page, '様式');
    await page.getByText('「ためしの手続」を削除しました。').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'ためしの手続（tameshi）' }).filter({ hasText: designer.name }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'ためしの手続' }).count(), 0);
    // Whoever still has it open learns that, and writes no more.
    await other.getByLabel('1ページ目の見出し').fill('続きを書く');
    await other.getByText(new RegExp(`${designer.name}さんがこの手続を削除しました。`)).waitFor();
    assert.equal(await other.getByLabel('1ページ目の見出し').isDisabled(), true);
    await audit(other, 'DESIGN', 'removed');
    await other.getByRole('link', { name: '手続の一覧へ' }).click();
    await heading(other, '様式');
    await other.close();
  });

  it('finds a procedure in the list, opens its public page and stops it where it was published', async () => {
    await page.getByLabel('手続をさがす').fill('ほうかご');
    await page.getByText(/のうち0件/).waitFor();
    await page.getByLabel('手続をさがす').fill('放課後');
    await page.getByText(/のうち1件/).waitFor();
    await audit(page, 'DESIGNS', 'sought');
    await page.getByRole('link', { name: '放課後教室の利用申込み' }).click();
    await heading(page, '放課後教室の利用申込み');
    await hands.tab('公開');
    const shown = page.getByRole('link', { name: /^住民が見るページを開く/ });
    assert.equal(await shown.getAttribute('href'), portal + '/procedures/hokago');
    await page.getByLabel('受付を止める理由').fill('定員の見直しのため');
    await page.getByRole('button', { name: /^受付を止める/ }).click();
    await page.getByText('受付を止めました。手続の案内は見えたままです。').waitFor();
    await page.getByRole('button', { name: /^受付を再開する/ }).waitFor();
    await audit(page, 'DESIGN', 'stopped');
    // The draft goes on: what stopped it is no colleague's change.
    await hands.tab('質問');
    await page.getByLabel('1ページ目の見出し').fill('申し込む方について');
    await saved();
  });
}
