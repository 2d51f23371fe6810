import { rewrite } from './router.ts';

/** Crockford's base 32: no letter that is taken for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const CODE = new RegExp(`^[${ALPHABET}]{12}$`);

/** Twelve random characters. Made here, so that the city hall keeps nothing but their hash. */
export function newCode(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => ALPHABET.charAt(byte & 31)).join('');
}

/**
 * The code that a QR picture put behind # of the address, which no server sees. The address loses it, so that it does
 * not stay in the history. Null when there is none, or something else.
 */
export function broughtCode(path: string): string | null {
  const brought = location.hash.slice(1);
  if (brought === '') return null;
  rewrite(path);
  const code = brought.replace(/-/g, '').toUpperCase();
  return CODE.test(code) ? code : null;
}

/** As people read it: three groups of four. */
export function spoken(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
