package jp.ishikari.link.localcloud;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.localcloud.bus.BusRule;

/**
 * What the command line says.
 *
 * @param data folder that holds everything the engines keep; created when missing
 * @param people folder with {@code residents.json} and {@code staff.json}; without it nobody can
 *     sign in
 * @param dynamoDbEndpoint a DynamoDB to use instead of the child process
 * @param dynamoDbClassPath file that holds the class path of DynamoDB Local
 * @param ports the TCP port of each engine
 * @param portalOrigin origin of the residents' portal, as the browser shows it
 * @param staffOrigin origin of the staff console
 * @param region the AWS region that resource names carry
 * @param accessKey the only access key the object store accepts
 * @param secretKey its secret
 * @param busRules what each queue wants to hear of what services report
 * @param mailSet the settings that mail is sent by where its sender names none
 * @param onFirstVisit whether the queues and the object store start when they are first asked, for
 *     whoever may need neither
 * @param providersOnFirstVisit whether the identity providers do, for whoever signs nobody in
 * @param followStdin whether the end of standard input ends the process
 */
public record Settings(
    Path data,
    Optional<Path> people,
    Optional<URI> dynamoDbEndpoint,
    Optional<Path> dynamoDbClassPath,
    Map<Port, Integer> ports,
    URI portalOrigin,
    URI staffOrigin,
    String region,
    String accessKey,
    String secretKey,
    List<BusRule> busRules,
    String mailSet,
    boolean onFirstVisit,
    boolean providersOnFirstVisit,
    boolean followStdin) {

  /** The account number in every resource name; ElasticMQ's own. */
  public static final String ACCOUNT = "000000000000";

  /** One TCP port per engine, with the flag that sets it and the value without the flag. */
  public enum Port {
    DYNAMODB("--dynamodb-port", 8600),
    SQS("--sqs-port", 8601),
    S3("--s3-port", 8602),
    SNS("--sns-port", 8603),
    MAIL("--mail-port", 8604),
    KMS("--kms-port", 8605),
    STAFF_IDP("--staff-idp-port", 8606),
    RESIDENT_IDP("--resident-idp-port", 8607),
    XID_IDP("--xid-idp-port", 8608),
    GATEWAY("--gateway-port", 8609);

    private final String flag;
    private final int preset;

    Port(String flag, int preset) {
      this.flag = flag;
      this.preset = preset;
    }

    /** The command-line flag. */
    public String flag() {
      return flag;
    }
  }

  /** Settings that can be used, or every reason why not. */
  public sealed interface Reading {
    /** The command line was complete and consistent. */
    record Understood(Settings settings) implements Reading {}

    /** One plain sentence for each mistake. */
    record Refused(List<String> sentences) implements Reading {}
  }

  private static final Set<String> OTHER_FLAGS =
      Set.of(
          "--data",
          "--people",
          "--dynamodb-endpoint",
          "--dynamodb-classpath",
          "--portal-origin",
          "--staff-origin",
          "--region",
          "--access-key",
          "--secret-key",
          "--bus-rules",
          "--mail-set");

  /** The port of one engine. */
  public int port(Port port) {
    return ports.get(port);
  }

  /** Reads {@code --flag value} pairs and reports all mistakes at once. */
  public static Reading read(String... arguments) {
    var mistakes = new ArrayList<String>();
    var given = new LinkedHashMap<String, String>();
    var onFirstVisit = false;
    var providersOnFirstVisit = false;
    var followStdin = true;
    for (var i = 0; i < arguments.length; i++) {
      var flag = arguments[i];
      if (flag.equals("--ignore-stdin")) {
        followStdin = false;
      } else if (flag.equals("--on-first-visit")) {
        onFirstVisit = true;
      } else if (flag.equals("--providers-on-first-visit")) {
        providersOnFirstVisit = true;
      } else if (!known(flag)) {
        mistakes.add("The flag " + flag + " is not known.");
        i++;
      } else if (i + 1 == arguments.length) {
        mistakes.add("The flag " + flag + " needs a value.");
      } else {
        given.put(flag, arguments[++i]);
      }
    }
    if (!given.containsKey("--data")) {
      mistakes.add("The flag --data must name the folder that keeps the engines' state.");
    }
    var ports = readPorts(given, mistakes);
    var people = Optional.ofNullable(given.get("--people")).map(Path::of);
    people
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(folder -> mistakes.add("The folder " + folder + " (--people) does not exist."));
    var endpoint =
        given.containsKey("--dynamodb-endpoint")
            ? origin(given.get("--dynamodb-endpoint"), "--dynamodb-endpoint", mistakes)
            : Optional.<URI>empty();
    var portal =
        origin(
            given.getOrDefault("--portal-origin", "http://127.0.0.1:8080"),
            "--portal-origin",
            mistakes);
    var staff =
        origin(
            given.getOrDefault("--staff-origin", "http://127.0.0.1:8081"),
            "--staff-origin",
            mistakes);
    var rules = busRules(given.getOrDefault("--bus-rules", "{}"), mistakes);
    if (!mistakes.isEmpty()) {
      return new Reading.Refused(List.copyOf(mistakes));
    }
    return new Reading.Understood(
        new Settings(
            Path.of(given.get("--data")).toAbsolutePath().normalize(),
            people,
            endpoint,
            Optional.ofNullable(given.get("--dynamodb-classpath")).map(Path::of),
            Map.copyOf(ports),
            portal.orElseThrow(),
            staff.orElseThrow(),
            given.getOrDefault("--region", "ap-northeast-1"),
            given.getOrDefault("--access-key", "local"),
            given.getOrDefault("--secret-key", "local-secret"),
            rules,
            given.getOrDefault("--mail-set", "default"),
            onFirstVisit,
            providersOnFirstVisit,
            followStdin));
  }

  private static List<BusRule> busRules(String text, List<String> mistakes) {
    try {
      return BusRule.read(text);
    } catch (IllegalArgumentException unreadable) {
      mistakes.add("The value of --bus-rules must be a JSON object of patterns by queue.");
      return List.of();
    }
  }

  private static boolean known(String flag) {
    if (OTHER_FLAGS.contains(flag)) {
      return true;
    }
    for (var port : Port.values()) {
      if (port.flag.equals(flag)) {
        return true;
      }
    }
    return false;
  }

  private static Map<Port, Integer> readPorts(Map<String, String> given, List<String> mistakes) {
    var ports = new LinkedHashMap<Port, Integer>();
    for (var port : Port.values()) {
      var text = given.getOrDefault(port.flag, String.valueOf(port.preset));
      var number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
      if (number < 1 || number > 65_535) {
        mistakes.add("The value of " + port.flag + " must be a port from 1 to 65535.");
      } else if (ports.containsValue(number)) {
        mistakes.add("The port " + number + " (" + port.flag + ") is given to two engines.");
      } else {
        ports.put(port, number);
      }
    }
    return ports;
  }

  private static Optional<URI> origin(String text, String flag, List<String> mistakes) {
    if (text.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
      return Optional.of(URI.create(text));
    }
    mistakes.add("The value of " + flag + " must be an origin such as http://127.0.0.1:8080.");
    return Optional.empty();
  }
}
