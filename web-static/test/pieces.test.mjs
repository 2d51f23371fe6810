import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { piecesOf } = await load('accounting/pieces.ts');
const bytes = (text) => new TextEncoder().encode(text);
const text = (piece) => Buffer.from(piece.base64, 'base64').toString('utf8');

describe('A settlement file in pieces', () => {
  it('is one piece as it stands where it is small', () => {
    const [one, ...others] = piecesOf(bytes('a,b\r\n1,2\r\n3,4'));
    assert.deepEqual(others, []);
    assert.equal(one.firstRow, 2);
    assert.equal(text(one), 'a,b\r\n1,2\r\n3,4');
  });

  it('has the heading in each piece, every row once and in order, and says which row is its first', () => {
    const rows = Array.from({ length: 9000 }, (unused, i) => `row ${i},${'x'.repeat(50)}\r\n`);
    const pieces = piecesOf(bytes('heading\r\n' + rows.join('')));
    assert.ok(pieces.length > 2);
    let next = 2;
    const all = pieces.flatMap((piece) => {
      const lines = text(piece).split('\r\n').slice(0, -1);
      assert.equal(lines[0], 'heading');
      assert.equal(piece.firstRow, next);
      assert.ok(piece.base64.length <= 240000);
      next += lines.length - 1;
      return lines.slice(1);
    });
    assert.equal(all.join('\r\n') + '\r\n', rows.join(''));
  });

  it('does not part a row at a line end within quotes', () => {
    const rows = Array.from({ length: 3000 }, (unused, i) => `"row\n${i} ${'y'.repeat(100)}",1\n`);
    piecesOf(bytes('h\n' + rows.join(''))).forEach((piece) => assert.equal((text(piece).match(/"/g) ?? []).length % 2, 0));
  });

  it('is told as what it is where there is nothing in it', () => {
    assert.equal(piecesOf(bytes('')).length, 1);
    assert.equal(text(piecesOf(bytes('only a heading'))[0]), 'only a heading');
  });
});
