package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The built site on its way to its bucket. Files that carry their content in their name are kept by
 * browsers for ever, all others are asked for each time. Pages go last, so that none names a file
 * that is not there yet; old files stay, because somebody still has their page open.
 */
final class SiteFiles {
  private static final String FOR_EVER = "assets/";
  private static final String CONTENT = "content";
  private static final String PAGE = ".html";

  private static final Map<String, String> TYPES =
      ImmutableMap.<String, String>builder()
          .put("html", "text/html; charset=utf-8")
          .put("js", "text/javascript; charset=utf-8")
          .put("css", "text/css; charset=utf-8")
          .put("svg", "image/svg+xml")
          .put("ico", "image/x-icon")
          .put("png", "image/png")
          .put("woff2", "font/woff2")
          .put("json", "application/json")
          .put("txt", "text/plain; charset=utf-8")
          .build();

  private final Path folder;

  /**
   * @param folder the built site
   */
  SiteFiles(Path folder) {
    this.folder = folder;
  }

  /** How long whoever got a file may keep it without asking. */
  static String keeping(String key) {
    return key.startsWith(FOR_EVER) ? "public, max-age=31536000, immutable" : "no-cache";
  }

  /**
   * Names of all files, as keys, pages last.
   *
   * @throws IllegalStateException when the site is not built or holds a file of no known type
   */
  List<String> keys() throws IOException {
    if (!Files.isRegularFile(folder.resolve("index.html"))) {
      throw new IllegalStateException("the site is not built: " + folder);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .peek(SiteFiles::type)
          .sorted(
              Comparator.comparing((String key) -> key.endsWith(PAGE))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  /** Puts what is new or different; returns how many files that were. */
  int upload(S3Client buckets, String bucket) throws IOException {
    int uploaded = 0;
    for (String key : keys()) {
      byte[] content = Files.readAllBytes(folder.resolve(key));
      String digest = digest(content);
      if (!isThere(buckets, bucket, key, digest)) {
        buckets.putObject(
            put ->
                put.bucket(bucket)
                    .key(key)
                    .contentType(type(key))
                    .cacheControl(keeping(key))
                    .metadata(ImmutableMap.of(CONTENT, digest)),
            RequestBody.fromBytes(content));
        uploaded++;
      }
    }
    return uploaded;
  }

  private static boolean isThere(S3Client buckets, String bucket, String key, String digest) {
    try {
      var there = buckets.headObject(head -> head.bucket(bucket).key(key));
      return digest.equals(there.metadata().get(CONTENT))
          && keeping(key).equals(there.cacheControl());
    } catch (NoSuchKeyException none) {
      return false;
    } catch (S3Exception refused) {
      if (refused.statusCode() == 404) {
        return false;
      }
      throw refused;
    }
  }

  private static String type(String key) {
    String type = TYPES.get(key.substring(key.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException("no content type is known for " + key);
    }
    return type;
  }

  private static String digest(byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new UncheckedIOException(new IOException(impossible));
    }
  }
}
