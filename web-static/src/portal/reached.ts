import { newKey, resident, type Outcome } from '../app/api.ts';
import type { Conversation, OwnDocument, Payment } from '../app/types.ts';

/** How what belongs to one application is asked for: by whose account it is in, or by the code of one that is in none. */
export interface Reached {
  messages: () => Promise<Outcome<Conversation>>;
  /** `draftId` is what the files were sent for where nobody is signed in. */
  send: (text: string, files: string[], draftId: string | undefined, key: string) => Promise<Outcome<unknown>>;
  see: (upTo: number) => Promise<Outcome<unknown>>;
  documents: () => Promise<Outcome<{ documents: OwnDocument[] }>>;
  open: (documentId: string) => Promise<Outcome<{ url: string }>>;
  /** Null where it costs nothing. */
  payment: () => Promise<Outcome<Payment | null>>;
  pay: (method: string, key: string) => Promise<Outcome<{ url: string }>>;
  /** `link` is a code made here, with which somebody else may pay. */
  askPayer: (link: string, name: string, key: string) => Promise<Outcome<unknown>>;
  endPayer: (number: number, key: string) => Promise<Outcome<unknown>>;
}

export function byAccount(applicationId: string): Reached {
  const params = { applicationId };
  return {
    messages: () => resident('listMessages', { params }),
    send: (text, files, _draftId, key) => resident('sendMessage', { params, body: { text, ...named(files) }, key }),
    see: (upTo) => resident('seeMessages', { params, body: { upTo }, key: newKey() }),
    documents: () => resident('listDocuments', { params }),
    open: (documentId) => resident('openDocument', { params, body: { documentId }, key: newKey() }),
    payment: () => resident('readPayment', { params }).then(orNone),
    pay: (method, key) => resident('beginCheckout', { params, body: { method }, key }),
    askPayer: (link, name, key) => resident('makePayerLink', { params, body: { link, name }, key }),
    endPayer: (number, key) => resident('endPayerLink', { params, body: { number }, key }),
  };
}

export function byCode(code: string): Reached {
  return {
    messages: () => resident('listFollowedMessages', { body: { code }, key: newKey() }),
    send: (text, files, draftId, key) =>
      resident('sendFollowedMessage', { body: { code, text, ...named(files), ...(files.length > 0 && draftId !== undefined && { draftId }) }, key }),
    see: (upTo) => resident('seeFollowedMessages', { body: { code, upTo }, key: newKey() }),
    documents: () => resident('listFollowedDocuments', { body: { code }, key: newKey() }),
    open: (documentId) => resident('openFollowedDocument', { body: { code, documentId }, key: newKey() }),
    payment: () => resident('openPaymentLink', { body: { code }, key: newKey() }).then(orNone),
    pay: (method, key) => resident('beginLinkedCheckout', { body: { code, method }, key }),
    askPayer: (link, name, key) => resident('makeFollowedPayerLink', { body: { code, link, name }, key }),
    endPayer: (number, key) => resident('endFollowedPayerLink', { body: { code, number }, key }),
  };
}

function named(files: string[]): { files?: string[] } {
  return files.length === 0 ? {} : { files };
}

function orNone(outcome: Outcome<{ payment?: Payment }>): Outcome<Payment | null> {
  return outcome.ok ? { ok: true, value: outcome.value.payment ?? null } : outcome;
}
