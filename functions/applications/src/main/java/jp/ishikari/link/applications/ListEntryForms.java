package jp.ishikari.link.applications;

import java.util.Comparator;
import java.util.List;
import jp.ishikari.link.domain.EnteredByStaff;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Procedures that a clerk may enter applications of, and by which ways those come in. */
@Contract(response = ListEntryForms.Forms.class)
record ListEntryForms(OwnProcedures own) implements Operation {

  record Line(String procedureId, String name, String kana, boolean sample) {}

  /** A way by which an application reaches the city, and its word. */
  record Way(EnteredByStaff.Channel value, String label) {}

  record Forms(List<Line> procedures, List<Way> channels) {}

  @Override
  public Response run(Request request) {
    return Response.ok(
        new Forms(
            own.of(request.staff()).stream()
                .sorted(Comparator.comparing(Procedure::kana))
                .map(one -> new Line(one.procedureId(), one.name(), one.kana(), one.sample()))
                .toList(),
            List.of(EnteredByStaff.Channel.values()).stream()
                .map(channel -> new Way(channel, channel.label()))
                .toList()));
  }
}
