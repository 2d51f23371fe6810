import { residentRoutes } from '../routes.generated.ts';
import { noteActivity } from './activity.ts';
import type * as B from '../builder/types.ts';
import type * as D from '../directory/types.ts';
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

interface Call<Out, In = undefined, Params extends string = never> {
  out: Out;
  in: In;
  params: Params;
}

/** What a mail address is confirmed for. */
type EmailPurpose = 'SIGN_IN' | 'CONTACT' | 'ATTACH';
/** A draft by the code a person typed or by its id. */
type DraftName = { code: string } | { draftId: string };

/** An application as it is sent in or put down to be signed. */
interface ApplicationBody {
  procedureId: string;
  formVersion: number;
  answers: Entered;
  fee?: number;
  draftId?: string;
}

/** A correction as it is sent in or put down to be signed. */
interface CorrectionBody {
  version: number;
  answers: Entered;
  fee?: number;
}

/** What each operation takes and gives. Method and path come from the blueprint. */
export interface Operations {
  readProcedure: Call<T.Procedure, undefined, 'procedureId'>;
  reportUnfoundWord: Call<null, { word: string }>;
  readSession: Call<T.Session>;
  signOut: Call<null>;
  drawChallenge: Call<{ challenge: string }, object>;
  enrolTerminal: Call<{ terminalId: string }, { code: string; key: Record<string, string>; proof: string }>;
  beginVisit: Call<T.Visit, { terminalId: string; proof: string }>;
  readVisit: Call<T.Visit>;
  /** To wait for staff's check, for a procedure; without one to give up. */
  awaitCheck: Call<T.Visit, { procedureId?: string }>;
  endVisit: Call<null, object>;
  readProfile: Call<T.Profile>;
  /** For the picture, and the number to be named on the other device. */
  startPairing: Call<{ token: string; number: string; expiresAt: string }, Record<string, never>>;
  openPairing: Call<
    { device: string; startedAt: string; expiresAt: string; state: T.PairingState },
    { token?: string }
  >;
  confirmPairing: Call<null, { token: string; number: string }>;
  cancelPairing: Call<null, { token?: string }>;
  collectPairing: Call<{ state: T.PairingState; expiresAt: string }, { token: string }>;
  sendEmailCode: Call<{ seconds: number; pauseSeconds: number }, { address: string; purpose: EmailPurpose }>;
  enterEmailCode: Call<{ purpose: EmailPurpose }, { code: string }>;
  listSigningConcerns: Call<{ concerns: T.SigningConcern[] }>;
  listSignIns: Call<T.SignIns>;
  /** One session, or all but this one. */
  detachWay: Call<null, { identity: string }>;
  endSessions: Call<null, { sessionId?: string }>;
  submitApplication: Call<
    T.Receipt,
    ApplicationBody & { signingRequestId?: string; claimCode?: string }
  >;
  freezeApplication: Call<{ signingRequestId: string; expiresAt: string }, ApplicationBody>;
  freezeCorrection: Call<{ signingRequestId: string; expiresAt: string }, CorrectionBody, 'applicationId'>;
  readSigningRequest: Call<T.SigningRequest, undefined, 'matter'>;
  saveDraft: Call<
    { draftId: string; revision: number; yours: boolean; keptUntil: string },
    DraftName & { revision: number; procedureId: string; formVersion: number; answers: unknown; step?: string }
  >;
  listDrafts: Call<{ drafts: T.DraftRow[] }>;
  openDraft: Call<T.OpenedDraft, DraftName>;
  deleteDraft: Call<null, DraftName>;
  listApplications: Call<{ applications: T.ApplicationRow[] }>;
  readApplication: Call<T.Application, undefined, 'applicationId'>;
  correctApplication: Call<
    T.Receipt,
    CorrectionBody & { signingRequestId?: string },
    'applicationId'
  >;
  claimApplication: Call<T.Claimed, { code: string }>;
  withdrawApplication: Call<T.Decision, { version: number }, 'applicationId'>;

  readStaffSession: Call<T.StaffSession>;
  enterOneTimeCode: Call<{ level: string }, { code: string }>;
  beginCodeEnrolment: Call<{ secret: string; uri: string }, { enrolmentCode: string }>;
  confirmCodeEnrolment: Call<{ recoveryCodes: string[] }, { code: string }>;
  enterRecoveryCode: Call<{ level: string }, { code: string }>;
  signOutStaff: Call<null>;
  listCases: Call<{ cases: T.CaseRow[]; cursor?: string }>;
  searchCases: Call<{ cases: T.CaseRow[] }, Record<string, string>>;
  readCase: Call<T.Case, undefined, 'applicationId'>;
  exportEvidence: Call<unknown, undefined, 'applicationId'>;
  acceptCase: Call<T.Decision, { version: number }, 'applicationId'>;
  returnCase: Call<
    T.Decision,
    { version: number; reason: string; fields: string[] },
    'applicationId'
  >;
  resolveSignature: Call<T.Decision, { version: number; reason: string }, 'applicationId'>;
  rejectCase: Call<T.Decision, { version: number; reason: string }, 'applicationId'>;
  completeCase: Call<T.Decision, { version: number; message?: string }, 'applicationId'>;

  listDesigns: Call<{ designs: B.DesignRow[]; divisions: B.OwnDivision[] }>;
  listUnfoundWords: Call<B.UnfoundWords>;
  createDesign: Call<
    { procedureId: string; revision: number },
    { procedureId: string; name: string; divisionId: string; copyOf?: string; package?: unknown }
  >;
  readDesign: Call<B.Design, undefined, 'procedureId'>;
  saveDesign: Call<
    { revision: number; findings: B.Finding[]; examples: B.Tried[] },
    B.Doc & { revision: number },
    'procedureId'
  >;
  tryDesign: Call<
    { accepted: boolean; errors: FieldProblem[]; fee?: number; pages: string[] },
    { answers: unknown; today?: string },
    'procedureId'
  >;
  publishDesign: Call<
    { version?: number; revision: number },
    {
      revision: number;
      change: string;
      note: string;
      opensOn?: string;
      closesOn?: string;
      capacity?: number;
      recount?: boolean;
    },
    'procedureId'
  >;
  decidePublication: Call<
    { version?: number; revision: number },
    { revision: number; approved: boolean; note?: string },
    'procedureId'
  >;
  rulePublications: Call<{ secondPerson: boolean }, { secondPerson: boolean }, 'divisionId'>;
  pauseProcedure: Call<
    { version: number; revision: number },
    { version: number; paused: boolean; note: string },
    'procedureId'
  >;
  listVersions: Call<{ versions: B.Version[] }, undefined, 'procedureId'>;
  compareVersions: Call<B.Compared, undefined, 'procedureId'>;
  restoreVersion: Call<{ revision: number }, { version: number; revision: number }, 'procedureId'>;
  exportDesign: Call<unknown, undefined, 'procedureId'>;

  listStaff: Call<D.Directory>;
  readStaffMember: Call<D.StaffMember, undefined, 'staffId'>;
  importStaff: Call<D.ImportPlan | D.ImportDone, { file: string; trial: boolean }>;
  listVisits: Call<{ visits: D.WaitingVisit[] }>;
  attestVisit: Call<{ number: number }, { documents: string[]; other?: string; compared: boolean }, 'visitId'>;
  listTerminals: Call<D.TerminalsShown>;
  registerTerminal: Call<D.TerminalSaved, { name: string; place: string; divisions: string[] }>;
  renewTerminal: Call<D.TerminalSaved, { revision: number }, 'terminalId'>;
  revokeTerminal: Call<D.TerminalSaved, { revision: number }, 'terminalId'>;
  readSignInPolicy: Call<D.PolicyShown>;
  changeSignInPolicy: Call<{ revision: number }, D.PolicyBody>;
  releaseStaffLock: Call<D.Issued, { revision: number }, 'staffId'>;
  resetOneTimeCode: Call<D.Issued, { revision: number }, 'staffId'>;
  addStaffMember: Call<D.Issued, D.RegistrationBody & { account: string }>;
  listDivisions: Call<D.DivisionsShown>;
  addDivision: Call<{ divisionId: string; revision: number }, D.DivisionBody>;
  changeDivision: Call<{ divisionId: string; revision: number }, D.DivisionBody, 'divisionId'>;
  changeStaffMember: Call<{ staffId: string; revision: number }, D.RegistrationBody & { revision: number }, 'staffId'>;
}

type ResidentOperation = keyof Operations & keyof typeof residentRoutes;

export interface Sent<In, Params extends string> {
  params?: Record<Params, string>;
  query?: Record<string, string | undefined>;
  body?: In;
  /** Idempotency-Key: the same for every retry of the same wish. */
  key?: string;
}

/** Calls an operation of the resident host. */
export function resident<O extends ResidentOperation>(
  operation: O,
  sent: Sent<Operations[O]['in'], Operations[O]['params']> = {},
): Promise<Outcome<Operations[O]['out']>> {
  return send(residentRoutes[operation], sent);
}

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
  const { params, query, body, key } = sent;
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
