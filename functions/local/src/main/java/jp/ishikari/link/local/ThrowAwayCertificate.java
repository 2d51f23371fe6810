package jp.ishikari.link.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate for 127.0.0.1, made by the JDK's own keytool for one start. No browser
 * trusts it; the journey over https tells its browser to go on.
 */
record ThrowAwayCertificate(KeyStore keys, char[] password) {
  private static final String STORE = "https.p12";
  private static final String TRUSTED = "https-trusted.p12";
  private static final String ALIAS = "city-hall";

  static ThrowAwayCertificate in(Path folder) throws IOException {
    Path store = folder.resolve(STORE);
    Files.deleteIfExists(store);
    String password = UUID.randomUUID().toString();
    ProcessBuilder keytool =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-validity",
            "7",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass:env",
            "STORE_PASSWORD");
    keytool.environment().put("STORE_PASSWORD", password);
    try {
      if (keytool.inheritIO().start().waitFor() != 0) {
        throw new CannotStart("https の証明書を作れませんでした。理由は上のとおりです。");
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, password.toCharArray());
      }
      return new ThrowAwayCertificate(keys, password.toCharArray());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new CannotStart("https の証明書を作り終える前に終了しました。");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      Files.deleteIfExists(store);
    }
  }

  /** The certificate alone, for whoever calls us and is to trust it: options of a Java process. */
  List<String> trusted(Path folder) throws IOException {
    Path store = folder.resolve(TRUSTED);
    try (OutputStream out = Files.newOutputStream(store)) {
      KeyStore certificate = KeyStore.getInstance("PKCS12");
      certificate.load(null, null);
      certificate.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
      certificate.store(out, TRUSTED.toCharArray());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    return List.of(
        "-Djavax.net.ssl.trustStore=" + store,
        "-Djavax.net.ssl.trustStoreType=PKCS12",
        "-Djavax.net.ssl.trustStorePassword=" + TRUSTED);
  }

  SSLContext context() {
    try {
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
