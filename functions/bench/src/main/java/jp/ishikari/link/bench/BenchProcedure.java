package jp.ishikari.link.bench;

import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Procedure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A procedure like a certificate request, and a resident's submit to it as the gateway hands it
 * over.
 */
final class BenchProcedure {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BenchProcedure() {}

  static Procedure procedure() {
    Map<String, Object> form =
        Map.of(
            "id",
            "bench",
            "version",
            1,
            "title",
            "証明書の交付請求",
            "pages",
            List.of(
                Map.of(
                    "id", "applicant",
                    "title", "あなたについて",
                    "fields",
                        List.of(
                            Map.of(
                                "id",
                                "name",
                                "type",
                                "name",
                                "label",
                                "氏名",
                                "required",
                                true,
                                "gif",
                                "fullName"),
                            Map.of(
                                "id",
                                "address",
                                "type",
                                "address",
                                "label",
                                "住所",
                                "required",
                                true,
                                "gif",
                                "address"),
                            Map.of(
                                "id",
                                "birth",
                                "type",
                                "date",
                                "label",
                                "生年月日",
                                "required",
                                true,
                                "gif",
                                "dateOfBirth"),
                            Map.of(
                                "id",
                                "phone",
                                "type",
                                "phone",
                                "label",
                                "電話番号",
                                "required",
                                true,
                                "gif",
                                "phone"),
                            Map.of(
                                "id",
                                "email",
                                "type",
                                "email",
                                "label",
                                "メールアドレス",
                                "required",
                                true,
                                "gif",
                                "email"),
                            Map.of(
                                "id",
                                "copies",
                                "type",
                                "number",
                                "label",
                                "通数",
                                "required",
                                true,
                                "min",
                                1,
                                "max",
                                9)))),
            "fee",
            Map.of("*", List.of(Map.of("var", "copies"), 300)));
    return new Procedure(
        "bench",
        1,
        "証明書の交付請求",
        "しょうめいしょ",
        List.of(),
        "",
        "certificates",
        List.of(),
        "個人",
        List.of(),
        "1通300円",
        3,
        "shimin",
        Procedure.Level.GUEST,
        true,
        true,
        null,
        null,
        Map.of(),
        form,
        List.of(),
        null,
        null,
        null);
  }

  /** The body of a submit. */
  static String body() {
    return JSON.writeValueAsString(
        Map.of(
            "procedureId",
            "bench",
            "formVersion",
            1,
            "fee",
            600,
            "answers",
            Map.of(
                "name",
                Map.of("family", "石狩", "given", "花子", "familyKana", "イシカリ", "givenKana", "ハナコ"),
                "address",
                Map.of(
                    "postalCode",
                    "0613292",
                    "prefecture",
                    "北海道",
                    "city",
                    "石狩市",
                    "town",
                    "花川北六条",
                    "block",
                    "1丁目30-2"),
                "birth",
                "1989-01-07",
                "phone",
                "0133-00-0000",
                "email",
                "hanako@example.jp",
                "copies",
                2)));
  }

  /** The gateway's event of a submit with an idempotency key. */
  static byte[] event(String origin, String idempotencyKey) {
    ObjectNode event = JSON.createObjectNode();
    event.put("httpMethod", Route.SUBMIT_APPLICATION.method().name());
    event.put("resource", Route.SUBMIT_APPLICATION.path());
    ObjectNode headers = event.putObject("multiValueHeaders");
    headers.putArray("Content-Type").add("application/json");
    headers.putArray("Origin").add(origin);
    headers.putArray("Idempotency-Key").add(idempotencyKey);
    event.putObject("requestContext").putObject("authorizer").put("kind", "guest");
    event.put("body", body());
    return JSON.writeValueAsBytes(event);
  }
}
