package jp.ishikari.link.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** {@code ./mvnw -Prun}: starts the city hall and says where it is and who can sign in. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      Options options = Options.read(args);
      options.forgetWhenAsked();
      CityHall city = CityHall.start(options);
      CountDownLatch ended = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    city.close();
                    ended.countDown();
                  }));
      city.engines()
          .whenGone(
              () -> {
                System.err.println("エンジンが止まったため、市役所を終了します。もう一度起動してください。データは残っています。");
                Runtime.getRuntime().halt(1);
              });
      new Welcome(options.sites(), options.people()).print();
      System.out.printf("%nReady in %.1f s　（終了は Ctrl-C）%n", sinceLaunch());
      ended.await();
    } catch (CannotStart reason) {
      System.err.println(reason.getMessage());
      System.exit(1);
    }
  }

  /**
   * Seconds since the command was given: Maven's start where it started us, otherwise this JVM's.
   */
  private static double sinceLaunch() {
    String began = System.getProperty("city.began");
    long from =
        began == null
            ? ManagementFactory.getRuntimeMXBean().getStartTime()
            : Instant.parse(began).toEpochMilli();
    return (System.currentTimeMillis() - from) / 1000.0;
  }
}
