package jp.ishikari.link.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SignInRecord;
import jp.ishikari.link.domain.identity.SignInRecords;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Where the resident is signed in now, and when they signed in before. */
record ListSignIns(Sessions sessions, SignInRecords records, InstantSource clock)
    implements Operation {

  /** A session as its owner sees it; the id opens nothing, it is a hash of what does. */
  private record Running(
      String sessionId, String device, Instant startedAt, Instant lastSeenAt, boolean current) {
    static Running of(Session s, String current) {
      return new Running(s.id(), s.device(), s.startedAt(), s.lastSeenAt(), s.id().equals(current));
    }
  }

  private record Past(Instant at, String device) {
    static Past of(SignInRecord entry) {
      return new Past(entry.at(), entry.device());
    }
  }

  private record Shown(List<Running> running, List<Past> past) {}

  @Override
  public Response run(Request request) {
    Caller.Resident resident = request.resident();
    return Response.ok(
        new Shown(
            sessions.running(resident.accountId()).stream()
                .map(s -> Running.of(s, resident.session()))
                .toList(),
            records.of(resident.accountId(), clock.instant()).stream().map(Past::of).toList()));
  }
}
