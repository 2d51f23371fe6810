import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { banks, branchesOf } from '../scripts/bank-list.mjs';
import { load } from './load.mjs';

const { accountOf, bankTitle, branchTitle, namedLike } = await load('apply/banks.ts');

describe('A bank account', () => {
  it('is found by the name of the bank as people say it, then of the branch', () => {
    const all = banks();
    for (const [typed, code] of [
      ['北洋', '0501'], ['北洋銀行', '0501'], ['ほくよう', '0501'], ['ホクヨウ', '0501'], ['ゆうちょ', '9900'], ['ゆうちょ銀行', '9900'],
      ['北海道信用金庫', '1001'], ['北海道信金', '1001'], ['みずほ', '0001'], ['0501', '0501'], ['北海道銀行', '0116'],
      ['hokuyo', '0501'], ['Hokuyou', '0501'], ['hokkaido', '0116'], ['mizuho', '0001'], ['yucho', '9900'], ['道銀', '0116'],
    ]) {
      assert.equal(namedLike(all, typed, 8)[0]?.[0], code, typed);
    }
    assert.deepEqual(namedLike(all, 'ぺぺぺ銀行', 8), []);
    assert.deepEqual(namedLike(all, ' ', 8), []);
    const branches = branchesOf('0501');
    for (const typed of ['花川', '花川支店', 'はなかわ']) assert.match(namedLike(branches, typed, 8)[0][1], /花川/, typed);
  });

  it('is called as bank and branch call themselves', () => {
    const titleOf = (bankCode, branchCode) => {
      const bank = banks().find(([code]) => code === bankCode);
      return `${bankTitle(bank)} ${branchTitle(bank, branchesOf(bankCode).find(([code]) => code === branchCode))}`;
    };
    const branch = (bankCode, name) => branchesOf(bankCode).find((one) => one[1] === name)[0];
    assert.equal(titleOf('0501', branch('0501', '花川南')), '北洋銀行 花川南支店');
    assert.equal(titleOf('0501', branch('0501', '本店営業部')), '北洋銀行 本店営業部');
    assert.equal(titleOf('9900', '908'), 'ゆうちょ銀行 九〇八店');
    assert.match(titleOf('1001', branchesOf('1001')[1][0]), /^北海道信用金庫 /);
    assert.equal(bankTitle(['3000', '農林中金', '']), '農林中金');
  });

  it('has codes of four and three digits in the whole list', () => {
    for (const [code] of banks()) {
      assert.match(code, /^\d{4}$/);
      for (const [branch, name] of branchesOf(code)) assert.ok(/^\d{3}$/.test(branch) && name !== '', `${code} ${branch}`);
    }
  });

  it('of ゆうちょ銀行 follows from 記号 and 番号', () => {
    for (const [symbol, number, branchCode, kind, account] of [
      ['12340', '12345671', '238', '1', '1234567'],
      ['１９０１０', '３２１', '908', '1', '0000032'],
      ['12340-2', '12345671', '238', '1', '1234567'],
      ['00120', '123456', '019', '2', '0123456'],
      ['02710-1', '7', '279', '2', '0000007'],
    ]) {
      const found = accountOf(symbol, number);
      assert.deepEqual(found, { branchCode, kind, number: account }, symbol + ' ' + number);
      assert.ok(branchesOf('9900').some(([code]) => code === branchCode), branchCode);
    }
    for (const [symbol, number] of [['', ''], ['12340', '12345672'], ['12340', '1'], ['12345', '12345671'], ['22340', '12345671'], ['00120', '1234567'], ['1234', '11'], ['12340', 'abc']]) {
      assert.equal(accountOf(symbol, number), null, symbol + ' ' + number);
    }
  });
});
