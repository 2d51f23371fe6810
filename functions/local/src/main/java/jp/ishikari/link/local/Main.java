package jp.ishikari.link.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;

/** {@code ./mvnw -Prun}: starts the city hall and says where it is and who can sign in. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    long began = Long.getLong("city.began", ManagementFactory.getRuntimeMXBean().getStartTime());
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
      new Welcome(new Sites(options.basePort()), options.people()).print();
      System.out.printf(
          "%nReady in %.1f s　（終了は Ctrl-C）%n", (System.currentTimeMillis() - began) / 1000.0);
      ended.await();
    } catch (CannotStart reason) {
      System.err.println(reason.getMessage());
      System.exit(1);
    }
  }
}
