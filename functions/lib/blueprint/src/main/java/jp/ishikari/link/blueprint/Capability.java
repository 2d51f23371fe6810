package jp.ishikari.link.blueprint;

/**
 * One module, one deployable zip. Its entries are in {@link Entry}, its HTTP routes in {@link
 * Route}.
 */
public enum Capability {
  CATALOGUE("Residents find a procedure and read what it asks of them."),
  IDENTITY("Residents and staff prove who they are and get a session."),
  APPLICATIONS("A resident applies, follows, corrects (補正) and withdraws (取下げ)."),
  DRAFTS("A resident saves what is half filled in and goes on later, on any device."),
  ATTACHMENTS(
      "Residents send files with an application; each is scanned before anybody may open it."),
  ASSIGNMENTS("Staff say who works on a case, label it, and leave notes to each other."),
  CONVERSATIONS("Residents and staff write to each other about an application."),
  DOCUMENTS("The city gives documents back that anybody can check; residents open them."),
  PAYMENTS("Fees (納付) are asked for, paid through a gateway or at the counter, and given back."),
  CASEWORK("Staff find a case, accept it, return it (差戻し), reject or complete it."),
  FORM_DESIGN("Staff build the forms (様式) and pages of procedures and publish them."),
  STAFF_DIRECTORY(
      "Administrators register staff (職員) and partners (連携先), and set how staff sign in."),
  COUNTER("Terminals at the counter (窓口), and staff who check there who somebody is."),
  PUBLISH("Every event row reaches the topic once its transaction has committed."),
  NOTICES("Residents are told what happened to their application.");

  private final String purpose;

  Capability(String purpose) {
    this.purpose = purpose;
  }

  /** One sentence: for whom, and what for. */
  public String purpose() {
    return purpose;
  }
}
