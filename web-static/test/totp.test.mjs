import assert from 'node:assert/strict';
import { it } from 'node:test';
import { totp } from '../e2e/totp.mjs';

it('A one-time code of the tests is the one of RFC 6238, appendix B', () => {
  // The RFC's seed "12345678901234567890" in base32; its 8-digit values end in these six.
  const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  assert.equal(totp(seed, 59000), '287082');
  assert.equal(totp(seed, 1111111109000), '081804');
  assert.equal(totp(seed, 20000000000000), '353130');
});
