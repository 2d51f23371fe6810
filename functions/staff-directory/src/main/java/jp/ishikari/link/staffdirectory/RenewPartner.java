package jp.ishikari.link.staffdirectory;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Gives a client of the partner API another secret; the one before counts no more. */
@Contract(request = PartnerWrite.Seen.class, response = PartnerWrite.Saved.class)
record RenewPartner(PartnerWrite writes) implements Operation {

  @Override
  public Response run(Request request) {
    return writes.renew(request);
  }
}
