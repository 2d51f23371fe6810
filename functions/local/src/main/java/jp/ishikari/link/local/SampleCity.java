package jp.ishikari.link.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.KmsStaffKeys;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffKeys;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.firstcontent.FirstContent;
import jp.ishikari.link.identity.store.DynamoStaffDirectory;
import org.apache.commons.codec.binary.Base32;
import tools.jackson.databind.JsonNode;

/** Fills an empty city with the sample: divisions, holidays, staff, procedures, then cases. */
final class SampleCity {
  private final Path folder;
  private final Path data;
  private final Cloud cloud;

  SampleCity(Path folder, Path data, Cloud cloud) {
    this.folder = folder;
    this.data = data;
    this.cloud = cloud;
  }

  /** Does nothing in a city that was filled before. */
  void fillOnce() throws IOException {
    Path filled = data.resolve("sample-filled");
    if (Files.exists(filled)) {
      return;
    }
    new FirstContent(cloud).load(folder);
    staff();
    new SampleCases(cloud).fill(read("cases.json"), read("residents.json"), read("staff.json"));
    Files.writeString(filled, "");
  }

  private void staff() throws IOException {
    DynamoStaffDirectory directory = new DynamoStaffDirectory(cloud);
    StaffKeys keys = new KmsStaffKeys(cloud);
    for (JsonNode member : read("staff.json")) {
      if (member.get("roles").isEmpty()) {
        continue; // Known to the city's provider, not registered with us.
      }
      String staffId = member.get("sub").stringValue();
      directory.register(
          staffId,
          keys.identityOf(member.get("sub").stringValue()),
          new Registration(
              member.get("sub").stringValue(),
              member.get("name").stringValue(),
              texts(member.get("roles")),
              texts(member.get("divisions")),
              null,
              null,
              null),
          SecondFactor.enrolled(
              directory.seal(
                  staffId, new Base32().decode(member.get("totpSecret").stringValue()))));
    }
  }

  private JsonNode read(String file) throws IOException {
    return Json.MAPPER.readTree(Files.readString(folder.resolve(file), StandardCharsets.UTF_8));
  }

  private static Set<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::stringValue)
        .collect(Collectors.toSet());
  }
}
