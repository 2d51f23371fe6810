import { newKey, resident, type Outcome } from '../app/api.ts';
import type { Conversation, OwnDocument } from '../app/types.ts';

/** How what belongs to one application is asked for: by whose account it is in, or by the code of one that is in none. */
export interface Reached {
  messages: () => Promise<Outcome<Conversation>>;
  send: (text: string, key: string) => Promise<Outcome<unknown>>;
  see: (upTo: number) => Promise<Outcome<unknown>>;
  documents: () => Promise<Outcome<{ documents: OwnDocument[] }>>;
  open: (documentId: string) => Promise<Outcome<{ url: string }>>;
}

export function byAccount(applicationId: string): Reached {
  const params = { applicationId };
  return {
    messages: () => resident('listMessages', { params }),
    send: (text, key) => resident('sendMessage', { params, body: { text }, key }),
    see: (upTo) => resident('seeMessages', { params, body: { upTo }, key: newKey() }),
    documents: () => resident('listDocuments', { params }),
    open: (documentId) => resident('openDocument', { params, body: { documentId }, key: newKey() }),
  };
}

export function byCode(code: string): Reached {
  return {
    messages: () => resident('listFollowedMessages', { body: { code }, key: newKey() }),
    send: (text, key) => resident('sendFollowedMessage', { body: { code, text }, key }),
    see: (upTo) => resident('seeFollowedMessages', { body: { code, upTo }, key: newKey() }),
    documents: () => resident('listFollowedDocuments', { body: { code }, key: newKey() }),
    open: (documentId) => resident('openFollowedDocument', { body: { code, documentId }, key: newKey() }),
  };
}
