package jp.ishikari.link.staffdirectory;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Lets somebody whom wrong codes have locked try again at once. Nobody does it for themselves. */
@Contract(request = StaffWrite.Seen.class, response = StaffWrite.Saved.class)
record ReleaseStaffLock(StaffWrite writes) implements Operation {

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
                                .map(revision -> writes.release(request, key, member, revision))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
