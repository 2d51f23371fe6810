package jp.ishikari.link.staffdirectory;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Forgets a lost authenticator; the member enrols another one with the code that is answered once.
 * Nobody does it for themselves.
 */
@Contract(request = StaffWrite.Seen.class, response = StaffWrite.Saved.class)
record ResetOneTimeCode(StaffWrite writes) implements Operation {

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                writes
                    .fresh(key, 200)
                    .then(fresh -> writes.find(request))
                    .then(
                        member ->
                            Body.read(request, StaffWrite.Seen.class)
                                .map(StaffWrite.Seen::revision)
                                .then(revision -> StaffWrite.notOwn(request, revision))
                                .map(revision -> writes.reset(request, key, member, revision))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
