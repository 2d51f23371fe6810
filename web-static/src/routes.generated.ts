// Generated from functions/lib/blueprint (Route, Screen). Do not edit: a test fails when it differs.

/** Routes of the resident host, by operation. */
export const residentRoutes = {
  readProcedure: { method: 'GET', path: '/api/procedures/{procedureId}' },
  reportUnfoundWord: { method: 'POST', path: '/api/unfound-words' },
  readSession: { method: 'GET', path: '/api/session' },
  startSignIn: { method: 'GET', path: '/api/sign-in/{provider}/start' },
  finishSignIn: { method: 'GET', path: '/api/sign-in/{provider}/callback' },
  startPairing: { method: 'POST', path: '/api/pairings' },
  openPairing: { method: 'POST', path: '/api/pairings/opening' },
  confirmPairing: { method: 'POST', path: '/api/pairings/confirmation' },
  cancelPairing: { method: 'POST', path: '/api/pairings/cancellation' },
  collectPairing: { method: 'POST', path: '/api/pairings/collection' },
  sendEmailCode: { method: 'POST', path: '/api/email-codes' },
  enterEmailCode: { method: 'POST', path: '/api/email-codes/entry' },
  startSigning: { method: 'GET', path: '/api/signing/{matter}/start' },
  finishSigning: { method: 'GET', path: '/api/signing/callback' },
  listSigningConcerns: { method: 'GET', path: '/api/signing-concerns' },
  listClientKeys: { method: 'GET', path: '/api/sign-in/keys' },
  signOut: { method: 'POST', path: '/api/sign-out' },
  listSignIns: { method: 'GET', path: '/api/sign-ins' },
  endSessions: { method: 'POST', path: '/api/sign-ins/ended' },
  detachWay: { method: 'POST', path: '/api/sign-ins/detachment' },
  readProfile: { method: 'GET', path: '/api/profile' },
  submitApplication: { method: 'POST', path: '/api/applications' },
  freezeApplication: { method: 'POST', path: '/api/signing-requests' },
  readSigningRequest: { method: 'GET', path: '/api/signing-requests/{matter}' },
  listApplications: { method: 'GET', path: '/api/applications' },
  readApplication: { method: 'GET', path: '/api/applications/{applicationId}' },
  correctApplication: { method: 'POST', path: '/api/applications/{applicationId}/correction' },
  freezeCorrection: { method: 'POST', path: '/api/applications/{applicationId}/correction/signing-request' },
  claimApplication: { method: 'POST', path: '/api/claims' },
  withdrawApplication: { method: 'POST', path: '/api/applications/{applicationId}/withdrawal' },
  saveDraft: { method: 'POST', path: '/api/drafts' },
  listDrafts: { method: 'GET', path: '/api/drafts' },
  openDraft: { method: 'POST', path: '/api/drafts/opening' },
  deleteDraft: { method: 'POST', path: '/api/drafts/deletion' },
  drawChallenge: { method: 'POST', path: '/api/counter/challenges' },
  enrolTerminal: { method: 'POST', path: '/api/counter/enrolment' },
  beginVisit: { method: 'POST', path: '/api/counter/visits' },
  readVisit: { method: 'GET', path: '/api/counter/visit' },
  awaitCheck: { method: 'POST', path: '/api/counter/visit/check' },
  endVisit: { method: 'POST', path: '/api/counter/visit/end' },
} as const;

/** Screens, by name; the kiosk shows them under /kiosk. */
export const screens = {
  HOME: { path: '/', title: '手続をさがす' },
  PROCEDURE: { path: '/procedures/{procedureId}', title: '手続のご案内' },
  APPLY: { path: '/apply/{procedureId}', title: '申請する' },
  SIGN: { path: '/sign/{matter}', title: '申請に署名する' },
  APPLICATIONS: { path: '/applications', title: '申請状況' },
  APPLICATION: { path: '/applications/{applicationId}', title: '申請の詳細' },
  CORRECT: { path: '/applications/{applicationId}/correct', title: '申請の補正' },
  RESUME: { path: '/resume', title: '続きから申請する' },
  CLAIM: { path: '/claim', title: '申請を引き継ぐ' },
  SIGN_IN: { path: '/sign-in', title: 'ログインの方法を選ぶ' },
  PAIR: { path: '/pair', title: 'スマートフォンで本人確認' },
  EMAIL: { path: '/email', title: 'メールアドレスの確認' },
  SIGN_INS: { path: '/sign-ins', title: 'ログインの記録' },
  ACCESSIBILITY: { path: '/accessibility', title: 'ウェブアクセシビリティ方針' },
} as const;

/** Screens of the kiosk alone, under /kiosk. */
export const kioskScreens = {
  TERMINAL: { path: '/terminal', title: '端末の登録' },
  COUNTER_CHECK: { path: '/check/{procedureId}', title: '窓口での本人確認' },
} as const;
