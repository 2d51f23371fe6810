package jp.ishikari.link.counter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import tools.jackson.databind.json.JsonMapper;

/** A browser that does what ours does at the counter, with a key of its own. */
record PretendTerminal(EntryFunction entry, ECKey key) {

  static PretendTerminal over(TestCloud cloud) {
    return new PretendTerminal(
        new CounterWiring().wire(Entry.COUNTER_RESIDENT, cloud), key(Curve.P_256));
  }

  static ECKey key(Curve curve) {
    try {
      return new ECKeyGenerator(curve).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  PretendTerminal with(ECKey other) {
    return new PretendTerminal(entry, other);
  }

  String challenge() {
    return GatewayCall.of(Route.DRAW_CHALLENGE)
        .as(new Caller.Guest())
        .sentTo(entry)
        .text("challenge");
  }

  String proof() {
    return proof(TestCloud.PORTAL, challenge());
  }

  String proof(String origin, String challenge) {
    return signed(Map.of("aud", origin, "challenge", challenge));
  }

  String signed(Map<String, Object> payload) {
    try {
      JWSAlgorithm algorithm =
          Curve.P_256.equals(key.getCurve()) ? JWSAlgorithm.ES256 : JWSAlgorithm.ES384;
      JWSObject jws = new JWSObject(new JWSHeader(algorithm), new Payload(payload));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  GatewayAnswer enrol(String code) {
    return enrol(code, key.toPublicJWK().toJSONObject(), proof());
  }

  GatewayAnswer enrol(String code, Map<String, Object> jwk, String proof) {
    return enrolFrom(UUID.randomUUID().toString(), code, jwk, proof);
  }

  GatewayAnswer enrolFrom(String viewer, String code, ECKey from, String proof) {
    return enrolFrom(viewer, code, from.toPublicJWK().toJSONObject(), proof);
  }

  private GatewayAnswer enrolFrom(
      String viewer, String code, Map<String, Object> jwk, String proof) {
    return GatewayCall.of(Route.ENROL_TERMINAL)
        .as(new Caller.Guest())
        .header(Api.VIEWER_HEADER, viewer)
        .change(
            body -> {
              body.put("code", code).put("proof", proof);
              body.set("key", JsonMapper.shared().valueToTree(jwk));
            })
        .sentTo(entry);
  }

  GatewayCall beginning(String terminalId, String proof) {
    return GatewayCall.of(Route.BEGIN_VISIT)
        .as(new Caller.Guest())
        .change(body -> body.put("terminalId", terminalId).put("proof", proof));
  }

  GatewayAnswer begin(String terminalId) {
    return beginning(terminalId, proof()).sentTo(entry);
  }

  /** The value of a cookie that an answer sets. */
  static String cookie(GatewayAnswer answer, String name) {
    for (var header : answer.headers().path("Set-Cookie")) {
      if (header.stringValue().startsWith(name + "=")) {
        return header.stringValue().substring(name.length() + 1).split(";")[0];
      }
    }
    throw new AssertionError("no cookie " + name + " in " + answer.headers());
  }
}
