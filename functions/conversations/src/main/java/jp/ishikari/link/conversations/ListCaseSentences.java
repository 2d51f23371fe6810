package jp.ishikari.link.conversations;

import java.util.List;
import jp.ishikari.link.conversations.store.SentenceStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CaseWords;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The sentences that the division of a case keeps ready, with the words of that case put in. */
@Contract(response = ListCaseSentences.Shown.class)
record ListCaseSentences(
    ApplicationStore applications, DivisionStore divisions, SentenceStore sentences)
    implements Operation {

  private record Line(String name, String text) {}

  record Shown(List<Line> sentences) {}

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .fold(refusal -> refusal, application -> Response.ok(shown(application)));
  }

  private Shown shown(Application application) {
    CaseWords words =
        CaseWords.of(application, divisions.find(application.divisionId()).orElseThrow());
    return new Shown(
        sentences.of(application.divisionId()).all().stream()
            .map(one -> new Line(one.name(), words.in(one.text())))
            .toList());
  }
}
