import { residentRoutes } from '../routes.generated.ts';
import type { operations } from '../bodies.generated.ts';
import { noteActivity } from './activity.ts';
import type { Entered } from '../forms/index.ts';
import type * as T from './types.ts';

/** One mistake the server found; `path` as in the form engine, e.g. `children[0].birth`. */
export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

/** RFC 9457 body of ours. `network` and `unreadable-answer` are made here and never come from the server. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  correlationId?: string;
  errors?: FieldProblem[];
}

/** Expected failures are values; nothing here throws. */
export type Outcome<V> = { ok: true; value: V } | { ok: false; problem: Problem };

export interface Call<Out, Params extends string = never> {
  out: Out;
  params: Params;
}

/** Operations that take what a person entered, and nothing that the form computes. */
type Entering = 'submitApplication' | 'freezeApplication' | 'correctApplication' | 'freezeCorrection' | 'correctFollowed';

/** Forms and answers have types of their own, which need not say that they may hold any name. */
type Formed<O, Body> = {
  [Name in keyof Body]: { [name: string]: unknown } extends NonNullable<Body[Name]>
    ? O extends Entering
      ? Entered
      : object
    : Body[Name];
};

/** What an operation takes as its body: generated from the record that the server reads. */
export type BodyOf<Api, O> = O extends keyof Api
  ? Api[O] extends { requestBody: { content: { 'application/json': infer Body } } }
    ? Formed<O, Body>
    : undefined
  : undefined;

/** What each operation of the residents' host gives, and what its path names. Method and path come from the blueprint. */
export interface Operations {
  readProcedure: Call<T.Procedure, 'procedureId'>;
  reportUnfoundWord: Call<null>;
  readSession: Call<T.Session>;
  signOut: Call<null>;
  drawChallenge: Call<{ challenge: string }>;
  enrolTerminal: Call<{ terminalId: string }>;
  beginVisit: Call<T.Visit>;
  readVisit: Call<T.Visit>;
  /** To wait for staff's check, for a procedure; without one to give up. */
  awaitCheck: Call<T.Visit>;
  /** Whether answers typed at the counter would be taken. */
  tryApplication: Call<null>;
  endVisit: Call<null>;
  readProfile: Call<T.Profile>;
  /** For the picture, and the number to be named on the other device. */
  startPairing: Call<{ token: string; number: string; expiresAt: string }>;
  openPairing: Call<{ device: string; startedAt: string; expiresAt: string; state: T.PairingState }>;
  confirmPairing: Call<null>;
  cancelPairing: Call<null>;
  collectPairing: Call<{ state: T.PairingState; expiresAt: string }>;
  sendEmailCode: Call<{ seconds: number; pauseSeconds: number }>;
  enterEmailCode: Call<T.EmailConfirmed>;
  listSigningConcerns: Call<{ concerns: T.SigningConcern[] }>;
  listSignIns: Call<T.SignIns>;
  /** One session, or all but this one. */
  detachWay: Call<null>;
  endSessions: Call<null>;
  submitApplication: Call<T.Receipt>;
  freezeApplication: Call<{ signingRequestId: string; expiresAt: string }>;
  freezeCorrection: Call<{ signingRequestId: string; expiresAt: string }, 'applicationId'>;
  readSigningRequest: Call<T.SigningRequest, 'matter'>;
  saveDraft: Call<{ draftId: string; revision: number; yours: boolean; keptUntil: string }>;
  listDrafts: Call<{ drafts: T.DraftRow[] }>;
  openDraft: Call<T.OpenedDraft>;
  deleteDraft: Call<null>;
  beginUpload: Call<{ fileId: string; name: string; partBytes: number; draftId?: string }>;
  permitParts: Call<{ parts: { number: number; offset: number; size: number; url: string; checksum: string }[] }>;
  completeUpload: Call<T.Upload>;
  checkUpload: Call<T.Upload>;
  deleteUpload: Call<null>;
  listApplications: Call<{ applications: T.ApplicationRow[] }>;
  readApplication: Call<T.Application, 'applicationId'>;
  correctApplication: Call<T.Receipt, 'applicationId'>;
  claimApplication: Call<T.Claimed>;
  withdrawApplication: Call<T.Decision, 'applicationId'>;
  listMessages: Call<T.Conversation, 'applicationId'>;
  sendMessage: Call<{ number: number; at: string }, 'applicationId'>;
  seeMessages: Call<null, 'applicationId'>;
  followApplication: Call<T.Application>;
  correctFollowed: Call<T.Receipt>;
  listFollowedMessages: Call<T.Conversation>;
  sendFollowedMessage: Call<{ number: number; at: string }>;
  seeFollowedMessages: Call<null>;
  listFollowedDocuments: Call<{ documents: T.OwnDocument[] }>;
  openFollowedDocument: Call<{ url: string }>;
  listDocuments: Call<{ documents: T.OwnDocument[] }, 'applicationId'>;
  openDocument: Call<{ url: string }, 'applicationId'>;
  printApplication: Call<{ name: string; pdf: string }, 'applicationId'>;
  verifyDocument: Call<T.VerifiedDocument>;
  readPayment: Call<{ payment?: T.Payment }, 'applicationId'>;
  beginCheckout: Call<{ url: string }, 'applicationId'>;
  openPaymentLink: Call<{ payment?: T.Payment }>;
  beginLinkedCheckout: Call<{ url: string }>;
  makePayerLink: Call<{ number: number }, 'applicationId'>;
  endPayerLink: Call<{ number: number }, 'applicationId'>;
  makeFollowedPayerLink: Call<{ number: number }>;
  endFollowedPayerLink: Call<{ number: number }>;
  openPayerLink: Call<T.AskedPayment>;
  beginPayerCheckout: Call<{ url: string }>;
}

type ResidentOperation = keyof Operations & keyof typeof residentRoutes;

export interface Sent<In, Params extends string> {
  params?: Record<Params, string>;
  query?: Record<string, string | undefined>;
  body?: In;
  /** Whom this page shows to be signed in; another tab may have changed that. */
  of?: string | undefined;
  /** Idempotency-Key: the same for every retry of the same wish. */
  key?: string;
}

/** Calls an operation of the resident host. */
export function resident<O extends ResidentOperation>(
  operation: O,
  sent: Sent<BodyOf<operations, O>, Operations[O]['params']> = {},
): Promise<Outcome<Operations[O]['out']>> {
  return send(residentRoutes[operation], { ...sent, of: OF_WHOMEVER.indexOf(operation) >= 0 ? undefined : page.of });
}

/** What is asked to learn who is signed in, or to end it, whoever it is. */
const OF_WHOMEVER: ResidentOperation[] = ['readSession', 'signOut', 'endVisit'];

/** The mark of the account that this page shows; the session sets it. */
export const page: { of: string | undefined } = { of: undefined };

/** A key for one wish: 32 hexadecimal digits. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => ('0' + byte.toString(16)).slice(-2)).join('');
}

const NETWORK: Problem = {
  status: 0,
  code: 'network',
  title: '通信できませんでした。',
  detail: '電波や回線の状態を確かめて、もう一度お試しください。入力した内容は残っています。',
};

/** After this many milliseconds without an answer we tell the person instead of waiting on. The gateway gives up at 29 s. */
const PATIENCE = 35000;

/** Calls a route of either host. */
export async function send<Out>(
  route: { method: string; path: string },
  sent: Sent<unknown, string>,
): Promise<Outcome<Out>> {
  const { params, query, body, key, of } = sent;
  let path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  );
  const pairs = Object.entries(query ?? {}).filter((pair) => pair[1]);
  if (pairs.length > 0) {
    path += '?' + pairs.map(([name, value]) => name + '=' + encodeURIComponent(value!)).join('&');
  }
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key !== undefined) headers['Idempotency-Key'] = key;
  if (of !== undefined) headers['Session-Of'] = of;
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = JSON.stringify(body);
  try {
    const response = await Promise.race([fetch(path, init), givingUp()]);
    if (response === null) return { ok: false, problem: NETWORK };
    noteActivity();
    return await read<Out>(response);
  } catch {
    return { ok: false, problem: NETWORK };
  }
}

/** Reads a JSON document that is not an API operation (the published catalogue). */
export async function readJson<Out>(path: string): Promise<Outcome<Out>> {
  return send<Out>({ method: 'GET', path }, {});
}

function givingUp(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE));
}

async function read<Out>(response: Response): Promise<Outcome<Out>> {
  if (response.status === 204) return { ok: true, value: null as unknown as Out };
  let value: unknown;
  try {
    value = await response.json();
  } catch {
    value = null;
  }
  if (response.ok && value !== null) return { ok: true, value: value as Out };
  const told = (value ?? {}) as Partial<Problem>;
  return {
    ok: false,
    problem: {
      ...told,
      status: response.status,
      code: typeof told.code === 'string' ? told.code : 'unreadable-answer',
      title: typeof told.title === 'string' ? told.title : plainTitle(response.status),
    },
  };
}

function plainTitle(status: number): string {
  if (status === 401) return 'ログインが必要です。';
  if (status === 404) return 'お探しのページは見つかりませんでした。';
  if (status === 429) return 'アクセスが集中しています。しばらくしてからお試しください。';
  return 'システムで問題が起きました。しばらくしてからもう一度お試しください。';
}
