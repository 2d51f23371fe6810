package jp.ishikari.link.staffdirectory;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.blueprint.Scope;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.partner.PartnerClient;
import jp.ishikari.link.domain.partner.PartnerClientStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** Every client of the partner API with its history, and what one may be let do. */
@Contract(response = ListPartners.Lines.class)
record ListPartners(PartnerClientStore clients, InstantSource clock) implements Operation {

  /** Where a client stands today. */
  enum State {
    IN_USE,
    NOT_YET,
    ENDED,
    REVOKED
  }

  private record Line(
      String clientId,
      int revision,
      String name,
      Set<Scope> scopes,
      LocalDate from,
      @Nullable LocalDate until,
      State state,
      List<PartnerClient.Change> history) {
    static Line of(PartnerClient c, LocalDate today) {
      return new Line(
          c.clientId(),
          c.revision(),
          c.name(),
          c.scopes(),
          c.from(),
          c.until(),
          state(c, today),
          c.history().reversed());
    }

    private static State state(PartnerClient c, LocalDate today) {
      if (c.isRevoked()) {
        return State.REVOKED;
      }
      if (c.countsOn(today)) {
        return State.IN_USE;
      }
      return today.isBefore(c.from()) ? State.NOT_YET : State.ENDED;
    }
  }

  private record ScopeName(Scope scope, String label) {}

  record Lines(List<Line> clients, List<ScopeName> scopes) {}

  @Override
  public Response run(Request request) {
    LocalDate today = Reception.today(clock.instant());
    return Response.ok(
        new Lines(
            clients.all().stream().map(client -> Line.of(client, today)).toList(),
            Arrays.stream(Scope.values()).map(s -> new ScopeName(s, s.label())).toList()));
  }
}
