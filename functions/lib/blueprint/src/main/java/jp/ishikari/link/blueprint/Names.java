package jp.ishikari.link.blueprint;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The one rule by which every name follows from a constant of the blueprint. */
public final class Names {
  /** Prefix of physical names and of the root package. */
  public static final String CITY = "ishikari-link";

  private static final String ROOT_PACKAGE = "jp.ishikari.link";

  private Names() {}

  /** {@code FORM_DESIGN} → {@code form-design}: module, zip, folder of sample events. */
  public static String module(Capability capability) {
    return kebab(capability);
  }

  /** {@code FORM_DESIGN} → {@code jp.ishikari.link.formdesign}. */
  public static String packageOf(Capability capability) {
    return ROOT_PACKAGE + "." + capability.name().replace("_", "").toLowerCase(Locale.ROOT);
  }

  /**
   * {@code APPLICATIONS_RESIDENT} → {@code ishikari-link-applications-resident}: Lambda function
   * and SCF function.
   */
  public static String function(Entry entry) {
    return CITY + "-" + kebab(entry);
  }

  /**
   * {@code APPLICATIONS_RESIDENT} → {@code
   * jp.ishikari.link.applications.ApplicationsResidentHandler}.
   */
  public static String handlerClass(Entry entry) {
    return packageOf(entry.capability()) + "." + pascal(entry) + "Handler";
  }

  /** {@code APPLICATIONS} → {@code jp.ishikari.link.applications.ApplicationsWiring}. */
  public static String wiringClass(Capability capability) {
    return packageOf(capability) + "." + pascal(capability) + "Wiring";
  }

  /** {@code SUBMIT_APPLICATION} → {@code jp.ishikari.link.applications.SubmitApplication}. */
  public static String operationClass(Route route) {
    return packageOf(route.capability()) + "." + pascal(route);
  }

  /**
   * {@code SUBMIT_APPLICATION} → {@code submitApplication}: operationId in OpenAPI and constant in
   * TypeScript.
   */
  public static String operationId(Route route) {
    return camel(route);
  }

  /**
   * {@code SUBMIT_APPLICATION} → {@code applications/submit-application.json} under {@code
   * events/}.
   */
  public static String sampleEvent(Route route) {
    return module(route.capability()) + "/" + kebab(route) + ".json";
  }

  /**
   * {@code PUBLISH_EVENTS} → {@code publish/publish-events.json} under {@code events/}; for entries
   * without routes.
   */
  public static String sampleEvent(Entry entry) {
    return module(entry.capability()) + "/" + kebab(entry) + ".json";
  }

  /**
   * {@code APPLICATION_SUBMITTED} → {@code jp.ishikari.link.application.submitted}: the type of the
   * CloudEvent.
   */
  public static String cloudEvent(EventType type) {
    return String.join(
        ".",
        ROOT_PACKAGE,
        type.subject().name().toLowerCase(Locale.ROOT),
        type.happened().toLowerCase(Locale.ROOT));
  }

  /** {@code APPLICATION_SUBMITTED} → {@code cloudevents/application-submitted.json}. */
  public static String sampleEvent(EventType type) {
    return "cloudevents/" + kebab(type) + ".json";
  }

  /** {@code APPLICATION_SUBMITTED} → {@code cloudevents/application-submitted.schema.json}. */
  public static String schema(EventType type) {
    return "cloudevents/" + kebab(type) + ".schema.json";
  }

  /** {@code PROCEDURE_ID} → {@code procedureId}: its name in the data of a CloudEvent. */
  public static String camel(Enum<?> constant) {
    String pascal = pascal(constant);
    return Character.toLowerCase(pascal.charAt(0)) + pascal.substring(1);
  }

  /** {@code SIGN_INS} → {@code ishikari-link-sign-ins}: physical name of any resource. */
  public static String physical(Resource resource) {
    return CITY + "-" + kebab((Enum<?>) resource);
  }

  /** Physical name of the dead letter queue. */
  public static String deadLetter(Queue queue) {
    return physical(queue) + "-dead";
  }

  /** Physical name of the queue that takes what a stream entry could not handle. */
  public static String failures(Entry streamEntry) {
    return function(streamEntry) + "-failed";
  }

  /**
   * {@code SIGN_INS} → {@code TABLE_SIGN_INS}: the environment variable that holds a resource's
   * physical name or ARN.
   */
  public static String environmentVariable(Resource resource) {
    return resource.getClass().getSimpleName().toUpperCase(Locale.ROOT) + "_" + resource.name();
  }

  /** {@code SIGN_INS} → {@code sign-ins}. */
  public static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code SIGN_INS} → {@code SignIns}. */
  public static String pascal(Enum<?> constant) {
    return Arrays.stream(constant.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
