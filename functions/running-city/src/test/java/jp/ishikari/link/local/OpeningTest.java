package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before the city hall opens. */
class OpeningTest {
  @TempDir Path data;

  @Nested
  class Refused {
    @Test
    void namesEveryTakenPortAndWhatItIsForAndTheOptionBeforeAnythingIsStarted() throws IOException {
      int base = RunningCity.freePorts();
      InetAddress here = InetAddress.getLoopbackAddress();
      try (ServerSocket portal = new ServerSocket(base, 1, here);
          ServerSocket queue = new ServerSocket(base + 9, 1, here)) {
        Options options =
            Options.read("--base-port", Integer.toString(base), "--data", data.toString());
        CannotStart told = assertThrows(CannotStart.class, () -> CityHall.start(options));
        assertEquals(
            "ポート "
                + portal.getLocalPort()
                + "（resident）、"
                + queue.getLocalPort()
                + "（sqs）は使われています。使っているプログラムを終了するか、--base-port で別の番号を指定してください。",
            told.getMessage());
      }
      try (Stream<Path> left = Files.list(data)) {
        assertEquals(0, left.count());
      }
    }
  }

  @Nested
  class Layouts {
    @Test
    void aFolderOfTheSameTablesAndKeysIsUsedAgain() throws IOException {
      new Layout(data).check();
      Files.createDirectories(data.resolve(Options.ENGINES));
      new Layout(data).check();
    }

    @Test
    void anOldFolderIsRefusedInOneSentenceThatSaysEmptyAndIsForgottenWithIt() throws IOException {
      Files.createDirectories(data.resolve(Options.ENGINES));
      assertTrue(refusal().contains("--empty"));
      Files.writeString(data.resolve("layout"), "of other tables");
      assertTrue(refusal().contains("--empty"));
      assertEquals(1, refusal().chars().filter(c -> c == '。').count());
      Options.read("--empty", "--data", data.toString()).forgetWhenAsked();
      new Layout(data).check();
    }

    @Test
    void isCheckedBeforeAnyEngineIsStarted() throws IOException {
      Files.createDirectories(data.resolve(Options.ENGINES));
      Options options =
          Options.read(
              "--base-port", Integer.toString(RunningCity.freePorts()), "--data", data.toString());
      assertEquals(
          refusal(), assertThrows(CannotStart.class, () -> CityHall.start(options)).getMessage());
      try (Stream<Path> left = Files.list(data.resolve(Options.ENGINES))) {
        assertEquals(0, left.count());
      }
    }

    private String refusal() {
      return assertThrows(CannotStart.class, () -> new Layout(data).check()).getMessage();
    }
  }

  @Nested
  class Certificate {
    @Test
    void isMadeForThisMachineAloneAndLeavesNoKeyBehind() throws Exception {
      ThrowAwayCertificate certificate = ThrowAwayCertificate.in(data);
      var made =
          (java.security.cert.X509Certificate) certificate.keys().getCertificate("city-hall");
      Set<String> names = new TreeSet<>();
      made.getSubjectAlternativeNames().forEach(name -> names.add((String) name.get(1)));
      assertEquals(Set.of("127.0.0.1", "localhost"), names);
      assertTrue(certificate.context().getProtocol().startsWith("TLS"));
      try (Stream<Path> left = Files.list(data)) {
        assertEquals(0, left.count());
      }
    }
  }
}
