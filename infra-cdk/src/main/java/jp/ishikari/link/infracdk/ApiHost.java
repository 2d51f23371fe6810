package jp.ishikari.link.infracdk;

import jp.ishikari.link.blueprint.Api;
import software.amazon.awscdk.services.apigateway.BasePathMapping;
import software.amazon.awscdk.services.apigateway.DomainName;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.SecurityPolicy;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.ApiGatewayDomain;
import software.constructs.Construct;

/**
 * The name of an API. Both regions hold it; DNS answers with the active one, because the weight
 * follows the role. Never the other way round.
 */
final class ApiHost extends Construct {
  private static final int ALL = 100;
  private static final int NONE = 0;

  ApiHost(Construct scope, Place place, Api api, SpecRestApi gateway) {
    super(scope, "Host");
    DomainName name =
        DomainName.Builder.create(this, "Name")
            .domainName(place.apiHost(api))
            .certificate(
                Certificate.fromCertificateArn(
                    this, "Certificate", place.settings().certificate(place.region())))
            .endpointType(EndpointType.REGIONAL)
            .securityPolicy(SecurityPolicy.TLS_1_2)
            .build();
    BasePathMapping.Builder.create(this, "Path")
        .domainName(name)
        .restApi(gateway)
        .stage(gateway.getDeploymentStage())
        .build();
    ARecord.Builder.create(this, "Record")
        .zone(zone(this, place))
        .recordName(place.apiHost(api) + ".")
        .target(RecordTarget.fromAlias(new ApiGatewayDomain(name)))
        .weight(place.isActive() ? ALL : NONE)
        .setIdentifier(place.region().code())
        .build();
  }

  static IHostedZone zone(Construct scope, Place place) {
    return HostedZone.fromHostedZoneAttributes(
        scope,
        "Zone",
        HostedZoneAttributes.builder()
            .hostedZoneId(place.settings().zoneId())
            .zoneName(place.settings().zoneName())
            .build());
  }
}
