/**
 * The key that makes this browser a terminal. It cannot be read out: the browser signs with it and keeps it in
 * IndexedDB, the only thing that outlives a visitor.
 */
export interface TerminalKey {
  terminalId: string;
  privateKey: CryptoKey;
}

const DATABASE = 'terminal';
const STORE = 'keys';
const ONLY = 'key';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

async function inStore<V>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<V>): Promise<V> {
  const open = await database();
  try {
    return await new Promise<V>((resolve, reject) => {
      const transaction = open.transaction(STORE, mode);
      const request = run(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    open.close();
  }
}

/** The key of this browser; undefined before it is a terminal. */
export function kept(): Promise<TerminalKey | undefined> {
  return inStore('readonly', (store) => store.get(ONLY) as IDBRequest<TerminalKey | undefined>);
}

/** Keeps the key, over the one before. */
export function keep(key: TerminalKey): Promise<unknown> {
  return inStore('readwrite', (store) => store.put(key, ONLY));
}

/** A new key pair, whose private half cannot leave the browser. */
export async function draw(): Promise<{ privateKey: CryptoKey; jwk: Record<string, string> }> {
  const pair = (await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])) as CryptoKeyPair;
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { privateKey: pair.privateKey, jwk: { kty: kty!, crv: crv!, x: x!, y: y! } };
}

/** A JWS by ES256 that says which challenge was signed, and for whom. What WebCrypto signs is what RFC 7518 asks for. */
export async function prove(privateKey: CryptoKey, challenge: string): Promise<string> {
  const signed = base64url(ascii('{"alg":"ES256"}')) + '.' + base64url(ascii(JSON.stringify({ aud: location.origin, challenge })));
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, ascii(signed));
  return signed + '.' + base64url(new Uint8Array(signature));
}

function ascii(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
