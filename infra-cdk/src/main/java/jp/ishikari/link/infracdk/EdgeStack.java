package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.blueprint.SecurityHeader;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.OriginGroup;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.s3.BucketAttributes;
import software.constructs.Construct;

/**
 * What residents reach: public files from the buckets, {@code /api/*} from the active region by
 * name, one origin for both. Declared from Tokyo but of no region; keeps copies of public files
 * only. Writes no access log: its lines hold path and query, and with them application ids and the
 * codes of sign-ins; the API behind it logs routes instead.
 */
final class EdgeStack extends Stack {
  private static final List<Integer> BROKEN = List.of(500, 502, 503, 504);

  private final Place tokyo;

  EdgeStack(Construct scope, Place tokyo) {
    super(scope, "edge", Stacks.props(tokyo, "edge"));
    this.tokyo = tokyo;
    String host = tokyo.settings().host(Api.RESIDENT);
    ResponseHeadersPolicy pages = headers("PageHeaders", true, false);
    IOrigin site = kept(Bucket.SITE);
    Distribution distribution =
        Distribution.Builder.create(this, "Portal")
            .comment(Names.CITY)
            .domainNames(List.of(host))
            .certificate(
                Certificate.fromCertificateArn(
                    this, "Certificate", tokyo.settings().edgeCertificate()))
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .defaultBehavior(files(site, "Pages", EdgeCode.pages(), pages))
            .additionalBehaviors(
                ImmutableMap.of(
                    Screen.Site.KIOSK.prefix() + "*",
                    files(site, "Kiosk", EdgeCode.pages(), headers("KioskHeaders", true, true)),
                    Bucket.CATALOGUE_PATH + "*",
                    files(kept(Bucket.CATALOGUE), "Data", EdgeCode.data(), pages),
                    "/api/*",
                    api()))
            .build();
    RecordTarget target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    var zone = ApiHost.zone(this, tokyo);
    ARecord.Builder.create(this, "Host").zone(zone).recordName(host + ".").target(target).build();
    AaaaRecord.Builder.create(this, "Host6")
        .zone(zone)
        .recordName(host + ".")
        .target(target)
        .build();
  }

  /** A bucket in both regions. */
  private IOrigin kept(Bucket bucket) {
    return OriginGroup.Builder.create()
        .primaryOrigin(origin(bucket, tokyo))
        .fallbackOrigin(origin(bucket, tokyo.other()))
        .fallbackStatusCodes(BROKEN)
        .build();
  }

  private BehaviorOptions files(
      IOrigin origin, String id, String code, ResponseHeadersPolicy headers) {
    return BehaviorOptions.builder()
        .origin(origin)
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
        .responseHeadersPolicy(headers)
        .functionAssociations(List.of(before(id, code)))
        .compress(true)
        .build();
  }

  private IOrigin origin(Bucket bucket, Place place) {
    return S3BucketOrigin.withOriginAccessControl(
        software.amazon.awscdk.services.s3.Bucket.fromBucketAttributes(
            this,
            Names.pascal(bucket) + "In" + Names.pascal(place.region()),
            BucketAttributes.builder()
                .bucketName(place.bucketName(bucket))
                .region(place.region().code())
                .build()));
  }

  private BehaviorOptions api() {
    return BehaviorOptions.builder()
        .origin(
            HttpOrigin.Builder.create(tokyo.apiHost(Api.RESIDENT))
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .customHeaders(
                    ImmutableMap.of(
                        ApiFirewall.EDGE_HEADER,
                        ApiFirewall.edgeSecret(tokyo.settings().edgeProofs().getFirst())))
                .build())
        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        .cachePolicy(CachePolicy.CACHING_DISABLED)
        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
        .responseHeadersPolicy(headers("AnswerHeaders", false, false))
        .functionAssociations(List.of(before("Viewer", EdgeCode.viewer())))
        .build();
  }

  private FunctionAssociation before(String id, String code) {
    return FunctionAssociation.builder()
        .eventType(FunctionEventType.VIEWER_REQUEST)
        .function(
            software.amazon.awscdk.services.cloudfront.Function.Builder.create(this, id + "Code")
                .functionName(Names.CITY + "-" + id.toLowerCase(Locale.ROOT))
                .runtime(FunctionRuntime.JS_2_0)
                .code(FunctionCode.fromInline(code))
                .build())
        .build();
  }

  /**
   * @param pages decides itself; otherwise only fills in what an answer of the API left open
   * @param unkept no browser keeps the page: everybody uses it
   */
  private ResponseHeadersPolicy headers(String id, boolean pages, boolean unkept) {
    List<ResponseCustomHeader> custom =
        new ArrayList<>(
            List.of(
                custom(SecurityHeader.PERMISSIONS_POLICY, pages),
                custom(SecurityHeader.CROSS_ORIGIN_OPENER_POLICY, pages),
                custom(SecurityHeader.CROSS_ORIGIN_RESOURCE_POLICY, pages)));
    if (unkept) {
      custom.add(
          ResponseCustomHeader.builder()
              .header("cache-control")
              .value("no-store")
              .override(true)
              .build());
    }
    return ResponseHeadersPolicy.Builder.create(this, id)
        .responseHeadersPolicyName(Names.CITY + "-" + id)
        .securityHeadersBehavior(
            ResponseSecurityHeadersBehavior.builder()
                .contentSecurityPolicy(
                    ResponseHeadersContentSecurityPolicy.builder()
                        .contentSecurityPolicy(
                            pages ? sendingFiles() : SecurityHeader.CONTENT_SECURITY_POLICY.value())
                        .override(pages)
                        .build())
                .strictTransportSecurity(
                    ResponseHeadersStrictTransportSecurity.builder()
                        .accessControlMaxAge(Duration.seconds(SecurityHeader.TLS_ONLY_SECONDS))
                        .includeSubdomains(true)
                        .override(true)
                        .build())
                .contentTypeOptions(
                    ResponseHeadersContentTypeOptions.builder().override(true).build())
                .referrerPolicy(
                    ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(HeadersReferrerPolicy.SAME_ORIGIN)
                        .override(pages)
                        .build())
                .build())
        .customHeadersBehavior(
            ResponseCustomHeadersBehavior.builder().customHeaders(custom).build())
        .build();
  }

  /** Whichever region is active signs permissions for its own bucket. */
  private String sendingFiles() {
    return SecurityHeader.policySendingTo(
        List.of(tokyo.bucketOrigin(Bucket.UPLOADS), tokyo.other().bucketOrigin(Bucket.UPLOADS)));
  }

  private static ResponseCustomHeader custom(SecurityHeader header, boolean override) {
    return ResponseCustomHeader.builder()
        .header(header.header())
        .value(header.value())
        .override(override)
        .build();
  }
}
