package jp.ishikari.link.infracdk;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Setting;
import software.amazon.awscdk.services.cognito.UserPoolIdentityProviderSamlMetadata;

/**
 * What differs between two deployments of the same city hall: account, names, certificates, who is
 * active. Read from one properties file; secrets are never in it.
 */
public final class CitySettings {
  /** Settings that follow from others here, so that nobody can set them wrong. */
  private static final Set<Setting> DERIVED =
      EnumSet.of(Setting.PUBLIC_ORIGIN, Setting.STAFF_ORIGIN, Setting.ROLE, Setting.REGION_DIGIT);

  /** Settings that follow from a region's pool where the city's provider speaks SAML. */
  private static final Set<Setting> FROM_THE_POOL =
      EnumSet.of(
          Setting.STAFF_ISSUER,
          Setting.STAFF_CLIENT_ID,
          Setting.STAFF_CLIENT_AUTHENTICATION,
          Setting.STAFF_ACCOUNT_CLAIM);

  private static final String SAML = "staff.saml.";
  private static final String STAFF_NETWORKS = "staff.networks";
  private static final String ANY = "any";
  private static final String PROTECTED = "protected";
  private static final String EDGE_PROOF = "edge.proof";

  private final Path file;
  private final Map<String, String> values;
  private final Made made;

  private CitySettings(Path file, Map<String, String> values, Made made) {
    this.file = file;
    this.values = values;
    this.made = made;
  }

  /**
   * Throws {@link IllegalArgumentException} naming everything that is missing or wrong, at once.
   *
   * @param made ids that the account gave; they stand in no file that people write
   */
  public static CitySettings read(Path file, Made made) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("cannot read the settings " + file, unreadable);
    }
    Map<String, String> values = new TreeMap<>();
    properties.forEach((key, value) -> values.put(key.toString(), value.toString().strip()));
    CitySettings settings = new CitySettings(file, values, made);
    List<String> problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(file + ": " + String.join("; ", problems));
    }
    return settings;
  }

  private List<String> problems() {
    List<String> needed =
        new ArrayList<>(
            List.of(
                "account",
                "active",
                "zone.id",
                "zone.name",
                "certificate.edge",
                "mail.alarms",
                PROTECTED,
                STAFF_NETWORKS));
    for (CityRegion region : CityRegion.values()) {
      needed.add("certificate." + region.code());
    }
    for (Api api : Api.values()) {
      needed.add("host." + Names.kebab(api));
    }
    if (values.containsKey(SAML + "metadata")) {
      needed.add(SAML + "account");
    }
    for (Setting setting : Setting.values()) {
      if (setting.fallback() == null && !isDerived(setting)) {
        needed.add("setting." + setting.name());
      }
    }
    List<String> problems =
        needed.stream()
            .filter(key -> values.getOrDefault(key, "").isEmpty())
            .map(key -> key + " is missing")
            .collect(Collectors.toCollection(ArrayList::new));
    String active = values.getOrDefault("active", "");
    if (!active.isEmpty() && regions().stream().noneMatch(active::equals)) {
      problems.add("active must be one of " + regions());
    }
    if (!List.of("", "yes", "no").contains(values.getOrDefault(PROTECTED, ""))) {
      problems.add(PROTECTED + " must be yes or no");
    }
    if (!values.getOrDefault(EDGE_PROOF, "1").matches("[1-9][0-9]*(\\s*,\\s*[1-9][0-9]*)*")) {
      problems.add(EDGE_PROOF + " must be numbers, the one that the edge sends first");
    }
    if (staffSamlMetadata() != null
        && !isAddress(staffSamlMetadata())
        && !Files.isReadable(samlFile())) {
      problems.add(SAML + "metadata names no file that can be read: " + samlFile());
    }
    return problems;
  }

  private static List<String> regions() {
    return Arrays.stream(CityRegion.values()).map(CityRegion::code).toList();
  }

  private boolean isDerived(Setting setting) {
    return DERIVED.contains(setting)
        || (staffSamlMetadata() != null && FROM_THE_POOL.contains(setting));
  }

  /** The account that owns everything. */
  public String account() {
    return values.get("account");
  }

  public RegionRole roleOf(CityRegion region) {
    return region.code().equals(values.get("active")) ? RegionRole.ACTIVE : RegionRole.STANDBY;
  }

  /** Whether traffic moves to new versions at once, as in a promotion, instead of a tenth first. */
  public boolean releasesAtOnce() {
    return values.getOrDefault("release", "").equals("at-once");
  }

  /**
   * Whether what must never be lost is protected from deletion: not before the first deployment has
   * succeeded, because a failed one could not be taken back and repeated.
   */
  public boolean isProtected() {
    return values.get(PROTECTED).equals("yes");
  }

  public String zoneId() {
    return values.get("zone.id");
  }

  /** The DNS zone all hosts are in; mail is sent from it too. */
  public String zoneName() {
    return values.get("zone.name");
  }

  /** The host people type. */
  public String host(Api api) {
    return values.get("host." + Names.kebab(api));
  }

  public String origin(Api api) {
    return "https://" + host(api);
  }

  /** Certificate of the hosts served in a region. */
  public String certificate(CityRegion region) {
    return values.get("certificate." + region.code());
  }

  /** Certificate of the portal at the edge; the edge takes them from us-east-1 only. */
  public String edgeCertificate() {
    return values.get("certificate.edge");
  }

  /** Id of a multi-region key ({@code mrk-…}), the same in both regions. */
  public String keyId(Key key) {
    return made.key(key);
  }

  /** Who is told of alarms. */
  public String alarmMail() {
    return values.get("mail.alarms");
  }

  /**
   * Numbers of the values by which the edge proves itself: the first is sent, all are accepted.
   * More than one only while a new value takes an old one's place.
   */
  public List<String> edgeProofs() {
    List<String> numbers = list(EDGE_PROOF);
    return numbers.isEmpty() ? List.of("1") : numbers;
  }

  /**
   * Where the city's SAML provider tells what it is, an address or a file beside the settings; null
   * where it speaks OpenID Connect itself and the settings of functions name it.
   */
  public String staffSamlMetadata() {
    return values.get(SAML + "metadata");
  }

  /** What the city's SAML provider says of itself. */
  UserPoolIdentityProviderSamlMetadata staffSaml() {
    if (isAddress(staffSamlMetadata())) {
      return UserPoolIdentityProviderSamlMetadata.url(staffSamlMetadata());
    }
    try {
      return UserPoolIdentityProviderSamlMetadata.file(Files.readString(samlFile()));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("cannot read " + samlFile(), unreadable);
    }
  }

  /** Id of a region's pool of staff. */
  String staffPool(CityRegion region) {
    return made.pool(region);
  }

  private static boolean isAddress(String metadata) {
    return metadata.startsWith("https://");
  }

  private Path samlFile() {
    return file.resolveSibling(staffSamlMetadata());
  }

  /** The SAML attribute that carries the account of staff. */
  public String staffSamlAccount() {
    return values.get(SAML + "account");
  }

  /**
   * Networks from which the staff host may be reached; empty where the settings say in so many
   * words that it may be any.
   */
  public List<String> staffNetworks() {
    return values.get(STAFF_NETWORKS).equals(ANY) ? List.of() : list(STAFF_NETWORKS);
  }

  private List<String> list(String key) {
    return Arrays.stream(values.getOrDefault(key, "").split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** What functions of a region find in their environment for a setting. */
  public String valueOf(Setting setting, CityRegion region) {
    if (staffSamlMetadata() != null && FROM_THE_POOL.contains(setting)) {
      return fromThePool(setting, region);
    }
    return switch (setting) {
      case PUBLIC_ORIGIN -> origin(Api.RESIDENT);
      case STAFF_ORIGIN -> origin(Api.STAFF);
      case ROLE -> roleOf(region).value();
      case REGION_DIGIT -> Integer.toString(region.digit());
      default -> values.getOrDefault("setting." + setting.name(), setting.fallback());
    };
  }

  /** Ids of pool and client are known after the first deployment of their stack. */
  private String fromThePool(Setting setting, CityRegion region) {
    return switch (setting) {
      case STAFF_ISSUER ->
          "https://cognito-idp.%s.amazonaws.com/%s".formatted(region.code(), made.pool(region));
      case STAFF_CLIENT_ID -> made.client(region);
      // Cognito knows no private_key_jwt.
      case STAFF_CLIENT_AUTHENTICATION -> "NONE";
      case STAFF_ACCOUNT_CLAIM -> StaffSignInStack.ACCOUNT_CLAIM;
      default -> throw new IllegalArgumentException(setting + " is not the pool's");
    };
  }
}
