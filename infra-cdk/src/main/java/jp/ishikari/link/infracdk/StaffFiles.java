package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.blueprint.SecurityHeader;
import jp.ishikari.link.blueprint.SiteFile;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The staff console's files on the staff host: the gateway reads them from the buckets itself, so
 * that staff never pass the public edge and the firewall sees where they are. Text only: the
 * gateway would spoil fonts and pictures.
 */
final class StaffFiles {
  private static final List<String> COPIED_HEADERS =
      List.of("Content-Type", "Cache-Control", "ETag", "Last-Modified");
  private static final Pattern PARAMETER = Pattern.compile("\\{(file)\\+?}");

  private final Place place;
  private final Role reader;

  StaffFiles(Construct scope, Place place) {
    this.place = place;
    this.reader =
        Role.Builder.create(scope, "FileReader")
            .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
            .inlinePolicies(
                ImmutableMap.of(
                    "read",
                    PolicyDocument.Builder.create()
                        .statements(
                            List.of(
                                PolicyStatement.Builder.create()
                                    .actions(List.of("s3:GetObject"))
                                    .resources(objects())
                                    .build()))
                        .build()))
            .build();
  }

  private List<String> objects() {
    String site = place.arn(Bucket.SITE) + "/";
    List<String> objects = new ArrayList<>();
    objects.add(site + SiteFile.STAFF_PAGE);
    SiteFile.ON_THE_STAFF_HOST.forEach(name -> objects.add(site + name));
    SiteFile.FOLDERS_ON_THE_STAFF_HOST.forEach(folder -> objects.add(site + folder + "*"));
    objects.add(place.arn(Bucket.CATALOGUE) + "/*");
    return objects;
  }

  void addTo(OpenApiBody body) {
    for (Screen screen : Screen.values()) {
      if (screen.site() == Screen.Site.STAFF) {
        body.add(screen.path(), "get", file(screen.path(), Bucket.SITE, SiteFile.STAFF_PAGE));
      }
    }
    for (String name : SiteFile.ON_THE_STAFF_HOST) {
      body.add("/" + name, "get", file("/" + name, Bucket.SITE, name));
    }
    for (String folder : SiteFile.FOLDERS_ON_THE_STAFF_HOST) {
      String name = folder + "{file}";
      body.add("/" + name, "get", file("/" + name, Bucket.SITE, name));
    }
    String data = Bucket.CATALOGUE_PATH + "{file+}";
    body.add(data, "get", file(data, Bucket.CATALOGUE, "{file}"));
  }

  private Map<String, Object> file(String path, Bucket bucket, String object) {
    Map<String, Object> declared = new TreeMap<>();
    Map<String, Object> sent = new TreeMap<>();
    for (String header : COPIED_HEADERS) {
      declared.put(header, ImmutableMap.of("schema", ImmutableMap.of("type", "string")));
      sent.put("method.response.header." + header, "integration.response.header." + header);
    }
    for (SecurityHeader header : SecurityHeader.values()) {
      declared.put(header.header(), ImmutableMap.of("schema", ImmutableMap.of("type", "string")));
      // A literal stands in single quotes; those within it stay as they are.
      sent.put("method.response.header." + header.header(), "'" + header.value() + "'");
    }
    Map<String, Object> integration = new TreeMap<>();
    integration.put("type", "aws");
    integration.put("httpMethod", "GET");
    integration.put(
        "uri",
        "arn:aws:apigateway:%s:s3:path/%s/%s"
            .formatted(place.region().code(), place.bucketName(bucket), object));
    integration.put("credentials", reader.getRoleArn());
    integration.put("passthroughBehavior", "when_no_match");
    Matcher parameter = PARAMETER.matcher(path);
    if (parameter.find()) {
      String name = parameter.group(1);
      integration.put(
          "requestParameters",
          ImmutableMap.of("integration.request.path." + name, "method.request.path." + name));
    }
    integration.put(
        "responses",
        ImmutableMap.of(
            "200",
            ImmutableMap.of("statusCode", "200", "responseParameters", sent),
            "default",
            ImmutableMap.of("statusCode", "404")));
    Map<String, Object> operation = new TreeMap<>();
    operation.put("parameters", OpenApiBody.parameters(path));
    operation.put(
        "responses",
        ImmutableMap.of(
            "200",
            ImmutableMap.of("description", "the file", "headers", declared),
            "404",
            ImmutableMap.of("description", "no such file")));
    operation.put("x-amazon-apigateway-integration", integration);
    return operation;
  }
}
