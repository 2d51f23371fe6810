// Generated from functions/lib/blueprint (Route, Screen, Role). Do not edit: a test fails when it differs.

/** Routes of the resident host, by operation. */
export const residentRoutes = {
  readProcedure: { method: 'GET', path: '/api/procedures/{procedureId}' },
  readSession: { method: 'GET', path: '/api/session' },
  startSignIn: { method: 'GET', path: '/api/sign-in/card/start' },
  finishSignIn: { method: 'GET', path: '/api/sign-in/card/callback' },
  listClientKeys: { method: 'GET', path: '/api/sign-in/keys' },
  signOut: { method: 'POST', path: '/api/sign-out' },
  readProfile: { method: 'GET', path: '/api/profile' },
  submitApplication: { method: 'POST', path: '/api/applications' },
  listApplications: { method: 'GET', path: '/api/applications' },
  readApplication: { method: 'GET', path: '/api/applications/{applicationId}' },
  correctApplication: { method: 'POST', path: '/api/applications/{applicationId}/correction' },
  withdrawApplication: { method: 'POST', path: '/api/applications/{applicationId}/withdrawal' },
  saveDraft: { method: 'POST', path: '/api/drafts' },
  listDrafts: { method: 'GET', path: '/api/drafts' },
  openDraft: { method: 'POST', path: '/api/drafts/opening' },
  deleteDraft: { method: 'POST', path: '/api/drafts/deletion' },
} as const;

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
  listCases: { method: 'GET', path: '/api/cases' },
  searchCases: { method: 'POST', path: '/api/cases/search' },
  readCase: { method: 'GET', path: '/api/cases/{applicationId}' },
  acceptCase: { method: 'POST', path: '/api/cases/{applicationId}/acceptance' },
  returnCase: { method: 'POST', path: '/api/cases/{applicationId}/return' },
  rejectCase: { method: 'POST', path: '/api/cases/{applicationId}/rejection' },
  completeCase: { method: 'POST', path: '/api/cases/{applicationId}/completion' },
  listDesigns: { method: 'GET', path: '/api/designs' },
  createDesign: { method: 'POST', path: '/api/designs' },
  readDesign: { method: 'GET', path: '/api/designs/{procedureId}' },
  saveDesign: { method: 'POST', path: '/api/designs/{procedureId}/draft' },
  tryDesign: { method: 'POST', path: '/api/designs/{procedureId}/trial' },
  publishDesign: { method: 'POST', path: '/api/designs/{procedureId}/publication' },
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
  readSignInPolicy: { method: 'GET', path: '/api/settings/sign-in' },
  changeSignInPolicy: { method: 'POST', path: '/api/settings/sign-in' },
} as const;

/** Screens, by name; the kiosk shows the portal's under /kiosk. */
export const screens = {
  HOME: { site: 'PORTAL', path: '/', title: '手続をさがす' },
  PROCEDURE: { site: 'PORTAL', path: '/procedures/{procedureId}', title: '手続のご案内' },
  APPLY: { site: 'PORTAL', path: '/apply/{procedureId}', title: '申請する' },
  APPLICATIONS: { site: 'PORTAL', path: '/applications', title: '申請状況' },
  APPLICATION: { site: 'PORTAL', path: '/applications/{applicationId}', title: '申請の詳細' },
  CORRECT: { site: 'PORTAL', path: '/applications/{applicationId}/correct', title: '申請の補正' },
  RESUME: { site: 'PORTAL', path: '/resume', title: '続きから申請する' },
  ACCESSIBILITY: { site: 'PORTAL', path: '/accessibility', title: 'ウェブアクセシビリティ方針' },
  STAFF_HOME: { site: 'STAFF', path: '/', title: '職員ログイン' },
  ONE_TIME_CODE: { site: 'STAFF', path: '/one-time-code', title: 'ワンタイムコード' },
  CASES: { site: 'STAFF', path: '/cases', title: '申請一覧' },
  CASE: { site: 'STAFF', path: '/cases/{applicationId}', title: '申請の審査' },
  DESIGNS: { site: 'STAFF', path: '/designs', title: '様式' },
  DESIGN: { site: 'STAFF', path: '/designs/{procedureId}', title: '様式の編集' },
  DESIGN_VERSIONS: { site: 'STAFF', path: '/designs/{procedureId}/versions', title: '様式の版' },
  SIGN_IN_POLICY: { site: 'STAFF', path: '/settings', title: '設定' },
  STAFF_LIST: { site: 'STAFF', path: '/staff', title: '職員' },
  STAFF_NEW: { site: 'STAFF', path: '/staff/new', title: '職員の登録' },
  STAFF_IMPORT: { site: 'STAFF', path: '/staff/import', title: '職員の一括変更' },
  STAFF_MEMBER: { site: 'STAFF', path: '/staff/{staffId}', title: '職員の登録内容' },
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

/** Roles of which one suffices. */
export const access = {
  STAFF: ['SYSTEM_ADMINISTRATOR', 'USER_ADMINISTRATOR', 'DIVISION_ADMINISTRATOR', 'REVIEWER', 'VIEWER', 'AUDITOR', 'EMERGENCY_ADMINISTRATOR'],
  CASE_READER: ['DIVISION_ADMINISTRATOR', 'REVIEWER', 'VIEWER', 'AUDITOR'],
  REVIEWER: ['DIVISION_ADMINISTRATOR', 'REVIEWER'],
  DESIGNER: ['DIVISION_ADMINISTRATOR'],
  STAFF_READER: ['USER_ADMINISTRATOR', 'AUDITOR', 'EMERGENCY_ADMINISTRATOR'],
  USER_ADMINISTRATOR: ['USER_ADMINISTRATOR', 'EMERGENCY_ADMINISTRATOR'],
  SYSTEM_ADMINISTRATOR: ['SYSTEM_ADMINISTRATOR', 'EMERGENCY_ADMINISTRATOR'],
} as const;
