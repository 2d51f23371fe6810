package jp.ishikari.link.casework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.ReceiptNumber;
import jp.ishikari.link.domain.assignment.Assignments;
import jp.ishikari.link.domain.conversation.Conversations;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.Folding;

/**
 * Finds cases of the clerk's divisions by receipt number or by whom they are about; all given must
 * match.
 */
@Contract(request = SearchCasesRequest.class, response = CaseLine.Lines.class)
record SearchCases(
    ApplicationStore applications,
    HoldStore holds,
    Conversations conversations,
    Assignments assignments,
    BlindIndex people,
    CaseLine.Maker maker)
    implements Operation {
  /** More hits than a person reads; the clerk is asked to say more. */
  private static final int LIMIT = 50;

  @Override
  public Response run(Request request) {
    return Body.read(request, SearchCasesRequest.class)
        .fold(
            refusal -> refusal,
            asked -> {
              List<Problem.FieldError> wrong = asked.wrong();
              return wrong.isEmpty()
                  ? Response.ok(new CaseLine.Lines(hits(asked, request.staff().divisions()), null))
                  : Problem.ANSWERS_INVALID.response(wrong);
            });
  }

  private List<CaseLine> hits(SearchCasesRequest asked, Set<String> divisions) {
    Set<String> ids = new LinkedHashSet<>();
    for (String division : divisions) {
      ids.addAll(ids(asked, division));
    }
    List<CaseLine> lines = new ArrayList<>();
    for (String id : ids) {
      applications
          .find(id)
          .filter(a -> divisions.contains(a.divisionId()))
          .ifPresent(
              a -> lines.add(maker.of(a, holds.of(id), conversations.of(id), assignments.of(id))));
      if (lines.size() == LIMIT) {
        break;
      }
    }
    return lines;
  }

  private Set<String> ids(SearchCasesRequest asked, String division) {
    List<Set<String>> found = new ArrayList<>();
    if (asked.receiptNumber() != null) {
      String digits = Folding.code(asked.receiptNumber());
      found.add(
          ReceiptNumber.isValid(digits)
              ? applications.findByReceipt(digits).map(Set::of).orElse(Set.of())
              : Set.of());
    }
    if (asked.name() != null) {
      Set<String> named = withTerm(division, BlindIndex.Kind.NAME, asked.name());
      named.addAll(withTerm(division, BlindIndex.Kind.FAMILY, asked.name()));
      // Who types only kana there has heard the name, or it is written so.
      if (Applicant.isReading(asked.name())) {
        named.addAll(read(division, asked.name()));
      }
      found.add(named);
    }
    add(found, division, BlindIndex.Kind.PHONE, asked.phone());
    add(found, division, BlindIndex.Kind.BIRTH_DATE, asked.birthDate());
    if (asked.kana() != null) {
      found.add(read(division, asked.kana()));
    }
    Set<String> all = new LinkedHashSet<>(found.getFirst());
    found.forEach(all::retainAll);
    return all;
  }

  /** A clerk who heard only the beginning still finds the person. */
  private Set<String> read(String division, String kana) {
    Set<String> whole = withTerm(division, BlindIndex.Kind.KANA, kana);
    return whole.isEmpty() ? withTerm(division, BlindIndex.Kind.KANA_START, kana) : whole;
  }

  private void add(List<Set<String>> found, String division, BlindIndex.Kind kind, String typed) {
    if (typed != null) {
      found.add(withTerm(division, kind, typed));
    }
  }

  private Set<String> withTerm(String division, BlindIndex.Kind kind, String typed) {
    String term = Applicant.term(people, division, kind, typed);
    return term == null ? new LinkedHashSet<>() : new LinkedHashSet<>(applications.withTerm(term));
  }
}
