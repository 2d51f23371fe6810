package jp.ishikari.link.formdesign;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The draft as a package to keep or to take elsewhere. */
@Contract(response = DesignPackage.class)
record ExportDesign(OwnDesign own) implements Operation {

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(
            refusal -> refusal,
            design ->
                Response.ok(DesignPackage.of(design.draft()))
                    .with(
                        "Content-Disposition",
                        "attachment; filename=\"" + design.procedureId() + ".json\""));
  }
}
