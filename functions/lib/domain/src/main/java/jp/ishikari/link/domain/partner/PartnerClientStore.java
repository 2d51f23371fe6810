package jp.ishikari.link.domain.partner;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/** Keeps the clients of the partner API. */
public interface PartnerClientStore {

  /** Every client, also revoked ones, by id; may lag behind by a moment. */
  List<PartnerClient> all();

  Optional<PartnerClient> find(String clientId);

  /**
   * The first revision with the token, in one transaction that holds its name: of two at once that
   * people would read as one ({@link jp.ishikari.link.domain.NameAsRead}), one is registered.
   */
  Outcome<NotRegistered, PartnerClient> register(PartnerClient first, Idempotency token);

  /** Why a client was not registered. */
  sealed interface NotRegistered {
    /** A client that is not revoked has the name. */
    record NameTaken() implements NotRegistered {}

    /** What stands in the way of any write. */
    record Unsaved(NotSaved reason) implements NotRegistered {}
  }

  /**
   * Only over the revision before, with the token, in one transaction; a revoked client's name is
   * free again.
   */
  Outcome<NotSaved, PartnerClient> save(PartnerClient next, Idempotency token);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);

  /** What is kept of a client's secret. */
  String hash(String secret);
}
