import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { table, unsendable } = await load('directory/staff-file.ts');

const base64 = (text) => Buffer.from(text, 'utf8').toString('base64');

describe('The saved list of staff', () => {
  it('has its mark, its heading and every cell in quotes', () => {
    assert.equal(table([['a', '石狩 "花子"', '', '', '', '']]), '\uFEFF"職員アカウント","氏名","役割","課","最初の日","最後の日"\r\n"a","石狩 ""花子""","","","",""\r\n');
  });

  it('marks as text what a spreadsheet would reckon with, in any width and behind spaces', () => {
    for (const name of ['=1+1', '＝A1', '+81', '－名', '@SUM(A1)', '　=HYPERLINK("x")', '-1', "'=1"]) {
      assert.ok(table([[name]]).includes(`\r\n"'${name.replace(/"/g, '""')}"\r\n`), name);
    }
    for (const name of ['石狩 花子', "O'Hara", "'名", '花子=', 'a-1']) assert.ok(table([[name]]).includes(`\r\n"${name}"\r\n`), name);
  });
});

describe('A file of staff', () => {
  it('that is empty is told before it is sent', () => assert.match(unsendable(''), /何も書かれていません/));

  it('that fits is sent', () => assert.equal(unsendable(base64('x,名\r\n'.repeat(501))), null));

  it('that does not fit is told with the limit and how many rows it has', () => {
    const row = 'account-of-somebody,石狩　花子,審査、閲覧,市民課、税務課、こども家庭課,2027/4/1,2028/3/31\r\n';
    assert.match(unsendable(base64('職員アカウント\r\n' + row.repeat(3000) + '\r\n,,,\r\n')), /500人まで.*3000行ほど/);
  });

  it('that is large without being long is told by its size', () => assert.match(unsendable(base64('x'.repeat(400000))), /187キロバイトまで/));
});
