import { newKey, resident, type Outcome, type Problem } from '../app/api.ts';
import { newCode } from '../app/spoken-code.ts';
import type { Upload } from '../app/types.ts';
import { keep, type Draft } from './draft.ts';

/** What is chosen and on its way; it is an answer once all of it has arrived. */
export interface Sending {
  key: string;
  file: File;
  /** Null before the city hall has given it one. */
  fileId: string | null;
  /** Bytes that arrived. */
  sent: number;
  /** Stopped by the person, or by a line that broke. */
  paused: boolean;
  problem: Problem | null;
  request: XMLHttpRequest | null;
}

/** What the city hall tells of a file that an answer names; null while it was not asked. */
export type Known = Upload | null;

const pending = new WeakMap<Draft, Record<string, Sending[]>>();

/** What is on its way for a question. */
export function sendingOf(draft: Draft, path: string): Sending[] {
  return pending.get(draft)?.[path] ?? [];
}

export function setSending(draft: Draft, path: string, sending: Sending[]): void {
  pending.set(draft, { ...pending.get(draft), [path]: sending });
}

/** Questions of these that have files which did not arrive yet. */
export function unfinished(draft: Draft): string[] {
  const all = pending.get(draft) ?? {};
  return Object.keys(all).filter((path) => all[path]!.length > 0);
}

/** How whoever is not signed in names their files: by the code of the draft, which is kept under it too when it is saved. */
export function holderOf(draft: Draft): { code: string } | { draftId: string } {
  if (draft.saved !== null) return { draftId: draft.saved.draftId };
  if (draft.fileCode === undefined) {
    draft.fileCode = newCode();
    keep();
  }
  return { code: draft.fileCode };
}

/** The draft that files were sent for, for the city hall to bind them by; undefined when none were. */
export function draftIdOf(draft: Draft): string | undefined {
  return draft.saved?.draftId ?? draft.fileDraftId;
}

export function chosen(file: File): Sending {
  return { key: newKey(), file, fileId: null, sent: 0, paused: false, problem: null, request: null };
}

/**
 * Sends a file, or what is missing of it. Ends when all of it has arrived, when the line breaks, or when it is paused; done
 * again it goes on with the parts that did not arrive.
 */
export async function sendFile(draft: Draft, one: Sending, progress: () => void): Promise<Upload | null> {
  one.paused = false;
  one.problem = null;
  progress();
  const outcome = await sendAll(draft, one, progress);
  one.request = null;
  if (outcome.ok) return outcome.value;
  if (!one.paused) one.problem = outcome.problem;
  one.paused = true;
  progress();
  return null;
}

export function pause(one: Sending): void {
  one.paused = true;
  one.request?.abort();
}

/** Stops it, and takes back what arrived. */
export function discard(draft: Draft, one: Sending): void {
  pause(one);
  if (one.fileId !== null) void takeBack(draft, one.fileId);
}

/** Takes back a file that was sent; what can't be is swept by the city hall. */
export async function takeBack(draft: Draft, fileId: string): Promise<void> {
  await resident('deleteUpload', { key: newKey(), body: { fileId, ...holderOf(draft) } });
}

/** How far files are that answers name; those that are gone are left out. */
export async function lookUp(draft: Draft, fileIds: string[]): Promise<Upload[]> {
  const found = await Promise.all(
    fileIds.map((fileId) => resident('checkUpload', { key: newKey(), body: { fileId, ...holderOf(draft) } })),
  );
  return found.reduce<Upload[]>((all, outcome) => (outcome.ok ? all.concat(outcome.value) : all), []);
}

const STOPPED: Outcome<never> = {
  ok: false,
  problem: { status: 0, code: 'paused', title: '送るのを止めました。', detail: '「続きを送る」を押すと、途中から送ります。' },
};

const BROKEN: Outcome<never> = {
  ok: false,
  problem: {
    status: 0,
    code: 'network',
    title: '通信が切れました。',
    detail: '回線がもどると、続きから送ります。始まらないときは、電波の状態を確かめて「続きを送る」を押してください。届いた分は、送り直しません。',
  },
};

const UNREADABLE: Outcome<never> = {
  ok: false,
  problem: {
    status: 0,
    code: 'file-unreadable',
    title: 'ファイルを読み取れませんでした。',
    detail: 'ファイルが移動や削除をされていないかを確かめて、選び直してください。',
  },
};

async function sendAll(draft: Draft, one: Sending, progress: () => void): Promise<Outcome<Upload>> {
  if (one.fileId === null) {
    const begun = await begin(draft, one);
    if (!begun.ok) return begun;
  }
  const fileId = one.fileId!;
  const missing = await resident('permitParts', { key: newKey(), body: { fileId, ...holderOf(draft) } });
  if (!missing.ok) return missing;
  one.sent = one.file.size - missing.value.parts.reduce((sum, part) => sum + part.size, 0);
  progress();
  for (const part of missing.value.parts) {
    if (one.paused) return STOPPED;
    const before = one.sent;
    const arrived = await put(one, part, (bytes) => {
      one.sent = before + bytes;
      progress();
    });
    if (!arrived) {
      one.sent = before;
      return one.paused ? STOPPED : BROKEN;
    }
    one.sent = before + part.size;
    progress();
  }
  return resident('completeUpload', { key: newKey(), body: { fileId, ...holderOf(draft) } });
}

async function begin(draft: Draft, one: Sending): Promise<Outcome<null>> {
  const { file } = one;
  const parts = await checksums(file);
  if (parts === null) return UNREADABLE;
  const begun = await resident('beginUpload', {
    key: one.key,
    body: { ...holderOf(draft), name: shownName(file.name), size: file.size, parts },
  });
  if (!begun.ok) return { ok: false, problem: told(begun.problem) };
  one.fileId = begun.value.fileId;
  if (begun.value.draftId !== undefined) draft.fileDraftId = begun.value.draftId;
  keep();
  return { ok: true, value: null };
}

/** What is wrong with a file stands in the errors of the fields; here it is told as it is. */
function told(problem: Problem): Problem {
  const error = (problem.errors ?? [])[0];
  return error === undefined ? problem : { status: problem.status, code: error.code, title: error.message };
}

/** The name without what nobody sees or what turns the direction of writing; the city hall cleans it again. */
function shownName(name: string): string {
  const seen = name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, '');
  return Array.from(seen.trim() === '' ? 'file' : seen).slice(-500).join('');
}

/** As many bytes as S3 wants of every part but the last. */
const PART_BYTES = 5 * 1024 * 1024;

/** SHA-256 of each part in Base64; null when the file can't be read. */
async function checksums(file: File): Promise<string[] | null> {
  const sums: string[] = [];
  try {
    for (let from = 0; from < file.size; from += PART_BYTES) {
      const bytes = await bytesOf(file.slice(from, from + PART_BYTES));
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      sums.push(btoa(Array.from(digest, (byte) => String.fromCharCode(byte)).join('')));
    }
  } catch {
    return null;
  }
  return sums;
}

/** Old browsers have no `arrayBuffer` of a file. */
function bytesOf(piece: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(piece);
  });
}

/** Straight to the bucket; only this way a browser tells how far it is. */
function put(
  one: Sending,
  part: { offset: number; size: number; url: string; checksum: string },
  progress: (bytes: number) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    one.request = request;
    request.open('PUT', part.url);
    request.setRequestHeader('x-amz-checksum-sha256', part.checksum);
    request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () => resolve(request.status >= 200 && request.status < 300);
    request.onerror = () => resolve(false);
    request.onabort = () => resolve(false);
    request.send(one.file.slice(part.offset, part.offset + part.size));
  });
}
