package jp.ishikari.link.identity;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.aws.KmsEvidenceSeal;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.identity.door.ClientAssertion;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.door.RelyingParty;
import jp.ishikari.link.identity.residents.CardWay;
import jp.ishikari.link.identity.signing.AnswerShape;
import jp.ishikari.link.identity.signing.EvidenceKeeping;
import jp.ishikari.link.identity.signing.SigningParty;
import jp.ishikari.link.identity.signing.SigningTrust;
import jp.ishikari.link.identity.store.AccountStore;
import jp.ishikari.link.identity.store.CertificateStore;
import jp.ishikari.link.identity.store.DynamoCertificateStore;
import jp.ishikari.link.identity.store.DynamoSignInStore;
import jp.ishikari.link.identity.store.KmsResidentKeys;
import jp.ishikari.link.identity.store.ResidentKeys;
import jp.ishikari.link.identity.store.S3TrustFiles;
import jp.ishikari.link.signature.HashForm;

/** What signing an application is made of. */
record SigningWiring(Cloud cloud, InstantSource clock) {

  Map<Route, Operation> operations(
      ClientAssertion assertion, Cookies cookies, AccountStore accounts) {
    Environment environment = cloud.environment();
    ResidentKeys keys = new KmsResidentKeys(cloud);
    SigningStore requests = new DynamoSigningStore(cloud);
    CertificateStore certificates = new DynamoCertificateStore(cloud);
    RelyingParty side = new RelyingParty(CardWay.signing(environment), assertion, clock);
    SigningParty party =
        new SigningParty(
            side,
            URI.create(environment.get(Setting.SIGNING_TRANSACTIONS)),
            keys,
            AnswerShape.valueOf(environment.get(Setting.SIGNATURE_SHAPE)),
            HashForm.valueOf(environment.get(Setting.SIGNATURE_HASH)));
    Doorkeeper door =
        new Doorkeeper(side, DynamoSignInStore.ofResidents(cloud), cookies, Cookies.SIGNING, clock);
    return Map.of(
        Route.START_SIGNING,
        new StartSigning(door, party, requests, clock),
        Route.FINISH_SIGNING,
        new FinishSigning(
            door,
            party,
            CardWay.NAME,
            keys,
            accounts,
            requests,
            certificates,
            new SigningTrust(environment, new S3TrustFiles(cloud)),
            EvidenceKeeping.of(
                environment.get(Setting.SIGNATURE_EVIDENCE), keys, new KmsEvidenceSeal(cloud)),
            clock),
        Route.LIST_SIGNING_CONCERNS,
        new ListSigningConcerns(accounts, certificates, clock));
  }
}
