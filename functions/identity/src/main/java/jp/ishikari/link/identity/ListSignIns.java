package jp.ishikari.link.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.residents.Recency;
import jp.ishikari.link.identity.residents.SignInWays;
import jp.ishikari.link.identity.store.AccountStore;
import jp.ishikari.link.identity.store.SignInRecord;
import jp.ishikari.link.identity.store.SignInRecords;
import org.jspecify.annotations.Nullable;

/** Where and how the resident can be signed in, and what happened to that before. */
@Contract(response = ListSignIns.Shown.class)
record ListSignIns(
    Sessions sessions,
    SignInRecords records,
    AccountStore accounts,
    SignInWays ways,
    Recency recency,
    InstantSource clock)
    implements Operation {

  /** A session as its owner sees it; the id gives no access, it is a hash of what does. */
  private record Running(
      String sessionId, String device, Instant startedAt, Instant lastSeenAt, boolean current) {
    static Running of(Session s, String current) {
      return new Running(s.id(), s.device(), s.startedAt(), s.lastSeenAt(), s.id().equals(current));
    }
  }

  private record Past(Instant at, String device, SignInRecord.What what, String label) {}

  /** A way that is attached; the identity gives no access, it is a hash under a key of ours. */
  private record Attached(String identity, String way, String label, @Nullable Instant since) {}

  /**
   * @param recent whether they signed in so lately that they may attach and detach ways
   */
  record Shown(List<Running> running, List<Past> past, List<Attached> ways, boolean recent) {}

  @Override
  public Response run(Request request) {
    Caller.Resident resident = request.resident();
    return Response.ok(
        new Shown(
            sessions.running(resident.accountId()).stream()
                .map(s -> Running.of(s, resident.session()))
                .toList(),
            records.of(resident.accountId(), clock.instant()).stream()
                .map(e -> new Past(e.at(), e.device(), e.what(), ways.label(e.way())))
                .toList(),
            accounts.ways(resident.accountId()).stream()
                .map(w -> new Attached(w.identity(), w.way(), ways.label(w.way()), w.since()))
                .toList(),
            recency.isRecent(resident)));
  }
}
