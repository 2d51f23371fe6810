package jp.ishikari.link.documents;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** What was handed over for an application that was sent in without signing in. */
@Contract(request = FollowedApplication.Named.class, response = ListDocuments.Documents.class)
record ListFollowedDocuments(FollowedApplication followed, ListDocuments listing)
    implements Operation {

  @Override
  public Response run(Request request) {
    return Body.read(request, FollowedApplication.Named.class)
        .then(named -> followed.find(named.code()))
        .fold(
            refusal -> refusal,
            application -> Response.ok(listing.of(application.applicationId())));
  }
}
