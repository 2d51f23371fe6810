package jp.ishikari.link.staffdirectory;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Ends a client of the partner API; it is refused with its next request. */
@Contract(request = PartnerWrite.Seen.class, response = PartnerWrite.Saved.class)
record RevokePartner(PartnerWrite writes) implements Operation {

  @Override
  public Response run(Request request) {
    return writes.revoke(request);
  }
}
