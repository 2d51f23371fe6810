// Where the city hall of this run listens, and who lives in the sample city.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grouped } from './apply.mjs';
import { runFolder } from './browser.mjs';
import { totp } from './totp.mjs';

const need = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} must say where the city hall of this test run is; e2e/run.mjs sets it`);
  return value;
};

export const portal = need('PORTAL_ORIGIN');
export const staffConsole = need('STAFF_ORIGIN');
/** The partner API. */
export const partners = need('PARTNER_ORIGIN');
/** The page of sent mail; empty when there is none. */
export const inbox = process.env.INBOX_ORIGIN ?? '';

const folder = need('SAMPLE_PEOPLE');
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
export const residents = read('residents.json');
/** Staff with `username`, `password`, `totpSecret` (base32), `roles` and `divisions`. */
export const staff = read('staff.json');

/** How often a list is opened anew before what should be in it is missed. */
const LOOKS = 100;

/** The row of an application in the clerk's list, which is a moment behind what residents and staff do. */
export async function rowOnTheDesk(page, number, state = 'SUBMITTED') {
  const row = page.locator('tr', { hasText: grouped(number) });
  for (let looked = 0; looked < LOOKS; looked++) {
    await page.goto(staffConsole + '/cases?state=' + state);
    await page.locator('table').or(page.getByText(/の申請はありません。$/)).first().waitFor();
    if ((await row.count()) > 0) return row;
  }
  throw new Error(`${number} did not come to the list in ${LOOKS} looks`);
}

/** Goes through the simulated card app, which the portal has sent us to. */
export async function readCard(page, resident) {
  await page.locator('input[name="password"]').waitFor();
  await page.locator(`input[name="username"][value="${resident.sub}"]`).check();
  await page.locator('input[name="password"]').fill(resident.pin);
  await page.locator('form[action="/login"] button[type="submit"]').click();
}

/** Signs a clerk in from the console's first screen: directory, then one-time code. */
export async function signInClerk(page, clerk, path = '/cases') {
  await passProvider(page, clerk, path);
  // Nothing else is to be done there.
  await page.locator('#code:focus').waitFor();
  await enterCode(page, clerk);
}

/** The first factor: the city's own provider. */
export async function passProvider(page, clerk, path = '/') {
  await page.goto(staffConsole + path);
  await page.getByRole('link', { name: '職員アカウントでログインする' }).click();
  await page.locator('input[name="username"]').fill(clerk.username);
  await page.locator('input[name="password"]').fill(clerk.password);
  await page.locator('form[action="/login"] button[type="submit"]').click();
}

/** A code counts once, so the next one is awaited when a clerk signs in twice within 30 seconds. */
export async function enterCode(page, clerk) {
  let code = totp(clerk.totpSecret);
  while (!isFirstUse(clerk, code)) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    code = totp(clerk.totpSecret);
  }
  await page.locator('#code').fill(code);
  await page.getByRole('button', { name: 'ログインする', exact: true }).click();
}

/** Journeys run in several processes at once, so used codes are files. */
function isFirstUse(clerk, code) {
  try {
    writeFileSync(join(runFolder, clerk.username + code), '', { flag: 'wx' });
    return true;
  } catch (taken) {
    if (taken.code !== 'EEXIST') throw taken;
    return false;
  }
}
