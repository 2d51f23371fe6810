package jp.ishikari.link.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.edge.Json;
import tools.jackson.databind.JsonNode;

/** Addresses and sample people, printed once the city hall is open. */
record Welcome(Sites sites, Path people) {

  void print() throws IOException {
    System.out.println();
    System.out.println("住民ポータル　　　　" + sites.portal() + "/");
    System.out.println("窓口端末　　　　　　" + sites.portal() + Screen.Site.KIOSK.prefix());
    System.out.println("職員コンソール　　　" + sites.staff() + "/");
    System.out.println("送信メール・SMS　　 http://127.0.0.1:" + sites.firstEnginePort() + "/");
    System.out.println(
        "決済サービスの見本　 http://127.0.0.1:"
            + (sites.firstEnginePort() + Engines.PORTS.indexOf("gateway"))
            + "/");
    System.out.println();
    System.out.println("サンプルの住民（カードの代わりに画面で選び、暗証番号を入力します）");
    for (JsonNode person : read("residents.json")) {
      System.out.printf(
          "  %s　暗証番号 %s%n", person.path("name").asString(), person.path("pin").asString());
    }
    System.out.println("サンプルの職員（ログイン後にワンタイムコードを入力します）");
    for (JsonNode person : read("staff.json")) {
      System.out.printf(
          "  %-12s パスワード %s　%s　%s　コードの秘密 %s%n",
          person.path("username").asString(),
          person.path("password").asString(),
          person.path("name").asString(),
          person.path("roles").toString(),
          person.path("totpSecret").asString());
    }
    System.out.println("ワンタイムコードは http://127.0.0.1:" + sites.controlPort() + "/codes で見られます。");
  }

  private JsonNode read(String file) throws IOException {
    return Json.MAPPER.readTree(Files.readAllBytes(people.resolve(file)));
  }
}
