package jp.ishikari.link.blueprint;

/**
 * Every screen of the portal and the staff console. The kiosk shows the portal's screens under its
 * own prefix.
 */
public enum Screen {
  HOME(Site.PORTAL, "/", "手続をさがす"),
  PROCEDURE(Site.PORTAL, "/procedures/{procedureId}", "手続のご案内"),
  APPLY(Site.PORTAL, "/apply/{procedureId}", "申請する"),
  SIGN(Site.PORTAL, "/sign/{matter}", "申請に署名する"),
  APPLICATIONS(Site.PORTAL, "/applications", "申請状況"),
  APPLICATION(Site.PORTAL, "/applications/{applicationId}", "申請の詳細"),
  CORRECT(Site.PORTAL, "/applications/{applicationId}/correct", "申請の補正"),
  VERIFY(Site.PORTAL, "/verify", "文書の確認"),
  RESUME(Site.PORTAL, "/resume", "続きから申請する"),
  FOLLOW(Site.PORTAL, "/follow", "番号で申請を見る"),
  PAYER(Site.PORTAL, "/pay", "頼まれた手数料の支払い"),
  CLAIM(Site.PORTAL, "/claim", "申請を引き継ぐ"),
  SIGN_IN(Site.PORTAL, "/sign-in", "ログインの方法を選ぶ"),
  PAIR(Site.PORTAL, "/pair", "スマートフォンで本人確認"),
  EMAIL(Site.PORTAL, "/email", "メールアドレスの確認"),
  SIGN_INS(Site.PORTAL, "/sign-ins", "ログインの記録"),
  ACCESSIBILITY(Site.PORTAL, "/accessibility", "ウェブアクセシビリティ方針"),
  TERMINAL(Site.KIOSK, "/terminal", "端末の登録"),
  COUNTER_CHECK(Site.KIOSK, "/check/{procedureId}", "窓口での本人確認"),
  STAFF_HOME(Site.STAFF, "/", "職員ログイン"),
  ONE_TIME_CODE(Site.STAFF, "/one-time-code", "ワンタイムコード"),
  CASES(Site.STAFF, "/cases", "申請一覧"),
  CASE(Site.STAFF, "/cases/{applicationId}", "申請の審査"),
  SENTENCES(Site.STAFF, "/sentences", "定型文"),
  BULK_JOBS(Site.STAFF, "/bulk", "一括処理"),
  BULK_JOB(Site.STAFF, "/bulk/{jobId}", "一括処理の結果"),
  ENTER_CORRECTION(Site.STAFF, "/cases/{applicationId}/correct", "入力を直す"),
  ENTRIES(Site.STAFF, "/entries", "申請の入力"),
  ENTRY(Site.STAFF, "/entries/{procedureId}", "申請の入力"),
  PAYMENT_TASKS(Site.STAFF, "/payment-tasks", "納付・還付の確認"),
  PRINT_LIST(Site.STAFF, "/print-list", "郵送する文書"),
  LEDGER(Site.STAFF, "/ledger", "収納"),
  SETTLEMENTS(Site.STAFF, "/settlements", "照合"),
  DESIGNS(Site.STAFF, "/designs", "様式"),
  DESIGN(Site.STAFF, "/designs/{procedureId}", "様式の編集"),
  DESIGN_VERSIONS(Site.STAFF, "/designs/{procedureId}/versions", "様式の版"),
  SIGN_IN_POLICY(Site.STAFF, "/settings", "設定"),
  DIVISIONS(Site.STAFF, "/divisions", "課"),
  VISITS(Site.STAFF, "/visits", "窓口の本人確認"),
  TERMINALS(Site.STAFF, "/terminals", "窓口の端末"),
  PARTNERS(Site.STAFF, "/partners", "連携先"),
  PAYMENT_WAYS(Site.STAFF, "/payment-ways", "決済代行"),
  STAFF_LIST(Site.STAFF, "/staff", "職員"),
  STAFF_NEW(Site.STAFF, "/staff/new", "職員の登録"),
  STAFF_IMPORT(Site.STAFF, "/staff/import", "職員の一括変更"),
  STAFF_MEMBER(Site.STAFF, "/staff/{staffId}", "職員の登録内容");

  /** Where screens live: one HTML entry each. */
  public enum Site {
    PORTAL(Api.RESIDENT, "/"),
    KIOSK(Api.RESIDENT, "/kiosk/"),
    STAFF(Api.STAFF, "/");

    private final Api api;
    private final String prefix;

    Site(Api api, String prefix) {
      this.api = api;
      this.prefix = prefix;
    }

    /** The API on the same host. */
    public Api api() {
      return api;
    }

    /** Path prefix on that host. */
    public String prefix() {
      return prefix;
    }
  }

  private final Site site;
  private final String path;
  private final String title;

  Screen(Site site, String path, String title) {
    this.site = site;
    this.path = path;
    this.title = title;
  }

  public Site site() {
    return site;
  }

  public String path() {
    return path;
  }

  public String title() {
    return title;
  }

  /** What its path looks like within its site, in the regular expressions of any language. */
  public String pattern() {
    String inside = path.replaceAll("\\{[^}]+}", "[^/]+");
    return "^" + (inside.endsWith("/") ? inside : inside + "/?") + "$";
  }
}
