package jp.ishikari.link.payments;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.RememberedCalendar;
import jp.ishikari.link.aws.RememberedProcedures;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.edge.BatchEntry;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.edge.HttpEntry;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.payments.gateway.Gateways;
import jp.ishikari.link.payments.gateway.GmoLinkPlus;
import jp.ishikari.link.payments.gateway.GmoNotice;
import jp.ishikari.link.payments.gateway.Komoju;
import jp.ishikari.link.payments.gateway.KomojuSignature;
import jp.ishikari.link.payments.gateway.PaymentGateway;
import jp.ishikari.link.payments.store.DynamoCashDays;
import jp.ishikari.link.payments.store.DynamoFindings;
import jp.ishikari.link.payments.store.DynamoOrderStore;
import jp.ishikari.link.payments.store.DynamoPayerLinks;
import jp.ishikari.link.payments.store.DynamoPaymentWays;
import jp.ishikari.link.payments.store.Findings;
import jp.ishikari.link.payments.store.OrderStore;
import jp.ishikari.link.payments.store.PayerLinks;
import jp.ishikari.link.payments.store.PaymentWays;
import jp.ishikari.link.payments.store.SealedSecrets;

/** What each entry of this capability is made of. */
public final class PaymentsWiring implements CapabilityWiring {
  private static final String NONE = "none";

  private final InstantSource clock;

  public PaymentsWiring() {
    this(InstantSource.system());
  }

  /** With another clock, for whoever shows what time does. */
  PaymentsWiring(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Capability capability() {
    return Capability.PAYMENTS;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    return switch (entry) {
      case PAYMENTS_RESIDENT -> resident(entry, cloud);
      case PAYMENTS_STAFF -> staff(entry, cloud);
      case PAYMENTS_POLL -> {
        OrderStore orders = DynamoOrderStore.keeping(cloud);
        Findings findings = new DynamoFindings(cloud);
        yield new PollGateways(
            orders,
            new Settlement(orders, Gateways.running(agreed(cloud)), findings, clock),
            findings,
            clock);
      }
      case PAYMENTS_CASES -> cases(entry, cloud);
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }

  private EntryFunction resident(Entry entry, Cloud cloud) {
    Environment environment = cloud.environment();
    OrderStore orders = DynamoOrderStore.paying(cloud);
    Findings findings = new DynamoFindings(cloud);
    RememberedWays ways = new RememberedWays(new DynamoPaymentWays(cloud), clock);
    Gateways gateways = new Gateways(agreed(cloud), method -> ways.get().gatewayOf(method));
    Settlement settlement = new Settlement(orders, gateways, findings, clock);
    String collector = environment.get(Setting.COLLECTOR);
    PayerLinks payers = new DynamoPayerLinks(cloud);
    Paying paying =
        new Paying(
            orders,
            gateways,
            settlement,
            clock,
            new SecureRandom(),
            payers,
            collector.equals(NONE) ? null : collector);
    ApplicationStore applications = new DynamoApplicationStore(cloud);
    OwnApplication own =
        new OwnApplication(
            applications, new RememberedProcedures(new DynamoProcedureStore(cloud), clock));
    LinkedPayment links = new LinkedPayment(orders, applications, clock);
    AskingOthers asking = new AskingOthers(orders, payers, clock);
    PayerLinked asked = new PayerLinked(orders, applications, payers, clock);
    String portal = environment.get(Setting.PUBLIC_ORIGIN);
    SealedSecrets secrets = new SealedSecrets(cloud);
    return new HttpEntry(
        entry,
        environment,
        new DynamoBudgets(cloud, Api.RESIDENT, clock),
        Map.ofEntries(
            Map.entry(Route.READ_PAYMENT, new ReadPayment(own, paying)),
            Map.entry(Route.BEGIN_CHECKOUT, new BeginCheckout(own, paying, portal)),
            Map.entry(Route.OPEN_PAYMENT_LINK, new OpenPaymentLink(links, paying)),
            Map.entry(Route.BEGIN_LINKED_CHECKOUT, new BeginLinkedCheckout(links, paying, portal)),
            Map.entry(
                Route.HEAR_KOMOJU,
                new HearKomoju(
                    new GatewayNotice(komoju(cloud), true, orders, settlement, findings, clock),
                    new KomojuSignature(() -> secrets.of(Setting.KOMOJU_NOTICE_SECRET)))),
            Map.entry(
                Route.HEAR_GMO,
                new HearGmo(
                    new GatewayNotice(gmo(cloud), false, orders, settlement, findings, clock),
                    new GmoNotice(environment.get(Setting.GMO_SHOP_ID)))),
            Map.entry(Route.MAKE_PAYER_LINK, new MakePayerLink(own, asking)),
            Map.entry(Route.END_PAYER_LINK, new EndPayerLink(own, asking)),
            Map.entry(Route.MAKE_FOLLOWED_PAYER_LINK, new MakeFollowedPayerLink(links, asking)),
            Map.entry(Route.END_FOLLOWED_PAYER_LINK, new EndFollowedPayerLink(links, asking)),
            Map.entry(Route.OPEN_PAYER_LINK, new OpenPayerLink(asked, paying)),
            Map.entry(
                Route.BEGIN_PAYER_CHECKOUT,
                new BeginPayerCheckout(asked, payers, paying, portal))));
  }

  private EntryFunction cases(Entry entry, Cloud cloud) {
    OrderStore orders = DynamoOrderStore.keeping(cloud);
    EndWithCase end = new EndWithCase(orders, clock);
    FollowFee fee =
        new FollowFee(
            orders,
            new DynamoApplicationStore(cloud),
            new LastDay(new RememberedCalendar(new DynamoCalendarStore(cloud), clock)),
            clock);
    return BatchEntry.events(
        entry,
        event -> (event.type() == EventType.APPLICATION_CORRECTED ? fee : end).accept(event));
  }

  private EntryFunction staff(Entry entry, Cloud cloud) {
    Deciding deciding =
        new Deciding(new DynamoApplicationStore(cloud), DynamoOrderStore.keeping(cloud), clock);
    CalendarStore calendars = new RememberedCalendar(new DynamoCalendarStore(cloud), clock);
    LastDay lastDay = new LastDay(calendars);
    CashBook book = new CashBook(new DynamoCashDays(cloud), calendars);
    PaymentWays ways = new DynamoPaymentWays(cloud);
    Gateways gateways = Gateways.running(agreed(cloud));
    Map<Route, Operation> operations = new EnumMap<>(Route.class);
    operations.putAll(new LedgerWiring(cloud, clock).operations());
    operations.put(
        Route.LIST_PAYMENT_TASKS,
        new ListPaymentTasks(DynamoOrderStore.keeping(cloud), new DynamoApplicationStore(cloud)));
    operations.put(Route.READ_CASE_PAYMENT, new ReadCasePayment(deciding));
    operations.put(Route.PRICE_PAYMENT, new PricePayment(deciding, lastDay));
    operations.put(Route.ASK_REDUCTION, new AskReduction(deciding, lastDay));
    operations.put(Route.DECIDE_REDUCTION, new DecideReduction(deciding, lastDay));
    operations.put(Route.RECEIVE_PAYMENT, new ReceivePayment(deciding, book));
    operations.put(Route.SETTLE_MISFIT, new SettleMisfit(deciding));
    operations.put(Route.CANCEL_PAYMENT, new CancelPayment(deciding));
    operations.put(Route.ASK_REFUND, new AskRefund(deciding));
    operations.put(Route.DECIDE_REFUND, new DecideRefund(deciding, book));
    operations.put(Route.READ_PAYMENT_WAYS, new ReadPaymentWays(gateways, ways));
    operations.put(Route.CHANGE_PAYMENT_WAYS, new ChangePaymentWays(gateways, ways, clock));
    return new HttpEntry(entry, cloud.environment(), Budgets.none(), operations);
  }

  private static boolean has(Cloud cloud, Setting endpoint) {
    return !cloud.environment().get(endpoint).equals(NONE);
  }

  private List<PaymentGateway> agreed(Cloud cloud) {
    List<PaymentGateway> agreed = new ArrayList<>();
    if (has(cloud, Setting.KOMOJU_ENDPOINT)) {
      agreed.add(komoju(cloud));
    }
    if (has(cloud, Setting.GMO_ENDPOINT)) {
      agreed.add(gmo(cloud));
    }
    return List.copyOf(agreed);
  }

  private Komoju komoju(Cloud cloud) {
    SealedSecrets secrets = new SealedSecrets(cloud);
    return new Komoju(
        URI.create(cloud.environment().get(Setting.KOMOJU_ENDPOINT)),
        () -> secrets.of(Setting.KOMOJU_API_KEY),
        List.of(cloud.environment().get(Setting.KOMOJU_METHODS).split(" ")),
        clock);
  }

  private GmoLinkPlus gmo(Cloud cloud) {
    Environment environment = cloud.environment();
    SealedSecrets secrets = new SealedSecrets(cloud);
    return new GmoLinkPlus(
        URI.create(environment.get(Setting.GMO_ENDPOINT)),
        new GmoLinkPlus.Contract(
            environment.get(Setting.GMO_SHOP_ID),
            () -> secrets.of(Setting.GMO_SHOP_PASSWORD),
            environment.get(Setting.GMO_CONFIGURATION),
            Duration.ofMinutes(Integer.parseInt(environment.get(Setting.GMO_PAGE_MINUTES)))),
        List.of(environment.get(Setting.GMO_METHODS).split(" ")),
        clock);
  }
}
