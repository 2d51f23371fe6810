import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { definition, fillAll, grouped, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, readCard, residents, rowOnTheDesk, signInClerk, staff } from '../city.mjs';
import { verifyAgain } from '../evidence.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const [, , resident, somebodyElse] = residents;
const child = residents[residents.length - 1];
const clerk = staff.find((one) => one.roles.includes('REVIEWER') && one.divisions.includes('shimin'));
const auditor = staff.find((one) => one.roles.includes('AUDITOR'));
const PROCEDURE = 'tenshutsu';
/** Those who move are counted by the form: what is signed and sent has a number that nobody typed. */
const PART = { scope: 'part' };
/** The simulated card app. */
let provider;

/** On the simulator: this person's card, in this state. */
async function sign(page, person, certificate = 'GOOD', shape = 'PKCS1') {
  await page.locator('input[name="certificate"]').first().waitFor();
  provider = new URL(page.url()).origin;
  await page.locator(`input[name="username"][value="${person.sub}"]`).check();
  await page.locator(`input[name="certificate"][value="${certificate}"]`).check();
  await page.locator(`input[name="shape"][value="${shape}"]`).check();
  await page.locator('input[name="password"]').fill(person.signingPassword);
  await page.locator('form[action="/login"] button[type="submit"]').click();
}

/** A procedure that is to be signed: every way in which that fails, and the one in which it works. */
export function signatureJourney(city) {
  const here = {};
  before(async () => {
    here.visitor = await visitor(city.browser, { viewport: { width: 375, height: 760 } });
    here.page = here.visitor.page;
    here.desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
  });
  after(async () => {
    await here.visitor?.end();
    await here.desk?.end();
  });

  const start = () => link(here.page, /署名する$|署名し直す/).click();
  /** Our own page between the provider and the screen says why, and leads back. */
  const told = async (text) => {
    await heading(here.page, '署名できませんでした');
    assert.match(await here.page.locator('main').innerText(), text);
    await link(here.page, 'もどる').click();
    await heading(here.page, '申請に署名する');
  };

  it('is told before the form what is needed, and what to do without it', async () => {
    const { page } = here;
    await page.goto(portal + '/procedures/' + PROCEDURE);
    await page.getByText('署名用パスワード（英数字6〜16文字）').first().waitFor();
    await page.getByText('電子署名が使えない方').click();
    await page.getByText('15歳未満の方').waitFor();
    await audit(page, 'PROCEDURE', 'signature');
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, resident);
    await page.locator('.form').waitFor();
    await fillAll(page, await definition(page, PROCEDURE), PART);
    await page.getByText('引越しする人数').waitFor();
    await audit(page, 'APPLY', 'to-sign');
    await button(page, '署名に進む').click();
    await heading(page, '申請に署名する');
    await page.getByText('まだ申請は終わっていません。').waitFor();
    assert.equal(await button(page, '申請を送信する').count(), 0, 'cannot be sent unsigned');
    await audit(page, 'SIGN');
    await walk(page, 'SIGN');
  });

  it('may change their mind, and is told why a card cannot sign', async () => {
    const { page } = here;
    for (const [reason, text] of [
      ['cancel', /取り消されました/],
      ['signing-password-locked', /署名用電子証明書のパスワード.*ロック/],
      ['no-certificate', /15歳未満/],
    ]) {
      await start();
      await page.locator(`button[value="${reason}"]`).click();
      await told(text);
    }
    for (const [certificate, text] of [
      ['EXPIRED', /有効期限が切れています/],
      ['REVOKED', /失効しています/],
    ]) {
      await start();
      await sign(page, resident, certificate);
      await page.locator('.notice-error', { hasText: text }).waitFor();
      assert.equal(await button(page, '申請を送信する').count(), 0);
    }
    // A signature of another shape than this city's adapter is set to.
    await start();
    await sign(page, resident, 'GOOD', 'CMS');
    await page.locator('.notice-error', { hasText: '署名を確かめられませんでした' }).waitFor();
    await audit(page, 'SIGN', 'refused');
  });

  it('is told before the form what is known of this card and of this person, and of another way', async () => {
    const { page } = here;
    await page.goto(portal + '/procedures/' + PROCEDURE);
    await page.locator('.notice-warning', { hasText: '失効していました' }).waitFor();
    assert.match(await page.locator('.notice-warning').innerText(), /電子署名を使わない申請のしかた：[^]*郵送/);
    await audit(page, 'PROCEDURE', 'signing-concern');
    await page.goto(portal + '/sign/' + PROCEDURE);
    // Another person: too young for the certificate, warned and not kept from the form.
    const young = here.desk.page;
    await young.goto(portal + '/procedures/' + PROCEDURE);
    await link(young, 'マイナンバーカードでログインして申請する').click();
    await readCard(young, child);
    await young.locator('.form').waitFor();
    await young.locator('.notice-warning', { hasText: '15歳未満の方のカードには' }).waitFor();
    await audit(young, 'APPLY', 'signing-concern');
  });

  it("cannot sign with somebody else's card", async () => {
    await start();
    await sign(here.page, somebodyElse);
    await told(/いまログインしているアカウントのカードではありません/);
  });

  it('a code from the way to sign opens no session, and neither code works twice', async () => {
    const { page } = here;
    const seen = [];
    page.on('request', (request) => seen.push(request.url()));
    await start();
    await sign(page, resident, 'UNLISTED');
    await page.locator('.notice-success', { hasText: '署名を確かめました' }).waitFor();
    const callback = seen.find((url) => url.includes('/api/signing/callback'));
    await page.goto(callback);
    await heading(page, '署名できませんでした');
    await page.goto(callback.replace('/api/signing/callback', '/api/sign-in/card/callback'));
    await heading(page, 'ログインできませんでした');
    await page.goto(portal + '/sign/' + PROCEDURE);
    await page.locator('.notice-success', { hasText: '署名を確かめました' }).waitFor();
  });

  it('writes something else after signing: nothing is lost, and it is to be signed anew', async () => {
    const { page } = here;
    await button(page, '内容を書き直す').click();
    await heading(page, '入力内容の確認');
    await page.locator('.answer', { hasText: '電話番号' }).locator('button').click();
    await page.getByLabel('電話番号').fill('0133-72-9999');
    await button(page, '確認画面に戻る').click();
    await heading(page, '入力内容の確認');
    // Whoever would send the old signature with the new answers is refused.
    const before = await (await page.request.get(`${portal}/api/signing-requests/${PROCEDURE}`)).json();
    const { membersCount, ...answers } = before.answers;
    assert.equal(membersCount, 1);
    const forged = await page.request.post(`${portal}/api/applications`, {
      headers: { Origin: portal, 'Idempotency-Key': 'forged-answers-1' },
      data: {
        procedureId: PROCEDURE,
        formVersion: before.formVersion,
        answers: { ...answers, phone: '0133-72-9999' },
        signingRequestId: before.signingRequestId,
      },
    });
    assert.equal((await forged.json()).code, 'signature-outdated');
    await button(page, '署名に進む').click();
    await heading(page, '申請に署名する');
    await page.getByText('まだ申請は終わっていません。').waitFor();
    assert.match(await page.locator('main').innerText(), /0133-?72-?9999/);
    assert.equal(await button(page, '申請を送信する').count(), 0);
  });

  it('signs with a card whose revocation nobody can tell, and sends it in', async () => {
    const { page } = here;
    await start();
    await sign(page, resident, 'UNLISTED');
    await page.locator('.notice-success', { hasText: '署名を確かめました' }).waitFor();
    await audit(page, 'SIGN', 'signed');
    await button(page, '申請を送信する').dblclick();
    await heading(page, 'を受け付けました');
    here.number = await receipt(page);
    await page.goto(portal + '/sign/' + PROCEDURE);
    await page.getByText('署名を待っている申請はありません').waitFor();
    await audit(page, 'SIGN', 'none');
  });

  it('the clerk is shown 署名未確認, cannot accept before finding out, and says how', async () => {
    const { page } = here.desk;
    await signInClerk(page, clerk);
    await page.locator('.tabs').waitFor();
    await (await rowOnTheDesk(page, here.number)).locator('a').click();
    await page.locator('.case').waitFor();
    await page.getByText('署名の確認が必要です。').waitFor();
    assert.equal(await button(page, '受理する').count(), 0);
    assert.match(await page.locator('.case-side').innerText(), /署名未確認/);
    assert.match(await page.locator('.case-side').innerText(), /一致/);
    await audit(page, 'CASE', 'signature-open');
    await button(page, '署名を確認済みにする').click();
    await button(page, '確認を記録する').click();
    await page.locator('#reason-mistake').waitFor();
    await page.locator('#reason').fill('本人に電話し、本人が署名したことを確かめた。');
    await audit(page, 'CASE', 'signature-resolve');
    await button(page, '確認を記録する').click();
    await page.locator('.notice-success', { hasText: '署名の確認を記録しました' }).waitFor();
    await button(page, '受理する').click();
    await button(page, '受理を確定する').click();
    await page.locator('.chip-accepted').waitFor();
    await audit(page, 'CASE', 'signature-resolved');
  });

  it('the resident does not read what staff found out about the signature', async () => {
    const { page } = here;
    await page.goto(portal + '/applications');
    await page.locator('.card', { hasText: grouped(here.number) }).locator('a').first().click();
    await page.locator('.timeline').waitFor();
    assert.doesNotMatch(await page.locator('main').innerText(), /電話し|署名の確認/);
  });

  it('a good card needs nobody to find out anything', async () => {
    const { page } = here;
    await page.goto(portal + '/apply/' + PROCEDURE);
    await page.locator('.form').waitFor();
    await fillAll(page, await definition(page, PROCEDURE), PART);
    await page.getByText('引越しする人数').waitFor();
    await button(page, '署名に進む').click();
    await heading(page, '申請に署名する');
    await start();
    await sign(page, resident);
    await page.locator('.notice-success', { hasText: '署名を確かめました' }).waitFor();
    await button(page, '申請を送信する').click();
    await heading(page, 'を受け付けました');
    assert.deepEqual((await (await page.request.get(`${portal}/api/signing-concerns`)).json()).concerns, []);
    const number = await receipt(page);
    const desk = here.desk.page;
    await (await rowOnTheDesk(desk, number)).locator('a').click();
    await desk.locator('.case').waitFor();
    await button(desk, '受理する').waitFor();
    assert.match(await desk.locator('.case-side').innerText(), /有効（失効していないことを確かめました）/);
    assert.equal(await desk.getByText('署名の確認が必要です。').count(), 0);
    await button(desk, '差し戻す（補正を依頼）').click();
    await desk.locator('.decision .choice').first().waitFor();
    assert.equal(await desk.locator('.decision .choice', { hasText: '引越しする人数' }).count(), 0, 'a computed number cannot be asked for');
    await desk.locator('.decision .choice', { hasText: '電話番号' }).locator('input').check();
    await desk.locator('#reason').fill('電話番号をもう一度確認してください。');
    await button(desk, '差戻しを確定する').click();
    await desk.locator('.notice-success').waitFor();
  });

  it('signs a correction again; staff see which version each signature belongs to', async () => {
    const { page } = here;
    await page.goto(portal + '/applications');
    await page.locator('.card-urgent a').first().click();
    await link(page, '補正する').click();
    await page.getByLabel('電話番号').fill('0133-72-8888');
    await button(page, '次へ').click();
    await heading(page, '入力内容の確認');
    await audit(page, 'CORRECT', 'to-sign');
    await button(page, '署名に進む').click();
    await heading(page, '申請に署名する');
    await page.getByText('申請の補正です。').waitFor();
    assert.match(await page.locator('main').innerText(), /申請の補正です。[^]*0133-?72-?8888/);
    assert.equal(await button(page, '補正を送信する').count(), 0, 'cannot be sent unsigned');
    // Whoever comes back later finds it, and need not write it again.
    const matter = page.url();
    await page.goto(matter.replace(/sign\/(.+)$/, 'applications/$1/correct'));
    await page.locator('.notice-info', { hasText: '署名を待っている補正があります' }).waitFor();
    await audit(page, 'CORRECT', 'unfinished');
    await link(page, 'その内容に署名する').click();
    await heading(page, '申請に署名する');
    await start();
    await sign(page, resident);
    await page.locator('.notice-success', { hasText: '署名を確かめました' }).waitFor();
    await audit(page, 'SIGN', 'correction');
    await button(page, '補正を送信する').dblclick();
    await heading(page, '補正した申請を送信しました');
    const desk = here.desk.page;
    await desk.reload();
    await button(desk, '受理する').waitFor();
    // What is folded on the screen stands on paper.
    const folded = desk.locator('.folded dd', { hasText: /^1版/ });
    assert.equal(await folded.isVisible(), false);
    await desk.emulateMedia({ media: 'print' });
    assert.equal(await folded.isVisible(), true);
    await desk.emulateMedia({ media: null });
    await button(desk, '1版（補正の前）の署名').click();
    assert.equal(await folded.isVisible(), true);
    assert.match(await desk.locator('.case-side').innerText(), /署名した版\s*3版[^]*署名した版\s*1版/);
    assert.equal(await button(desk, '署名の証拠をダウンロードする').count(), 0, 'not for reviewers');
    await audit(desk, 'CASE', 'signature-versions');
    here.caseUrl = desk.url();
  });

  it('the auditor takes out the evidence, and each version is verified again without the city hall', async () => {
    const { page, end } = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    await signInClerk(page, auditor);
    await page.locator('table, .empty').first().waitFor();
    await page.goto(here.caseUrl);
    await button(page, '署名の証拠をダウンロードする').waitFor();
    await audit(page, 'CASE', 'evidence');
    await button(page, '署名の証拠を読む').click();
    await page.locator('#evidence-title:focus').waitFor();
    assert.equal(await page.getByText('（VALID）').count(), 2);
    await page.getByText('1版で署名された内容').click();
    await page.getByText('"procedureId"').first().waitFor();
    await page.getByText('有効（失効していないことを確かめました）（VALID）').first().waitFor();
    await page.locator('.evidence-value', { hasText: 'マイナンバーカード' }).first().waitFor();
    await page.getByRole('heading', { name: '1版　申請' }).waitFor();
    await audit(page, 'CASE', 'evidence-read');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      button(page, '署名の証拠をダウンロードする').click(),
    ]);
    await page.getByText('ファイルを保存しました').waitFor();
    assert.match(saved.suggestedFilename(), /^evidence-\d+\.json$/);
    const evidence = readFileSync(await saved.path(), 'utf8');
    assert.deepEqual(await verifyAgain(evidence, provider), [
      'evidence.json version 1\tVALID',
      'evidence.json version 3\tVALID',
      '2 as expected, 0 not as expected, 0 unreadable, 0 ended in an unforeseen error',
    ]);
    const forged = JSON.parse(evidence);
    forged.versions[0].content = Buffer.from('{"other":"answers"}').toString('base64');
    assert.match((await verifyAgain(JSON.stringify(forged), provider))[0], /DIGEST DIFFERS/);
    await end();
  });
}
