package jp.ishikari.link.staffdirectory;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.ishikari.link.domain.Difference;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionChange;
import jp.ishikari.link.domain.DivisionRegister;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.NameAsRead;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** How divisions are written: on the revision their editor saw, once, with who and when. */
record DivisionWrite(DivisionStore divisions, DivisionRegister register, InstantSource clock) {
  private static final String PHONE_NUMBER = "0\\d{1,4}-\\d{1,4}-\\d{3,4}";

  /**
   * @param counter where it is and when it is open
   */
  record Sent(
      @Limit(max = Integer.MAX_VALUE - 1) int revision,
      @Limit(max = 50, name = true) String name,
      @Limit(max = 20) String phone,
      @Limit(max = 100) String counter) {}

  private record Asked(int revision, Division division) {}

  record Saved(String divisionId, int revision) {}

  /**
   * @param standing empty for a new division
   * @param status of the answer when it was saved
   */
  Response save(Request request, String divisionId, Optional<Division> standing, int status) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(register::repeated, status))
        .then(
            key ->
                Body.read(
                        request,
                        Sent.class,
                        (sent, mistakes) -> checked(sent, divisionId, standing, mistakes))
                    .map(asked -> save(request, key, asked, standing, status)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Asked checked(
      Sent sent, String divisionId, Optional<Division> standing, Body.Mistakes body) {
    String name = sent.name();
    String read = NameAsRead.of(name);
    // Lists of staff name divisions, so no two may have one name.
    if (divisions.all().stream()
        .anyMatch(
            d -> NameAsRead.of(d.name()).equals(read) && !d.divisionId().equals(divisionId))) {
      body.wrong("name", "taken", "同じ名前の課がすでにあります。");
    }
    String phone = sent.phone().strip();
    if (!phone.isEmpty() && !phone.matches(PHONE_NUMBER)) {
      body.wrong("phone", "phone", "0133-72-3111 のように半角の数字とハイフンで入力してください。");
    }
    return new Asked(
        sent.revision(),
        new Division(
            divisionId,
            name,
            phone,
            sent.counter().strip(),
            standing.map(Division::secondPerson).orElse(false)));
  }

  private Response save(
      Request request, IdempotencyKey key, Asked asked, Optional<Division> standing, int status) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Division division = asked.division();
    Saved saved = new Saved(division.divisionId(), asked.revision() + 1);
    DivisionChange change =
        new DivisionChange(
            saved.revision(),
            now,
            request.staff().staffId(),
            request.staff().name(),
            division.divisionId(),
            division.name(),
            differences(standing, division));
    int current = register.history(1).stream().findFirst().map(DivisionChange::revision).orElse(0);
    Outcome<NotSaved, DivisionChange> outcome =
        current == asked.revision()
            ? register.save(division, standing.isEmpty(), change, key.promise(saved, now))
            : Outcome.failure(new NotSaved.Overtaken());
    return outcome.fold(
        reason ->
            reason instanceof NotSaved.Overtaken
                ? overtaken()
                : RefusedWrite.answer(reason, status),
        written -> status == 201 ? Response.created(saved) : Response.ok(saved));
  }

  private Response overtaken() {
    return register.history(1).stream()
        .findFirst()
        .map(last -> Problem.CONFLICT.response(last.byName() + "さんが先に課の情報を保存しました。"))
        .orElseGet(Problem.CONFLICT::response);
  }

  private static List<Difference> differences(Optional<Division> before, Division after) {
    List<Difference> what = new ArrayList<>();
    differ(what, "name", before, after, Division::name);
    differ(what, "phone", before, after, Division::phone);
    differ(what, "counter", before, after, Division::counter);
    return what;
  }

  private static void differ(
      List<Difference> what,
      String field,
      Optional<Division> before,
      Division after,
      Function<Division, String> part) {
    String was = before.map(part).orElse(null);
    String is = part.apply(after);
    if (!is.equals(was)) {
      what.add(new Difference(field, was, is));
    }
  }
}
