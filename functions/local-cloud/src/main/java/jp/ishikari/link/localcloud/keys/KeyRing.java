package jp.ishikari.link.localcloud.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.StateFolder;

/** All keys, one file each. */
final class KeyRing {
  private final Path folder;
  private final String arnPrefix;
  private final Map<String, LocalKey> byId = new LinkedHashMap<>();
  private final Map<String, LocalKey> byAlias = new LinkedHashMap<>();

  /**
   * @param arnPrefix {@code arn:aws:kms:<region>:<account>:}
   */
  KeyRing(Path folder, String arnPrefix) throws IOException {
    this.folder = StateFolder.create(folder);
    this.arnPrefix = arnPrefix;
    try (var files = Files.list(folder)) {
      for (var file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
        add(Json.read(Files.readAllBytes(file), LocalKey.class));
      }
    }
  }

  String arn(LocalKey key) {
    return arnPrefix + "key/" + key.id();
  }

  /**
   * The key that a request names by id, ARN or alias; an alias seen for the first time gets a new
   * key of the wanted kind.
   */
  synchronized LocalKey use(String name, LocalKey.Kind wanted)
      throws IOException, GeneralSecurityException {
    var plain = plain(name);
    if (!byAlias.containsKey(plain) && plain.matches("alias/[A-Za-z0-9/_-]{1,250}")) {
      var made = LocalKey.create(plain, wanted);
      StateFolder.write(
          folder.resolve(made.id() + ".json"), Json.write(made).getBytes(StandardCharsets.UTF_8));
      add(made);
    }
    var key = find(name);
    if (key.kind() != wanted) {
      throw new KeyRefusal("InvalidKeyUsageException", arn(key) + " is of the kind " + key.kind());
    }
    return key;
  }

  /** The key that a request names; none is made. */
  synchronized LocalKey find(String name) {
    var plain = plain(name);
    var key = plain.startsWith("alias/") ? byAlias.get(plain) : byId.get(plain);
    if (key == null) {
      throw new KeyRefusal("NotFoundException", "Key '" + name + "' does not exist");
    }
    return key;
  }

  /** Whether the alias has a key already. */
  synchronized boolean holds(String name) {
    var plain = plain(name);
    return byAlias.containsKey(plain) || byId.containsKey(plain);
  }

  private String plain(String name) {
    var plain = name.startsWith(arnPrefix) ? name.substring(arnPrefix.length()) : name;
    return plain.startsWith("key/") ? plain.substring("key/".length()) : plain;
  }

  private void add(LocalKey key) {
    byId.put(key.id(), key);
    byAlias.put(key.alias(), key);
  }
}
