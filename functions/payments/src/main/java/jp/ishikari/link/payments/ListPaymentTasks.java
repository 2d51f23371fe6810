package jp.ishikari.link.payments;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.payment.Need;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.store.OrderStore;
import org.jspecify.annotations.Nullable;

/**
 * Payments of the clerk's divisions that wait for one of the staff, whatever became of their cases,
 * the longest first.
 */
@Contract(response = ListPaymentTasks.Tasks.class)
record ListPaymentTasks(OrderStore orders, ApplicationStore applications) implements Operation {

  /**
   * @param needs what is to be done, in words
   * @param amount whole yen that it costs; null until somebody has said how much
   * @param since when it last changed
   */
  record Task(
      String applicationId,
      String receiptNumber,
      String procedureName,
      String applicantName,
      List<String> needs,
      @Nullable Integer amount,
      Instant since) {

    private static Task of(Order order, Application application) {
      return new Task(
          order.applicationId(),
          application.receiptNumber(),
          application.procedureName(),
          application.applicantName(),
          Need.of(order).stream().map(Need::label).toList(),
          order.amount(),
          order.history().getLast().at());
    }
  }

  record Tasks(List<Task> tasks) {}

  @Override
  public Response run(Request request) {
    List<Order> needing =
        request.staff().divisions().stream()
            .flatMap(division -> orders.needing(division).stream())
            .toList();
    Set<String> ids = needing.stream().map(Order::applicationId).collect(Collectors.toSet());
    Map<String, Application> cases = applications.findAll(ids);
    return Response.ok(
        new Tasks(
            needing.stream()
                .filter(order -> cases.containsKey(order.applicationId()))
                .map(order -> Task.of(order, cases.get(order.applicationId())))
                .sorted(Comparator.comparing(Task::since))
                .toList()));
  }
}
