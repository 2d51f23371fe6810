package jp.ishikari.link.aws;

import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.EntryWiring;

/**
 * One page per capability that says what each of its entries is made of. The cloud's runtime asks
 * for an entry over the function's own clients; whoever runs entries elsewhere brings others.
 */
public interface CapabilityWiring extends EntryWiring {

  Capability capability();

  /** The function of one entry over the given clients. */
  EntryFunction wire(Entry entry, Cloud cloud);

  @Override
  default EntryFunction wire(Entry entry) {
    return wire(entry, new AwsCloud(capability()));
  }
}
