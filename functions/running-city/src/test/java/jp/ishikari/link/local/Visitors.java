package jp.ishikari.link.local;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Scope;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.identity.IdentityWiring;
import jp.ishikari.link.testkit.SampleEvents;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Somebody who asks a running city: a kind of caller with a session of its own for every request,
 * as signing out is one of the things they do.
 */
record Visitors(
    RunningCity city,
    DynamoDbClient tables,
    String caller,
    String principal,
    String origin,
    boolean otherHost,
    String cookie) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Sample staff by role. */
  private static final Map<Role, String> STAFF =
      Map.of(
          Role.REVIEWER, "staff-suzuki",
          Role.VIEWER, "staff-tanaka",
          Role.DIVISION_ADMINISTRATOR, "staff-takahashi",
          Role.AUDITOR, "staff-sasaki",
          Role.ACCOUNTANT, "staff-kimura",
          Role.USER_ADMINISTRATOR, "staff-watanabe",
          Role.SYSTEM_ADMINISTRATOR, "staff-yoshida",
          Role.EMERGENCY_ADMINISTRATOR, "staff-hijo");

  /** A guest at a registered terminal. */
  static final String VISITOR = "visitor";

  /** A client of the partner API with every scope. */
  static final String PARTNER = "partner";

  /** Which way somebody signs in is part of the address; one there is in every city. */
  private static final String PROVIDER = "{provider}";

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final String CARD = IdentityWiring.CARD;
  private static final String OURS = "ours";

  Visitors(RunningCity city) {
    this(city, city.client(DynamoDbClient.builder(), "dynamodb"), "guest", null, OURS, false, null);
  }

  Visitors as(String kind) {
    return new Visitors(city, tables, kind, null, OURS, false, null);
  }

  /** With this origin; null for none. */
  Visitors from(String other) {
    return new Visitors(city, tables, caller, principal, other, otherHost, cookie);
  }

  /** With the session's cookie under the name that the other host uses. */
  Visitors onOtherHost() {
    return new Visitors(city, tables, caller, principal, origin, true, cookie);
  }

  Visitors withCookie(String value) {
    return new Visitors(city, tables, "guest", null, OURS, false, value);
  }

  String callerAllowedTo(Route route) {
    Access access = route.access();
    if (!access.roles().isEmpty()) {
      return access.roles().stream().sorted().findFirst().orElseThrow().name();
    }
    return switch (access) {
      case RESIDENT -> "resident";
      case VISITOR -> VISITOR;
      case STAFF_FIRST_FACTOR -> "first factor";
      case PROCEDURE_PARTNER -> PARTNER;
      default -> "guest";
    };
  }

  Visitors allowedTo(Route route) {
    return as(callerAllowedTo(route));
  }

  /** One person of a kind. */
  Visitors as(String kind, String who) {
    return new Visitors(city, tables, kind, who, OURS, false, null);
  }

  /** A guest at a terminal, in one visit for as long as they are asked. */
  Visitors atTerminal() {
    return new Visitors(city, tables, VISITOR, null, OURS, false, visit());
  }

  /** What staff know a visit by. */
  String hashOfCookie() {
    return hash(cookie);
  }

  /** What a path names, but for the way to sign in, in its order. */
  static List<String> parameters(Route route) {
    return PARAMETER
        .matcher(route.path().replace(PROVIDER, CARD))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  Stream<Map<String, AttributeValue>> rows(Table table) {
    return tables.scanPaginator(r -> r.tableName(Names.physical(table))).items().stream();
  }

  void put(Table table, Map<String, AttributeValue> row) {
    tables.putItem(r -> r.tableName(Names.physical(table)).item(row));
  }

  void put(Bucket bucket, String key, byte[] bytes) {
    try (S3Client objects = city.client(S3Client.builder().forcePathStyle(true), "s3")) {
      objects.putObject(
          r -> r.bucket(Names.physical(bucket)).key(key), RequestBody.fromBytes(bytes));
    }
  }

  /**
   * @param values of path parameters; with a question mark in front, of the query
   */
  HttpResponse<String> ask(Route route, Map<String, String> values) throws Exception {
    return ask(route, values, "{}");
  }

  /** With this body, where there may be one. */
  HttpResponse<String> ask(Route route, Map<String, String> values, String body) throws Exception {
    String path = route.path();
    StringBuilder query = new StringBuilder();
    for (Map.Entry<String, String> value : values.entrySet()) {
      String encoded = URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8);
      if (value.getKey().startsWith("?")) {
        query.append(query.isEmpty() ? "?" : "&").append(value.getKey().substring(1));
        query.append('=').append(encoded);
      } else {
        path = path.replace("{" + value.getKey() + "}", encoded);
      }
    }
    path = path.replace(PROVIDER, CARD);
    path = PARAMETER.matcher(path).replaceAll("none-of-this-name") + query;
    HttpRequest.Builder request = HttpRequest.newBuilder(address(route.api(), path));
    boolean post = route.method() == Route.Method.POST;
    request.method(
        route.method().name(),
        post ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
    if (post) {
      request.header("Content-Type", SampleEvents.contentType(route));
      request.header("Idempotency-Key", UUID.randomUUID().toString());
      if (origin != null) {
        request.header("Origin", origin.equals(OURS) ? city.origin(route.api()) : origin);
      }
    }
    if (caller.equals(PARTNER)) {
      request.header("Authorization", "Bearer " + client());
    }
    String secret = cookie == null ? session() : cookie;
    if (secret != null) {
      boolean resident = caller.equals("resident") ^ otherHost;
      String name =
          caller.equals(VISITOR)
              ? Cookies.VISIT
              : resident ? Cookies.SESSION : Cookies.STAFF_SESSION;
      request.header("Cookie", name + "=" + secret);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  String problemOf(Route route) throws Exception {
    return Json.MAPPER.readTree(ask(route, Map.of()).body()).path("code").asString("");
  }

  HttpResponse<String> page(Api api, String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(address(api, path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The whole answer to a request that names another host than the one it is sent to. */
  String rawWithHost(Route route, String host) throws IOException {
    URI address = address(route.api(), route.path().replace(PROVIDER, CARD));
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + address.getPath()
                      + " HTTP/1.1\r\nHost: "
                      + host
                      + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private URI address(Api api, String path) {
    return URI.create(city.origin(api) + path);
  }

  /** What a new client shows, which an administrator of the system has registered. */
  private String client() throws Exception {
    String body =
        Json.MAPPER.writeValueAsString(
            Map.of(
                "name",
                "連携先" + UUID.randomUUID(),
                "scopes",
                Arrays.stream(Scope.values()).map(Enum::name).toList(),
                "from",
                "2026-01-01"));
    HttpResponse<String> told =
        as(Role.SYSTEM_ADMINISTRATOR.name()).ask(Route.ADD_PARTNER, Map.of(), body);
    return Json.MAPPER.readTree(told.body()).get("secret").stringValue();
  }

  /** A new session of the caller; null for whoever has none. */
  private String session() {
    boolean resident = caller.equals("resident");
    if (caller.equals("guest") || caller.equals(PARTNER)) {
      return null;
    }
    if (caller.equals(VISITOR)) {
      return visit();
    }
    String who = principal;
    if (who == null) {
      who =
          resident
              ? account()
              : Arrays.stream(Role.values())
                  .filter(role -> role.name().equals(caller))
                  .findFirst()
                  .map(STAFF::get)
                  .orElse("staff-suzuki");
    }
    String secret = UUID.randomUUID().toString();
    Instant now = Instant.now();
    Map<String, AttributeValue> row =
        Map.of(
            "session",
            AttributeValue.fromS(hash(secret)),
            "kind",
            AttributeValue.fromS(resident ? "RESIDENT" : "STAFF"),
            "principalId",
            AttributeValue.fromS(who),
            "proven",
            AttributeValue.fromBool(!caller.equals("first factor")),
            "lastSeenAt",
            AttributeValue.fromS(now.toString()),
            "endsAt",
            AttributeValue.fromS(now.plus(Duration.ofHours(1)).toString()),
            Table.EXPIRY_ATTRIBUTE,
            AttributeValue.fromN(Long.toString(now.getEpochSecond() + 3600)));
    Table sessions = resident ? Table.SESSIONS : Table.STAFF_SESSIONS;
    tables.putItem(r -> r.tableName(Names.physical(sessions)).item(row));
    return secret;
  }

  /** A new visit at a terminal that is in use. */
  private String visit() {
    String secret = UUID.randomUUID().toString();
    Instant now = Instant.now();
    String terminal = "t-" + UUID.randomUUID();
    tables.putItem(
        r ->
            r.tableName(Names.physical(Table.TERMINALS))
                .item(
                    Map.of(
                        "terminalId",
                        AttributeValue.fromS(terminal),
                        "content",
                        AttributeValue.fromS(
                            Json.MAPPER.writeValueAsString(
                                new Terminal(
                                    terminal,
                                    2,
                                    "窓口1番",
                                    "1階",
                                    Set.of("shimin"),
                                    Terminal.State.IN_USE,
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    null))))));
    Map<String, AttributeValue> row =
        Map.of(
            "visit",
            AttributeValue.fromS(hash(secret)),
            "terminalId",
            AttributeValue.fromS(terminal),
            "terminalRevision",
            AttributeValue.fromN("2"),
            "terminalName",
            AttributeValue.fromS("窓口1番"),
            "divisions",
            AttributeValue.fromS("shimin"),
            "startedAt",
            AttributeValue.fromS(now.toString()),
            "lastSeenAt",
            AttributeValue.fromS(now.toString()),
            "endsAt",
            AttributeValue.fromS(now.plus(Duration.ofHours(1)).toString()));
    tables.putItem(r -> r.tableName(Names.physical(Table.VISITS)).item(row));
    return secret;
  }

  /** Any of the sample residents'. */
  private String account() {
    return rows(Table.ACCOUNTS).findFirst().orElseThrow().get("accountId").s();
  }

  private static String hash(String secret) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
