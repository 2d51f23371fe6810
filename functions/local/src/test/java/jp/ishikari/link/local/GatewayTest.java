package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayTest {
  @ParameterizedTest
  @EnumSource(Api.class)
  void servesExactlyTheRoutesThatTheBlueprintDeclaresForItsApi(Api api) {
    List<Route> declared = Arrays.stream(Route.values()).filter(r -> r.api() == api).toList();
    assertEquals(declared, new Gateway(api, null).routes());
  }

  @Test
  void everyRouteIsServedByExactlyOneApi() {
    Set<Route> served =
        Stream.of(Api.values())
            .flatMap(api -> new Gateway(api, null).routes().stream())
            .collect(Collectors.toSet());
    assertEquals(Set.of(Route.values()), served);
  }
}
