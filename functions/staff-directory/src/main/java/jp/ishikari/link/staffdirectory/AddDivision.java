package jp.ishikari.link.staffdirectory;

import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Adds a division, as a reorganisation makes it. */
@Contract(request = DivisionWrite.Sent.class, response = DivisionWrite.Saved.class, status = 201)
record AddDivision(DivisionWrite writes) implements Operation {

  @Override
  public Response run(Request request) {
    return writes.save(request, "d-" + UUID.randomUUID(), Optional.empty(), 201);
  }
}
