package jp.ishikari.link.staffdirectory;

import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Registers somebody whom the city's identity provider knows. */
@Contract(response = StaffWrite.Saved.class, status = 201)
record AddStaffMember(StaffWrite writes) implements Operation {

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                writes
                    .fresh(key, 201)
                    .then(fresh -> Body.read(request, this::read))
                    .map(registration -> writes.add(request, key, registration)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Registration read(Body body) {
    Registration registration = RegistrationRequest.read(body, null);
    writes.rules().check(registration, null, body::wrong);
    return registration;
  }
}
