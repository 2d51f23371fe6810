package jp.ishikari.link.staffdirectory;

import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Changes name, roles, divisions, dates and standing in; ends the use by a last day that has
 * passed. Nobody changes their own registration.
 */
@Contract(response = StaffWrite.Saved.class)
record ChangeStaffMember(StaffWrite writes) implements Operation {

  private record Asked(int revision, Registration registration) {}

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
                            Body.read(request, body -> read(body, member))
                                .then(asked -> StaffWrite.notOwn(request, asked))
                                .map(
                                    asked ->
                                        writes.change(
                                            request,
                                            key,
                                            member,
                                            asked.revision(),
                                            asked.registration()))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Asked read(Body body, StaffMember member) {
    Registration registration = RegistrationRequest.read(body, member.registration().account());
    writes.rules().check(registration, member, body::wrong);
    return new Asked(body.integer("revision", 1, Integer.MAX_VALUE), registration);
  }
}
