package jp.ishikari.link.staffdirectory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Changes name, roles, divisions, dates and standing in; ends the use by a last day that has
 * passed. Nobody changes their own registration.
 */
@Contract(request = ChangeStaffMember.Sent.class, response = StaffWrite.Saved.class)
record ChangeStaffMember(StaffWrite writes) implements Operation {

  record Sent(@Limit(min = 1) int revision, @JsonUnwrapped RegistrationRequest registration) {}

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
                            Body.read(
                                    request,
                                    Sent.class,
                                    (sent, mistakes) -> checked(sent, member, mistakes))
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

  private Asked checked(Sent sent, StaffMember member, Body.Mistakes mistakes) {
    Registration registration = sent.registration().of(member.registration().account());
    writes.rules().check(registration, member, mistakes);
    return new Asked(sent.revision(), registration);
  }
}
