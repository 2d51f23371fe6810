package jp.ishikari.link.formdesign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jp.ishikari.link.edge.Json;
import org.junit.jupiter.api.Test;

/** Packages of every version that there ever was can be read. */
class DesignPackageTest {
  /** As the first version was written. */
  private static final String FIRST =
      """
      {"format":"ishikari-link-form-package","formatVersion":1,"content":{"name":"犬の登録",
      "kana":"いぬのとうろく","summary":"犬を飼い始めたとき","category":"life","events":["moving"],
      "audience":"個人","needs":["狂犬病予防注射の証明書"],"feeText":"3,000円","standardDays":5,
      "level":"GUEST","online":true,"law":"狂犬病予防法第4条","form":{"id":"package","version":1,
      "title":"犬の登録","pages":[{"id":"dog","title":"犬について","fields":[
      {"id":"name","type":"text","label":"犬の名前","required":true}]}]}}}""";

  @Test
  @SuppressWarnings("unchecked")
  void oneOfTheFirstVersionIsReadAsAProcedureWithoutWordsOfItsOwnAndInJapaneseOnly() {
    Map<String, Object> data = Json.MAPPER.readValue(FIRST, Map.class);
    DesignPackage read = DesignPackage.read(data).fold(refusal -> null, ok -> ok);
    assertEquals(List.of(), read.as("inu", "犬の登録", "kankyo").words());
    assertEquals(Map.of(), read.as("inu", "犬の登録", "kankyo").texts());
    assertEquals("狂犬病予防法第4条", read.as("inu", "犬の登録", "kankyo").law());
    assertEquals(
        DesignPackage.CURRENT, DesignPackage.of(read.as("inu", "犬の登録", "kankyo")).formatVersion());
  }
}
