// Terminals at the counter, made the way staff make them: a code from the console, entered at the terminal.
import { portal, signInClerk, staff } from './city.mjs';
import { button, visitor } from './page.mjs';

/** The system administrator's console, signed in once per run. */
export async function office(city) {
  if (city.office === undefined) {
    city.office = await visitor(city.browser);
    await signInClerk(city.office.page, staff.find((one) => one.username === 'yoshida'), '/terminals');
    await button(city.office.page, '端末を登録する').waitFor();
  }
  return city.office.page;
}

/** What the console does with its form, without the form: `body` to one of the staff's routes. */
export async function asAdministrator(city, path, body) {
  const page = await office(city);
  return page.evaluate(
    async ([to, sent]) => {
      const answer = await fetch(to, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'journey-' + Math.random().toString(36).slice(2) },
        body: JSON.stringify(sent),
      });
      return answer.json();
    },
    [path, body],
  );
}

/** A visitor at a terminal of its own. */
export async function atTerminal(city, options) {
  const name = '窓口' + Math.random().toString(36).slice(2, 6);
  const registered = await asAdministrator(city, '/api/terminals', { name, place: '本庁舎1階', divisions: ['shimin'] });
  const visit = await visitor(city.browser, options);
  await visit.page.goto(portal + '/kiosk/');
  await enter(visit.page, registered.code);
  return { ...visit, name, terminalId: registered.terminalId };
}

export async function enter(page, code) {
  await page.getByLabel('登録コード').fill(code);
  await button(page, 'この端末を登録する').click();
  await page.locator('.tiles').first().waitFor();
}

