import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { definition, fillAll, grouped, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { oldPage } from '../cdp.mjs';
import { portal, readCard, residents, rowOnTheDesk, signInClerk, staff, staffConsole } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const resident = residents[1];
const clerk = staff.filter((one) => one.roles.includes('REVIEWER') && one.divisions.includes('shimin'))[1];
const designer = staff.find((one) => one.roles.includes('DIVISION_ADMINISTRATOR') && one.divisions.includes('shimin'));
const PROCEDURE = 'juminhyo';

/** The code behind the link that stands on the document, as a reader's program finds it. */
function codeIn(pdf) {
  const text = pdf.toString('latin1');
  const parts = [text];
  for (const found of text.matchAll(/stream\r?\n/g)) {
    try {
      parts.push(inflateSync(pdf.subarray(found.index + found[0].length), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // Not every stream is packed.
    }
  }
  return /\/verify#([0-9A-Z]{12})/.exec(parts.join('\n'))[1];
}

/** A clerk makes a document, the resident opens it, somebody else checks it, and it is revoked. */
export function documentsJourney(city) {
  let home;
  let desk;
  let third;
  let number;
  let pdf;
  before(async () => {
    home = await visitor(city.browser, { viewport: { width: 375, height: 700 } });
    desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    third = await visitor(city.browser, { viewport: { width: 1280, height: 800 } });
  });
  after(async () => {
    await home?.end();
    await desk?.end();
    await third?.end();
  });
  const section = (page) => page.locator('section[aria-labelledby="documents-title"]');
  const downloaded = async (page, press) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return readFileSync(await download.path());
  };
  const fileOf = (buffer) => ({ name: 'received.pdf', mimeType: 'application/pdf', buffer });

  it('the resident applies, and no document is spoken of before there is one', async () => {
    const { page } = home;
    await page.goto(portal + '/apply/' + PROCEDURE);
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, resident);
    await page.locator('.form, .notice-info').first().waitFor();
    const anew = button(page, '新しく始める（書きかけは消えます）');
    if ((await anew.count()) > 0) await anew.click();
    await page.locator('.form').waitFor();
    await fillAll(page, await definition(page, PROCEDURE));
    await button(page, '申請を送信する').click();
    await heading(page, 'を受け付けました');
    number = await receipt(page);
    await link(page, '申請の状況を見る').click();
    await page.locator('#messages-title').waitFor();
    assert.equal(await section(page).count(), 0);
  });

  it('the resident saves what was sent in as a PDF', async () => {
    const kept = await downloaded(home.page, () => button(home.page, '申請の控え（PDF）を保存する').click());
    assert.equal(kept.subarray(0, 5).toString(), '%PDF-');
    await button(home.page, '申請の控え（PDF）を保存する').waitFor();
  });

  it('a designer writes how a letter is begun, is told what is wrong by text and line, and sees a sample', async () => {
    const own = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    const { page } = own;
    await signInClerk(page, designer, '/designs');
    await heading(page, '様式');
    await page.goto(`${staffConsole}/designs/${PROCEDURE}?tab=letters`);
    const row = page.locator('fieldset.b-condition').filter({ has: page.locator('#b-letter-2-name') });
    await button(page, 'ひな形を加える').click();
    await page.locator('#b-letter-2-name').fill('証明のお知らせ');
    await page.locator('#b-letter-2-title').fill('証明について');
    await page.locator('#b-letter-2-body').fill('よい\n{ない項目}\n');
    const mistake = page.locator('#b-letter-2-body-mistake');
    await mistake.getByText('本文の2行目：{ない項目}という項目はありません。').waitFor();
    await audit(page, 'DESIGN', 'letter-mistake');
    await page.locator('#b-letter-2-body').fill('');
    await row.getByLabel('申請の内容').first().selectOption({ label: '答え：必要な通数' });
    await row.getByRole('button', { name: /^内容を差し込む/ }).first().click();
    assert.equal(await page.locator('#b-letter-2-body').inputValue(), '{必要な通数}');
    await row.getByLabel('条件にする質問').first().selectOption({ label: '受け取り方' });
    await row.getByLabel('条件', { exact: true }).first().selectOption({ label: '「窓口で受け取る」である' });
    await row.getByRole('button', { name: /^条件を本文に差し込む/ }).first().click();
    await page.keyboard.type('窓口へお越しください。');
    assert.match(await page.locator('#b-letter-2-body').inputValue(), /^\{必要な通数\}\{もし 受け取り方＝「窓口で受け取る」\}\n窓口へお越しください。\n\{でなければ\}/);
    await mistake.waitFor({ state: 'detached' });
    const sample = await downloaded(page, () => row.getByRole('button', { name: '見本（PDF）を作る' }).first().click());
    assert.equal(sample.subarray(0, 5).toString(), '%PDF-');
    await audit(page, 'DESIGN', 'letter');
    await walk(page, 'DESIGN letters');
    // The version that is published stays as it is.
    await row.getByRole('button', { name: /^このひな形を消す/ }).first().click();
    await page.locator('#b-letter-2-name').waitFor({ state: 'detached' });
    await page.locator('.b-saving-saved').waitFor();
    await own.end();
  });

  it('the clerk is told which characters cannot be printed, before anything is made', async () => {
    const { page } = desk;
    await signInClerk(page, clerk);
    await page.locator('.tabs').waitFor();
    await (await rowOnTheDesk(page, number)).getByRole('link').first().click();
    await section(page).getByText('文書はまだありません。').waitFor();
    await button(page, '文書を作る').click();
    await page.getByLabel('ひな形').selectOption({ label: '交付のお知らせ' });
    assert.equal(await page.locator('#document-title').inputValue(), '住民票の写しの交付について');
    assert.match(await page.locator('#document-body').inputValue(), /^(令和|平成).+日に請求のありました住民票の写し（\d+.*）を交付します。\n/);
    await page.locator('#document-title').fill('𪚥野町の証明書の交付について（通知）');
    await page.locator('#document-addressee').fill('石狩 花子　様');
    await page.locator('#document-body').fill('{受付日}に申請のありました{手続の名前}について、交付します。\n\n{ない項目}');
    await button(page, '文書を作成する').click();
    await section(page).getByRole('alert').filter({ hasText: '「𪚥」（U+2A6A5）' }).waitFor();
    await section(page).getByRole('alert').filter({ hasText: '{ない項目}という項目はありません' }).waitFor();
    await audit(page, 'CASE', 'document-mistakes');
    await page.reload();
    await button(page, '文書を作る').click();
    await section(page).getByText('入力の途中だった内容を戻しました。').waitFor();
    await page.locator('#document-title').fill('𠮷野町の証明書の交付について（通知）');
    await page.locator('#document-body').fill('{受付日}に申請のありました{手続の名前}について、交付します。');
    await button(page, '文書を作成する').click();
    await section(page).getByText('作成済み（未交付）').waitFor();
    await audit(page, 'CASE', 'document-made');
    await walk(page, 'CASE documents');
  });

  it('the clerk looks at it, and hands it over only then', async () => {
    const { page } = desk;
    const sheet = await downloaded(page, () => button(page, '申請の控え（PDF）を保存する').click());
    assert.equal(sheet.subarray(0, 5).toString(), '%PDF-');
    const seen = await downloaded(page, () => section(page).getByRole('button', { name: /^開く/ }).click());
    assert.equal(seen.subarray(0, 5).toString(), '%PDF-');
    await home.page.reload();
    await home.page.locator('#messages-title').waitFor();
    assert.equal(await section(home.page).count(), 0);
    await section(page).getByRole('button', { name: /^交付する/ }).click();
    await page.locator('h4:focus').waitFor();
    await page.getByLabel('開かれないときは郵送する').check();
    await page.locator('#issue-readBy').fill('2020年1月1日');
    await button(page, '交付を確定する').click();
    await section(page).getByRole('alert').filter({ hasText: 'きょうか、それより後の日' }).waitFor();
    await audit(page, 'CASE', 'document-issue');
    await page.locator('#issue-readBy').fill(new Date(Date.now() + 9 * 3600000 + 86400000).toISOString().slice(0, 10).replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'));
    await button(page, '交付を確定する').click();
    await section(page).getByText('交付済み（有効）').waitFor();
    await section(page).getByText('申請者はまだ開いていません').waitFor();
    await section(page).getByText(/までに開かれないときは、郵送します/).waitFor();
    await page.locator('.notice-success:focus').waitFor();
    assert.equal(await button(page, '交付を確定する').count(), 0, 'what was confirmed asks no more');
  });

  it('a document that nobody wants is discarded once that is confirmed', async () => {
    const { page } = desk;
    await button(page, '文書を作る').click();
    await page.locator('#document-title').fill('まちがえた通知');
    await page.locator('#document-addressee').fill('石狩 花子　様');
    await page.locator('#document-body').fill('まちがえました。');
    await button(page, '文書を作成する').click();
    await button(page, /^破棄する/).click();
    await page.locator('h4:focus').waitFor();
    await button(page, 'やめる').click();
    await button(page, /^破棄する/).click();
    await button(page, '破棄を確定する').click();
    await section(page).getByText('文書を破棄しました。').waitFor();
    assert.equal(await button(page, '破棄を確定する').count(), 0);
    await section(page).getByText('破棄した文書（1件）').click();
    await button(page, /^直して作り直す/).click();
    assert.equal(await page.locator('#document-body').inputValue(), 'まちがえました。');
    await page.locator('#document-title').fill('');
    await page.locator('#document-dated').fill('あした');
    await button(page, '文書を作成する').click();
    await section(page).getByRole('alert').filter({ hasText: '題名' }).filter({ hasText: '日付として読み取れません' }).waitFor();
    await audit(page, 'CASE', 'document-anew');
    await button(page, '閉じる').click();
  });

  it('the resident opens it, and both sides see when that was', async () => {
    const { page } = home;
    const address = page.url();
    await page.goto(portal + '/applications');
    await page.locator('.card', { hasText: grouped(number) }).getByText('まだ開いていない文書があります').waitFor();
    await audit(page, 'APPLICATIONS', 'document-waits');
    await page.goto(address);
    await section(page).getByText('まだ開いていません。').waitFor();
    await audit(page, 'APPLICATION', 'document');
    await walk(page, 'APPLICATION document');
    pdf = await downloaded(page, () => section(page).getByRole('button', { name: /^文書を開く/ }).click());
    await section(page).getByText(/にはじめて開きました。/).waitFor();
    await desk.page.reload();
    await section(desk.page).getByText(/申請者が.+にはじめて開きました/).waitFor();
    await section(desk.page).getByText(new RegExp(clerk.name + 'が交付')).waitFor();
  });

  it('the clerk looks at what has to go by post: nothing that was opened in time', async () => {
    const { page } = desk;
    const here = page.url();
    await link(page, '郵送する文書').click();
    await heading(page, '郵送する文書');
    await page.getByText('郵送する文書はありません。').waitFor();
    await audit(page, 'PRINT_LIST');
    await walk(page, 'PRINT_LIST');
    await page.goto(here);
    await section(page).getByText('交付済み（有効）').waitFor();
  });

  it('somebody who has the document checks it without signing in, and sees nothing of the content', async () => {
    const { page } = third;
    await page.goto(portal + '/verify');
    await heading(page, '文書の確認');
    await audit(page, 'VERIFY');
    await walk(page, 'VERIFY');
    await page.locator('#code').fill('0000-0000-0000');
    await button(page, '確かめる').click();
    await page.getByText('この確認番号の文書は、見つかりませんでした。').waitFor();
    await audit(page, 'VERIFY', 'unknown');
    await page.locator('#code').fill('');
    await button(page, '確かめる').click();
    await page.getByText('文書にある確認番号を入力してください。').waitFor();
    assert.equal(await page.getByText('この確認番号の文書は、見つかりませんでした。').count(), 0, 'what was told of another number goes');
    await page.locator('#code').fill('0000-0000-0001');
    await button(page, '確かめる').click();
    await page.getByText('この確認番号の文書は、見つかりませんでした。').waitFor();
    // In the same tab, as from a picture that a camera reads while the page is open.
    await page.goto(portal + '/verify#' + codeIn(pdf));
    await page.getByText('この文書は、有効です。').waitFor();
    assert.equal(await page.getByText('この確認番号の文書は、見つかりませんでした。').count(), 0);
    await page.getByText(codeIn(pdf).replace(/(.{4})(?=.)/g, '$1-')).waitFor();
    await page.goto(portal + '/verify#000000000000');
    await page.getByText('この確認番号の文書は、見つかりませんでした。').waitFor();
    assert.equal(await page.getByText('この文書は、有効です。').count(), 0, 'a result is about the last number alone');
    await page.goto(portal + '/verify#' + codeIn(pdf));
    await page.getByText('この文書は、有効です。').waitFor();
    assert.equal(new URL(page.url()).hash, '', 'the code does not stay in the history');
    assert.equal((await page.locator('main').innerText()).includes('花子'), false);
    await page.locator('#very-file').setInputFiles(fileOf(pdf));
    await page.getByText('このファイルは、市がお渡しした文書そのものです。').waitFor();
    await audit(page, 'VERIFY', 'same');
    const changed = Buffer.from(pdf);
    changed[changed.length - 10] ^= 1;
    await page.locator('#very-file').setInputFiles(fileOf(changed));
    await page.getByText('このファイルは、市がお渡しした文書ではありません。').waitFor();
    await audit(page, 'VERIFY', 'other');
    await walk(page, 'VERIFY result');
  });

  it('an old browser compares the file as well', async (t) => {
    const page = await oldPage('');
    t.after(() => page.drop());
    await page.goto(portal + '/verify');
    await page.type('#code', codeIn(pdf));
    await page.press('確かめる');
    await page.see('この文書は、有効です。');
    await page.evaluate(`(() => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(pdf.toString('base64'))}), (one) => one.charCodeAt(0));
      const dropped = new DataTransfer();
      dropped.items.add(new File([bytes], 'received.pdf', { type: 'application/pdf' }));
      document.getElementById('very-file').parentElement.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dropped }));
    })()`);
    await page.see('このファイルは、市がお渡しした文書そのものです。');
    await page.end();
  });

  it('the clerk revokes it with a reason, which the resident reads and nobody else', async () => {
    const { page } = desk;
    await section(page).getByRole('button', { name: /^取り消す/ }).click();
    await button(page, '取消しを確定する').click();
    await section(page).getByRole('alert').filter({ hasText: '入力してください' }).waitFor();
    await audit(page, 'CASE', 'document-revoke');
    await page.locator('#revoke-reason').fill('金額に誤りがありました。');
    await button(page, '取消しを確定する').click();
    await section(page).getByText('取消しの理由：金額に誤りがありました。').waitFor();
    assert.equal(await section(page).getByRole('alert').count(), 0, 'what was wrong before is not told any more');
    assert.equal(await button(page, '取消しを確定する').count(), 0, 'what was confirmed asks no more');
    await home.page.reload();
    await section(home.page).getByText('理由：金額に誤りがありました。').waitFor();
    assert.equal(await section(home.page).getByRole('button').count(), 0);
    await audit(home.page, 'APPLICATION', 'document-revoked');
    await third.page.locator('#code').fill(codeIn(pdf));
    await button(third.page, '確かめる').click();
    await third.page.getByText('この文書は、取り消されました。もう有効ではありません。').waitFor();
    assert.equal((await third.page.locator('main').innerText()).includes('金額'), false);
    await audit(third.page, 'VERIFY', 'revoked');
  });
}
