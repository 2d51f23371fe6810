// Generated from functions/lib/blueprint (Route, Screen, Role, Access). Do not edit: a test fails when it differs.

/** Routes of the staff host, by operation. */
export const staffRoutes = {
  readStaffSession: { method: 'GET', path: '/api/session' },
  startStaffSignIn: { method: 'GET', path: '/api/sign-in/staff/start' },
  finishStaffSignIn: { method: 'GET', path: '/api/sign-in/staff/callback' },
  listStaffClientKeys: { method: 'GET', path: '/api/sign-in/keys' },
  enterOneTimeCode: { method: 'POST', path: '/api/sign-in/one-time-code' },
  beginCodeEnrolment: { method: 'POST', path: '/api/sign-in/one-time-code/enrolment' },
  confirmCodeEnrolment: { method: 'POST', path: '/api/sign-in/one-time-code/confirmation' },
  enterRecoveryCode: { method: 'POST', path: '/api/sign-in/recovery-code' },
  signOutStaff: { method: 'POST', path: '/api/sign-out' },
  listVisits: { method: 'GET', path: '/api/visits' },
  attestVisit: { method: 'POST', path: '/api/visits/{visitId}/attestation' },
  listTerminals: { method: 'GET', path: '/api/terminals' },
  registerTerminal: { method: 'POST', path: '/api/terminals' },
  renewTerminal: { method: 'POST', path: '/api/terminals/{terminalId}/renewal' },
  revokeTerminal: { method: 'POST', path: '/api/terminals/{terminalId}/revocation' },
  listCases: { method: 'GET', path: '/api/cases' },
  searchCases: { method: 'POST', path: '/api/cases/search' },
  readCase: { method: 'GET', path: '/api/cases/{applicationId}' },
  acceptCase: { method: 'POST', path: '/api/cases/{applicationId}/acceptance' },
  resolveSignature: { method: 'POST', path: '/api/cases/{applicationId}/signature' },
  exportEvidence: { method: 'GET', path: '/api/cases/{applicationId}/evidence' },
  returnCase: { method: 'POST', path: '/api/cases/{applicationId}/return' },
  rejectCase: { method: 'POST', path: '/api/cases/{applicationId}/rejection' },
  completeCase: { method: 'POST', path: '/api/cases/{applicationId}/completion' },
  listDesigns: { method: 'GET', path: '/api/designs' },
  listUnfoundWords: { method: 'GET', path: '/api/unfound-words' },
  createDesign: { method: 'POST', path: '/api/designs' },
  readDesign: { method: 'GET', path: '/api/designs/{procedureId}' },
  saveDesign: { method: 'POST', path: '/api/designs/{procedureId}/draft' },
  removeDesign: { method: 'POST', path: '/api/designs/{procedureId}/removal' },
  tryDesign: { method: 'POST', path: '/api/designs/{procedureId}/trial' },
  publishDesign: { method: 'POST', path: '/api/designs/{procedureId}/publication' },
  decidePublication: { method: 'POST', path: '/api/designs/{procedureId}/approval' },
  rulePublications: { method: 'POST', path: '/api/publication-rules/{divisionId}' },
  pauseProcedure: { method: 'POST', path: '/api/designs/{procedureId}/pause' },
  listVersions: { method: 'GET', path: '/api/designs/{procedureId}/versions' },
  readVersion: { method: 'GET', path: '/api/designs/{procedureId}/versions/{version}' },
  compareVersions: { method: 'GET', path: '/api/designs/{procedureId}/difference' },
  restoreVersion: { method: 'POST', path: '/api/designs/{procedureId}/restoration' },
  exportDesign: { method: 'GET', path: '/api/designs/{procedureId}/package' },
  listStaff: { method: 'GET', path: '/api/staff' },
  addStaffMember: { method: 'POST', path: '/api/staff' },
  readStaffMember: { method: 'GET', path: '/api/staff/{staffId}' },
  changeStaffMember: { method: 'POST', path: '/api/staff/{staffId}/registration' },
  importStaff: { method: 'POST', path: '/api/staff-file' },
  releaseStaffLock: { method: 'POST', path: '/api/staff/{staffId}/lock-release' },
  resetOneTimeCode: { method: 'POST', path: '/api/staff/{staffId}/code-reset' },
  listDivisions: { method: 'GET', path: '/api/divisions' },
  addDivision: { method: 'POST', path: '/api/divisions' },
  changeDivision: { method: 'POST', path: '/api/divisions/{divisionId}' },
  listPartners: { method: 'GET', path: '/api/partners' },
  addPartner: { method: 'POST', path: '/api/partners' },
  renewPartner: { method: 'POST', path: '/api/partners/{clientId}/renewal' },
  revokePartner: { method: 'POST', path: '/api/partners/{clientId}/revocation' },
  listOversight: { method: 'GET', path: '/api/oversight' },
  seeOversight: { method: 'POST', path: '/api/oversight/{notedId}/seen' },
  readSignInPolicy: { method: 'GET', path: '/api/settings/sign-in' },
  changeSignInPolicy: { method: 'POST', path: '/api/settings/sign-in' },
} as const;

/** Screens, by name. */
export const screens = {
  STAFF_HOME: { path: '/', title: '職員ログイン' },
  ONE_TIME_CODE: { path: '/one-time-code', title: 'ワンタイムコード' },
  CASES: { path: '/cases', title: '申請一覧' },
  CASE: { path: '/cases/{applicationId}', title: '申請の審査' },
  DESIGNS: { path: '/designs', title: '様式' },
  DESIGN: { path: '/designs/{procedureId}', title: '様式の編集' },
  DESIGN_VERSIONS: { path: '/designs/{procedureId}/versions', title: '様式の版' },
  SIGN_IN_POLICY: { path: '/settings', title: '設定' },
  DIVISIONS: { path: '/divisions', title: '課' },
  VISITS: { path: '/visits', title: '窓口の本人確認' },
  TERMINALS: { path: '/terminals', title: '窓口の端末' },
  PARTNERS: { path: '/partners', title: '連携先' },
  STAFF_LIST: { path: '/staff', title: '職員' },
  STAFF_NEW: { path: '/staff/new', title: '職員の登録' },
  STAFF_IMPORT: { path: '/staff/import', title: '職員の一括変更' },
  STAFF_MEMBER: { path: '/staff/{staffId}', title: '職員の登録内容' },
} as const;

/** Roles of staff, as the console calls them. */
export const roles = {
  SYSTEM_ADMINISTRATOR: 'システム管理者',
  USER_ADMINISTRATOR: '利用者管理者',
  DIVISION_ADMINISTRATOR: '課の管理者',
  REVIEWER: '審査',
  VIEWER: '閲覧',
  AUDITOR: '監査',
  EMERGENCY_ADMINISTRATOR: '非常用の管理者',
} as const;

/** Roles of which the one-time code may be waived. */
export const rolesWithoutCode = ['REVIEWER', 'VIEWER', 'AUDITOR'] as const;

/** What a visitor may show at the counter, as staff call it. */
export const documents = {
  DRIVING_LICENCE: '運転免許証',
  PASSPORT: 'パスポート',
  RESIDENCE_CARD: '在留カード',
  SPECIAL_RESIDENT_CERTIFICATE: '特別永住者証明書',
  DISABILITY_HANDBOOK: '障害者手帳',
  HEALTH_INSURANCE_CERTIFICATE: '健康保険の資格確認書',
  PENSION_BOOK: '年金手帳・基礎年金番号通知書',
  OTHER: 'その他',
} as const;

/** Roles of which one suffices. */
export const access = {
  CASE_READER: ['DIVISION_ADMINISTRATOR', 'REVIEWER', 'VIEWER', 'AUDITOR'],
  EVIDENCE_READER: ['DIVISION_ADMINISTRATOR', 'AUDITOR'],
  REVIEWER: ['DIVISION_ADMINISTRATOR', 'REVIEWER'],
  DESIGNER: ['DIVISION_ADMINISTRATOR'],
  WORD_READER: ['DIVISION_ADMINISTRATOR'],
  STAFF_READER: ['USER_ADMINISTRATOR', 'AUDITOR', 'EMERGENCY_ADMINISTRATOR'],
  USER_ADMINISTRATOR: ['USER_ADMINISTRATOR', 'EMERGENCY_ADMINISTRATOR'],
  OVERSEER: ['SYSTEM_ADMINISTRATOR', 'USER_ADMINISTRATOR', 'EMERGENCY_ADMINISTRATOR'],
  SYSTEM_ADMINISTRATOR: ['SYSTEM_ADMINISTRATOR', 'EMERGENCY_ADMINISTRATOR'],
} as const;
