package jp.ishikari.link.blueprint;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Leave for one entry to use one resource in some ways. The actions are IAM's; they are the only
 * place where they stand, for the roles in the cloud and for the interceptor on one machine.
 */
public record Grant(Resource resource, Set<Use> uses) implements Grants {

  /** Ways to use a resource. */
  public enum Use {
    READ("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"),
    /** A whole table, for an operator's work; no entry of an API has it. */
    SCAN("dynamodb:Scan"),
    PUT("dynamodb:PutItem"),
    UPDATE("dynamodb:UpdateItem"),
    DELETE("dynamodb:DeleteItem"),
    CHECK("dynamodb:ConditionCheckItem"),
    GET_OBJECT("s3:GetObject"),
    /** Also in parts, and the parts by whoever has a signed permission. */
    PUT_OBJECT("s3:PutObject"),
    DELETE_OBJECT("s3:DeleteObject"),
    LIST_PARTS("s3:ListMultipartUploadParts"),
    ABORT_PARTS("s3:AbortMultipartUpload"),
    ANNOUNCE("sns:Publish"),
    SEND("sqs:SendMessage"),
    MAC("kms:GenerateMac"),
    ENCRYPT("kms:Encrypt"),
    DECRYPT("kms:Decrypt"),
    SIGN("kms:Sign", "kms:GetPublicKey"),
    UNWRAP("kms:Decrypt", "kms:GetPublicKey"),
    SEND_MAIL("ses:SendEmail");

    private final Set<String> actions;

    Use(String... actions) {
      this.actions = Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(actions)));
    }

    public Set<String> actions() {
      return actions;
    }
  }

  static Grant to(Resource resource, Use... uses) {
    return new Grant(resource, new LinkedHashSet<>(Arrays.asList(uses)));
  }

  /** Everything that an entry may, where its list stands by itself. */
  static Grants all(Grants... parts) {
    List<Grant> each = Arrays.stream(parts).flatMap(some -> some.each().stream()).toList();
    return () -> each;
  }

  /** Several tables that are only read. */
  static Grants reading(Table... tables) {
    return () -> Arrays.stream(tables).map(table -> to(table, Use.READ)).toList();
  }

  /** Several tables that are only put into. */
  static Grants putting(Table... tables) {
    return () -> Arrays.stream(tables).map(table -> to(table, Use.PUT)).toList();
  }

  /** Several tables that are read and put into. */
  static Grants readingAndPutting(Table... tables) {
    return () -> Arrays.stream(tables).map(table -> to(table, Use.READ, Use.PUT)).toList();
  }

  /** Keys under which things are hashed. */
  static Grants hashing(Key... keys) {
    return () -> Arrays.stream(keys).map(key -> to(key, Use.MAC)).toList();
  }

  @Override
  public List<Grant> each() {
    return List.of(this);
  }
}
