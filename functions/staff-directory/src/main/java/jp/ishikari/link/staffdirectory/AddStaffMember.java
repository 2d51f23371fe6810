package jp.ishikari.link.staffdirectory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Registers somebody whom the city's identity provider knows. */
@Contract(request = AddStaffMember.Asked.class, response = StaffWrite.Saved.class, status = 201)
record AddStaffMember(StaffWrite writes) implements Operation {

  record Asked(@Limit(max = 64) String account, @JsonUnwrapped RegistrationRequest registration) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                writes
                    .fresh(key, 201)
                    .then(fresh -> Body.read(request, Asked.class, this::checked))
                    .map(registration -> writes.add(request, key, registration)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Registration checked(Asked asked, Body.Mistakes mistakes) {
    Registration registration = asked.registration().of(asked.account());
    writes.rules().check(registration, null, mistakes);
    return registration;
  }
}
