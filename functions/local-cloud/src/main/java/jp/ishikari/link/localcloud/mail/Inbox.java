package jp.ishikari.link.localcloud.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.StateFolder;

/** Everything that would have been sent, one file each; kept before the sender is answered. */
public final class Inbox {
  private final Path folder;
  private final List<KeptMessage> messages = new ArrayList<>();
  private long next;

  /** Nothing is read yet. */
  public Inbox(Path folder) {
    this.folder = folder;
  }

  /** Reads what earlier runs kept. */
  synchronized void open() throws IOException {
    StateFolder.create(folder);
    try (var files = Files.list(folder)) {
      for (var file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        messages.add(Json.read(Files.readAllBytes(file), KeptMessage.class));
        next = Long.parseLong(file.getFileName().toString().replace(".json", "")) + 1;
      }
    }
  }

  /** Keeps a message; when this returns it survives a crash. */
  synchronized void keep(KeptMessage message) throws IOException {
    var file = folder.resolve("%012d.json".formatted(next));
    StateFolder.write(file, Json.write(message).getBytes(StandardCharsets.UTF_8));
    next++;
    messages.add(message);
  }

  /**
   * Keeps a text message.
   *
   * @param sender the sender id shown on the phone, or empty
   * @return the message id
   */
  public String keepSms(String phone, String text, String sender) throws IOException {
    var id = UUID.randomUUID().toString();
    keep(
        new KeptMessage(
            id,
            KeptMessage.Kind.SMS,
            now(),
            sender,
            List.of(phone),
            List.of(),
            List.of(),
            List.of(),
            "",
            text,
            "",
            List.of(),
            List.of(),
            ""));
    return id;
  }

  /** One that was kept. */
  synchronized Optional<KeptMessage> find(String id) {
    return messages.stream().filter(message -> message.id().equals(id)).findFirst();
  }

  /** Newest first. */
  synchronized List<KeptMessage> newestFirst() {
    return messages.reversed().stream().toList();
  }

  synchronized void empty() throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    messages.clear();
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
