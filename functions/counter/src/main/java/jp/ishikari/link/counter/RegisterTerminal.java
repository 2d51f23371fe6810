package jp.ishikari.link.counter;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Registers a terminal; the code that is told once makes one browser that terminal. */
@Contract(
    request = RegisterTerminal.Asked.class,
    response = TerminalWrite.Saved.class,
    status = 201)
record RegisterTerminal(TerminalWrite writes, DivisionStore divisions) implements Operation {

  record Asked(
      @Limit(max = 40, name = true) String name,
      @Limit(max = 80) String place,
      @Limit(max = 100) List<String> divisions) {}

  @Override
  public Response run(Request request) {
    return writes
        .fresh(request)
        .then(
            key ->
                Body.read(request, Asked.class, this::known)
                    .map(
                        asked ->
                            writes.add(
                                request,
                                key,
                                asked.name(),
                                asked.place(),
                                new TreeSet<>(asked.divisions()))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Asked known(Asked asked, Body.Mistakes body) {
    if (writes.isInUse(asked.name())) {
      body.wrong("name", "taken", "この名前の端末は、すでに登録されています。見分けられる名前にしてください。");
    }
    List<String> named = asked.divisions();
    Set<String> known =
        divisions.all().stream().map(Division::divisionId).collect(Collectors.toSet());
    if (named.isEmpty()) {
      body.wrong("divisions", "required", "この端末で本人確認をする課を、1つ以上選んでください。");
    } else if (!known.containsAll(named)) {
      body.wrong("divisions", "option", "課を選択肢から選んでください。");
    }
    return asked;
  }
}
