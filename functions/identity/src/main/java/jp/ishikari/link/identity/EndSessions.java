package jp.ishikari.link.identity;

import java.util.List;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Signs the resident out elsewhere: in one place, or everywhere but here. Doing it again changes
 * nothing, so that a repeated request needs no token.
 */
@Contract(request = EndSessions.Asked.class)
record EndSessions(Sessions sessions) implements Operation {

  /**
   * @param sessionId absent for everywhere but here
   */
  record Asked(@Nullable @Limit(max = 128) String sessionId) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .<Response>then(
            asked -> {
              String id = asked.sessionId();
              List<Session> ending = ending(request.resident(), id);
              if (id != null && ending.isEmpty()) {
                return Outcome.failure(Problem.NOT_FOUND.response());
              }
              ending.forEach(session -> sessions.end(session.id()));
              return Outcome.success(Response.noContent());
            })
        .fold(refusal -> refusal, done -> done);
  }

  private List<Session> ending(Caller.Resident resident, String idOrNull) {
    return sessions.running(resident.accountId()).stream()
        .filter(
            s -> idOrNull == null ? !s.id().equals(resident.session()) : s.id().equals(idOrNull))
        .toList();
  }
}
