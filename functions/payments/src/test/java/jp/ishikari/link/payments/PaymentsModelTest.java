package jp.ishikari.link.payments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.testkit.Checkout;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Residents, the gateway, its notices, the clock, clerks and the case itself at once around one
 * payment, with functions that die in the middle: no yen is lost, doubled or guessed. {@code
 * verify} plays sixty, two thirds of a second each, {@code -Pfaults} ten thousand; {@code
 * -Dfaults.seed} repeats one.
 */
@ExtendWith(Engines.class)
class PaymentsModelTest {
  private static final int PLAYED = Integer.getInteger("faults.interleavings", 60);

  private final TestCloud cloud;

  PaymentsModelTest(TestCloud cloud) {
    this.cloud = cloud;
  }

  @AfterEach
  void theGatewayIsAsUsual() {
    Till.withApplication(cloud).mode("NORMAL");
  }

  @Tag("seeded")
  @Test
  void everyYenIsAccountedForWhateverIsDoneInWhateverOrder() throws IOException {
    Long one = Long.getLong("faults.seed");
    List<Order> orders =
        (one != null ? LongStream.of(one) : new Random().longs(PLAYED))
            .mapToObj(this::play)
            .toList();
    String row =
        "| %s | %d | %d | %d | %d | %d | 0 |\n"
            .formatted(
                LocalDate.now(),
                orders.size(),
                orders.stream().mapToInt(Order::version).sum(),
                orders.stream().mapToInt(order -> order.receipts().size()).sum(),
                orders.stream().mapToLong(Order::received).sum(),
                orders.stream().mapToLong(Order::givenBack).sum());
    System.out.print(
        "day | payments | changes | receipts | yen that came | given back | wrong\n" + row);
    if (Boolean.getBoolean("faults.keep")) {
      Files.writeString(Checkout.path("docs/bench/payments.md"), row, StandardOpenOption.APPEND);
    }
  }

  private Order play(long seed) {
    Interleaving all = new Interleaving(cloud, seed);
    try {
      return all.run();
    } catch (AssertionError | RuntimeException wrong) {
      throw new AssertionError("faults.seed " + seed + "\n" + all.story(), wrong);
    }
  }
}
