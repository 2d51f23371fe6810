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
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.SiteFile;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The built site on its way to its bucket. Pages go last, so that none names a file that is not
 * there yet; old files stay, because somebody still has their page open.
 */
final class SiteFiles {
  private static final String CONTENT = "content";
  private static final String PAGE = ".html";

  private final Path folder;

  /**
   * @param folder the built site
   */
  SiteFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Names of all files, as keys, pages last.
   *
   * @throws IllegalStateException when the site is not built
   * @throws IllegalArgumentException when it holds a file of no known type
   */
  List<String> keys() throws IOException {
    if (!Files.isRegularFile(folder.resolve("index.html"))) {
      throw new IllegalStateException("the site is not built: " + folder);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .peek(SiteFile::type)
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
                    .contentType(SiteFile.type(key))
                    .cacheControl(SiteFile.keeping(key))
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
          && SiteFile.keeping(key).equals(there.cacheControl());
    } catch (NoSuchKeyException none) {
      return false;
    } catch (S3Exception refused) {
      if (refused.statusCode() == 404) {
        return false;
      }
      throw refused;
    }
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
