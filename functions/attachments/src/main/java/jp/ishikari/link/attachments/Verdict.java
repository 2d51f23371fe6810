package jp.ishikari.link.attachments;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What a scan says of one object, as the service tells it on the account's bus ("GuardDuty Malware
 * Protection Object Scan Result").
 *
 * @param fileId the object's key
 * @param tag of the object that was scanned
 */
record Verdict(String fileId, String tag, Result result) {

  enum Result {
    NO_THREATS_FOUND,
    THREATS_FOUND,
    /** Locked by a password, nested too deeply or too large for the scanner. */
    UNSUPPORTED,
    /** It could not look; another scan may. */
    FAILED
  }

  /** Empty for an object that is no file of a resident's: the service puts one of its own there. */
  static Optional<Verdict> read(JsonNode event) {
    JsonNode object = event.at("/detail/s3ObjectDetails");
    String key = object.path("objectKey").asString("");
    if (!isFileId(key)) {
      return Optional.empty();
    }
    Result result =
        switch (event.at("/detail/scanResultDetails/scanResultStatus").asString("")) {
          case "NO_THREATS_FOUND" -> Result.NO_THREATS_FOUND;
          case "THREATS_FOUND" -> Result.THREATS_FOUND;
          case "UNSUPPORTED" -> Result.UNSUPPORTED;
          default -> Result.FAILED;
        };
    return Optional.of(
        new Verdict(key, object.path("eTag").asString("").replace("\"", ""), result));
  }

  private static boolean isFileId(String key) {
    try {
      return UUID.fromString(key).toString().equals(key);
    } catch (IllegalArgumentException other) {
      return false;
    }
  }
}
