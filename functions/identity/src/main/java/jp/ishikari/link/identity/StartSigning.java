package jp.ishikari.link.identity;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.CanonicalJson;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.door.Pages;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.signing.SigningParty;
import jp.ishikari.link.identity.store.SignIn;

/** Sends a resident to the My Number card app, to sign what they have put down. */
@Contract(response = Contract.Page.class)
record StartSigning(
    Doorkeeper doorkeeper, SigningParty party, SigningStore requests, InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    String matter = request.path().get("matter");
    String page = Doorkeeper.local(request.query().get("returnTo"));
    Optional<SigningRequest> standing =
        requests.find(request.resident().accountId(), matter, clock.instant());
    if (standing.isEmpty()) {
      return Pages.notSigned(SignInFailure.NOTHING_TO_SIGN, page);
    }
    SigningRequest asked = standing.get();
    return party
        .open(HexFormat.of().parseHex(CanonicalJson.digest(asked.content())))
        .fold(
            failure -> Pages.notSigned(failure, page),
            transactionId ->
                doorkeeper.start(
                    request,
                    page,
                    new SignIn.Signing(
                        asked.accountId(), matter, asked.signingRequestId(), transactionId),
                    SigningParty.parameters(transactionId),
                    "署名に進む"));
  }
}
