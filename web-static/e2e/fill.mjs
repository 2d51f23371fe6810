// Answers whatever page of a form stands on the screen, as a person would who has every answer.
/** Fills every empty input of the page; `form` is the published definition. */
export async function fillPage(page, form, answers = {}) {
  // Conditions may show more after an answer; twice is enough for the sample forms.
  for (let round = 0; round < 2; round++) {
    for (const field of fieldsOf(form)) {
      const element = page.locator(`[id="f-${field.id}"]`);
      if ((await element.count()) === 0) continue;
      if (field.type === 'group') {
        for (const member of field.fields) await fillField(page, { ...member, id: `${field.id}-0-${member.id}` }, answers[member.id]);
      } else await fillField(page, field, answers[field.id]);
    }
  }
}

function fieldsOf(form) {
  return form.pages.flatMap((one) => one.fields);
}

const NAME = { family: '石狩', given: '花子', familyKana: 'ｲｼｶﾘ', givenKana: 'はなこ' };
const ADDRESS = { postalCode: '０６１３２９２', prefecture: '北海道', city: '石狩市', town: '花川北六条', block: '1丁目30-2' };

const BANK = { bankCode: '0501', branchCode: '１２３', number: '0123456', holderKana: 'いしかり　はなこ' };

async function fillField(page, field, wanted) {
  const id = `f-${field.id}`;
  const input = page.locator(`[id="${id}"]`);
  const write = async (target, text) => {
    const box = page.locator(`[id="${target}"]`);
    if ((await box.count()) > 0 && (await box.inputValue()) === '') await box.fill(text);
  };
  if ((await input.count()) === 0) return;
  switch (field.type) {
    case 'name':
      for (const [part, text] of Object.entries(NAME)) await write(`${id}-${part}`, text);
      return;
    case 'address':
      for (const [part, text] of Object.entries(ADDRESS)) await write(`${id}-${part}`, text);
      return;
    case 'date':
      if ((await page.locator(`[id="${id}-first"]`).inputValue()) !== '') return;
      return fillDate(page, id, wanted ?? dateFor(field));
    case 'radio':
      if (wanted !== undefined) return page.locator(`[id="${id}"] input[value="${wanted}"]`).check();
      if ((await page.locator(`[id="${id}"] input:checked`).count()) === 0) await page.locator(`[id="${id}"] input`).first().check();
      return;
    case 'yesno':
      if ((await page.locator(`[id="${id}"] input:checked`).count()) === 0) {
        await page.locator(`[id="${id}"] input[value="${wanted ?? false}"]`).check();
      }
      return;
    case 'time': {
      const hour = page.locator(`[id="${id}-first"]`);
      if ((await hour.inputValue()) !== '') return;
      const [h, m] = (wanted ?? field.min ?? '10:00').split(':');
      await hour.selectOption(h);
      return page.locator(`[id="${id}-minute"]`).selectOption(m);
    }
    case 'bank':
      for (const [part, text] of Object.entries(BANK)) await write(`${id}-${part}`, text);
      if ((await page.locator(`[id="${id}-kind"]`).inputValue()) === '') await page.locator(`[id="${id}-kind"]`).selectOption('1');
      return;
    case 'checkbox':
      if (field.required && (await page.locator(`[id="${id}"] input:checked`).count()) === 0) await page.locator(`[id="${id}"] input`).first().check();
      return;
    case 'select':
      if ((await input.inputValue()) === '') await input.selectOption(wanted ?? { index: 1 });
      return;
    case 'consent':
      return input.check();
    case 'phone':
      return write(id, '０１３３−72-3111'.replace('−', '-'));
    case 'email':
      await write(id, wanted ?? 'hanako@example.jp');
      return field.confirm ? write(id + '-again', wanted ?? 'hanako@example.jp') : undefined;
    case 'amount':
    case 'number':
      return write(id, String(wanted ?? Math.max(1, typeof field.min === 'number' ? field.min : 1)));
    case 'text':
      return write(id, wanted ?? textFor(field));
    case 'note':
    case 'computed':
    case 'constant':
    case 'file':
      return;
    default:
      throw new Error('no way to answer a ' + field.type);
  }
}

/** Writes a YYYY-MM-DD into the four inputs, in western years. */
export async function fillDate(page, id, date) {
  const [year, month, day] = date.split('-');
  await page.locator(`[id="${id}-era"]`).selectOption('西暦');
  await page.locator(`[id="${id}-first"]`).fill(String(Number(year)));
  await page.locator(`[id="${id}-month"]`).fill(String(Number(month)));
  await page.locator(`[id="${id}-day"]`).fill(String(Number(day)));
}

/** A day inside the limits: today when the future is asked for, else some years ago. */
function dateFor(field) {
  const days = (bound) => (bound === 'today' ? 0 : bound && typeof bound === 'object' ? bound.today : null);
  const today = Date.now() + 9 * 3600e3;
  const min = days(field.min);
  if (min !== null) return new Date(today + (Math.max(min, 0) + 7) * 86400e3).toISOString().slice(0, 10);
  if (typeof field.min === 'string') return field.min;
  return '2020-04-01';
}

function textFor(field) {
  const length = Math.max(field.minLength ?? 1, 1);
  if (field.characters === 'digits') return '1234567890'.repeat(20).slice(0, Math.max(length, Math.min(6, field.maxLength ?? 6)));
  if (field.characters === 'alnum') return 'A1'.repeat(100).slice(0, Math.max(length, 4));
  if (field.characters === 'kana') return 'ｲｼｶﾘ';
  return field.multiline ? '一行目です。\n二行目です。' : '石狩'.repeat(Math.ceil(length / 2)).slice(0, field.maxLength ?? 200);
}
