package jp.ishikari.link.applications;

import java.util.Map;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The form that a clerk types a paper of a procedure into. */
@Contract(response = ReadEntryForm.EntryForm.class)
record ReadEntryForm(OwnProcedures own, String portal) implements Operation {

  /**
   * @param claimAt address of the page where an applicant takes it into an account
   */
  record EntryForm(
      String procedureId, String name, int version, Map<String, Object> form, String claimAt) {}

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(
            refusal -> refusal,
            one ->
                Response.ok(
                    new EntryForm(
                        one.procedureId(),
                        one.name(),
                        one.version(),
                        one.residentForm(),
                        portal + Screen.CLAIM.path())));
  }
}
