// Mail that was sent in this run, and the codes in it.
import { inbox } from './city.mjs';
import { button, heading } from './page.mjs';

/** The mails to an address so far. */
export async function mailsTo(page, address) {
  return (await (await page.request.get(inbox + '/inbox.json')).json()).filter((mail) => mail.to[0] === address);
}

/** The newest mail to an address, once that many have come. */
export async function mailTo(page, address, count = 1) {
  for (;;) {
    const mails = await mailsTo(page, address);
    if (mails.length >= count) return mails.sort((a, b) => (a.at < b.at ? 1 : -1))[0].text;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Lets a mail to an address not arrive, once it was sent, as whoever runs the city hall can on the page of sent mail. */
export async function bounce(page, address, subject) {
  for (;;) {
    const mails = await (await page.request.get(inbox + '/inbox.json')).json();
    const mail = mails.find((one) => one.to[0] === address && one.subject.includes(subject));
    if (mail !== undefined) {
      const answer = await page.request.post(`${inbox}/feedback/${mail.id}/BOUNCED`, { maxRedirects: 0 });
      if (answer.status() !== 303) throw new Error('the mail could not be sent back: ' + answer.status());
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export const codeIn = (text) => /確認番号　(\d{4}) (\d{4})/.exec(text).slice(1).join('');

/** Confirms the address that stands in a form, so that notices come there. */
export async function confirmMail(page, address) {
  await button(page, '確認番号を送る').click();
  await page.getByLabel('確認番号', { exact: true }).fill(codeIn(await mailTo(page, address)));
  await button(page, 'アドレスを確認する').click();
  await page.getByText('メールアドレスを確認しました').waitFor();
}

/** An address, the code that is sent there, and on: from the screen that asks for the address. */
export async function enterCode(page, address, run = 'ログインする') {
  await page.getByLabel('メールアドレス').fill(address);
  await button(page, '確認番号を送る').click();
  await heading(page, '確認番号の入力');
  await page.getByLabel('確認番号').fill(codeIn(await mailTo(page, address)));
  await button(page, run).click();
}
