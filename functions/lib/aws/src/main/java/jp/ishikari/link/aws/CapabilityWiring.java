package jp.ishikari.link.aws;

import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.EntryRegistration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * One page per capability that says what each of its entries is made of. As the zip's Start-Class
 * it registers them with Spring Cloud Function; whoever runs entries elsewhere calls {@link #wire}.
 */
public interface CapabilityWiring extends ApplicationContextInitializer<GenericApplicationContext> {

  Capability capability();

  /** The function of one entry over the given clients. */
  EntryFunction wire(Entry entry, Cloud cloud);

  @Override
  default void initialize(GenericApplicationContext context) {
    EntryRegistration.register(
        context, capability(), entry -> wire(entry, new AwsCloud(capability())));
  }
}
