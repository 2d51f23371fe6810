import java.util.List;

/** Runs a command and tells it, as CITY_JAVA, which java this is. */
class WithJava {
  public static void main(String[] command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).inheritIO();
    builder.environment().put("CITY_JAVA", ProcessHandle.current().info().command().orElse("java"));
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    System.exit(process.waitFor());
  }
}
