package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jp.ishikari.link.blueprint.SecurityHeader;

/**
 * What a caller is told when the gateway itself refuses, in the one error body of the city hall
 * (RFC 9457). Codes and titles are those of the functions' own answers; a test compares them.
 */
enum GatewayProblem {
  UNREADABLE(
      400, "送信された内容を読み取れませんでした。", "BAD_REQUEST_BODY", "BAD_REQUEST_PARAMETERS", "DEFAULT_4XX"),
  SIGN_IN_REQUIRED(401, "ログインが必要です。もう一度ログインしてください。", "UNAUTHORIZED"),
  FORBIDDEN(
      403,
      "この操作を行う権限がありません。",
      "ACCESS_DENIED",
      "EXPIRED_TOKEN",
      "INVALID_API_KEY",
      "INVALID_SIGNATURE",
      "WAF_FILTERED"),
  // The gateway's word for a path or method that does not exist.
  NOT_FOUND(404, "見つかりませんでした。", "MISSING_AUTHENTICATION_TOKEN", "RESOURCE_NOT_FOUND"),
  TOO_LARGE(413, "送信された内容が大きすぎます。", "REQUEST_TOO_LARGE"),
  UNSUPPORTED_MEDIA_TYPE(415, "この形式では受け付けられません。", "UNSUPPORTED_MEDIA_TYPE"),
  TOO_MANY_REQUESTS(429, "操作の回数が多すぎます。しばらくたってからやり直してください。", "QUOTA_EXCEEDED", "THROTTLED"),
  TIMED_OUT(504, "時間内に処理を終えられませんでした。済んでいることもあるので、状況を確かめてから、もう一度お試しください。", "INTEGRATION_TIMEOUT"),
  UNEXPECTED(
      500,
      "申し訳ありません。システムの不具合で処理できませんでした。",
      "API_CONFIGURATION_ERROR",
      "AUTHORIZER_CONFIGURATION_ERROR",
      "AUTHORIZER_FAILURE",
      "DEFAULT_5XX",
      "INTEGRATION_FAILURE");

  private final int status;
  private final String title;
  private final List<String> responseTypes;

  GatewayProblem(int status, String title, String... responseTypes) {
    this.status = status;
    this.title = title;
    this.responseTypes = List.of(responseTypes);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For {@code x-amazon-apigateway-gateway-responses}. */
  static Map<String, Object> responses() {
    Map<String, Object> responses = new TreeMap<>();
    for (GatewayProblem problem : values()) {
      for (String type : problem.responseTypes) {
        responses.put(type, problem.response());
      }
    }
    return responses;
  }

  private Map<String, Object> response() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("gatewayresponse.header.Content-Type", "'application/problem+json'");
    headers.put("gatewayresponse.header.Cache-Control", "'no-store'");
    for (SecurityHeader header : SecurityHeader.ofAnswers()) {
      headers.put("gatewayresponse.header." + header.header(), "'" + header.value() + "'");
    }
    return ImmutableMap.of(
        "statusCode",
        Integer.toString(status),
        "responseParameters",
        headers,
        "responseTemplates",
        ImmutableMap.of(
            "application/json",
            """
            {"type":"urn:ishikari-link:problem:%s","title":"%s","status":%d,"code":"%s",\
            "correlationId":"$context.requestId"}\
            """
                .formatted(code(), title, status, code())));
  }
}
