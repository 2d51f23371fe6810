package jp.ishikari.link.staffdirectory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.blueprint.Scope;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** Registers a client of the partner API; its secret is told once. */
@Contract(request = AddPartner.Asked.class, response = PartnerWrite.Saved.class, status = 201)
record AddPartner(PartnerWrite writes) implements Operation {

  /**
   * @param from the first day; without it today
   * @param until the last day; without it there is no end
   */
  record Asked(
      @Limit(max = 60, name = true) String name,
      @Limit(max = 20, each = 40) List<String> scopes,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {

    Set<Scope> granted() {
      Set<Scope> granted = EnumSet.noneOf(Scope.class);
      scopes.forEach(scope -> granted.add(Scope.valueOf(scope)));
      return granted;
    }
  }

  @Override
  public Response run(Request request) {
    return writes
        .fresh(request, PartnerWrite.CREATED)
        .then(
            key ->
                Body.read(request, Asked.class, this::checked)
                    .map(asked -> writes.add(request, key, asked)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Asked checked(Asked asked, Body.Mistakes body) {
    if (writes.isInUse(asked.name())) {
      body.wrong(
          PartnerWrite.TAKEN.path(), PartnerWrite.TAKEN.code(), PartnerWrite.TAKEN.message());
    }
    List<String> there = Arrays.stream(Scope.values()).map(Enum::name).toList();
    if (asked.scopes().isEmpty()) {
      body.wrong("scopes", "required", "許可することを、1つ以上選んでください。");
    } else if (!there.containsAll(asked.scopes())) {
      body.wrong("scopes", "option", "許可することを選択肢から選んでください。");
    }
    if (asked.from() != null && asked.until() != null && asked.until().isBefore(asked.from())) {
      body.wrong("until", "order", "利用の最後の日は、最初の日以後にしてください。");
    } else if (asked.until() != null && asked.until().isBefore(writes.today())) {
      body.wrong("until", "past", "利用の最後の日は、今日以後にしてください。");
    }
    return asked;
  }
}
