package jp.ishikari.link.infracdk;

import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A queue with what belongs to it: dead letter queue and alarms. */
final class ConsumerQueue extends Construct {
  /** Six times what a consumer may take, as the cloud advises. */
  static final Duration VISIBILITY = Duration.seconds(6L * FunctionShape.BATCH_SECONDS);

  private static final Duration KEPT = Duration.days(14);
  private static final int MINUTES_BEHIND = 15;

  private final IQueue messages;
  private final IQueue deadLetters;

  ConsumerQueue(Construct scope, Place place, Queue queue, IKey atRest) {
    super(scope, Names.pascal(queue));
    deadLetters = deadEnd(this, "DeadLetters", Names.deadLetter(queue), atRest);
    OperatorAlarm.on(
        this,
        "DeadLettersAlarm",
        place,
        Names.deadLetter(queue),
        Runbook.DEAD_LETTERS,
        deadLetters.metricApproximateNumberOfMessagesVisible(OperatorAlarm.minutely("Maximum")),
        1,
        1);
    var consumed =
        software.amazon.awscdk.services.sqs.Queue.Builder.create(this, "Messages")
            .queueName(Names.physical(queue))
            .encryption(QueueEncryption.KMS)
            .encryptionMasterKey(atRest)
            .enforceSsl(true)
            .retentionPeriod(KEPT)
            .visibilityTimeout(VISIBILITY)
            .deadLetterQueue(
                DeadLetterQueue.builder()
                    .queue(deadLetters)
                    .maxReceiveCount(Queue.MAX_RECEIVES)
                    .build())
            .build();
    OperatorAlarm.on(
        this,
        "BehindAlarm",
        place,
        Names.physical(queue) + "-behind",
        Runbook.QUEUE_BEHIND,
        consumed.metricApproximateAgeOfOldestMessage(OperatorAlarm.minutely("Maximum")),
        Duration.minutes(MINUTES_BEHIND).toSeconds().doubleValue(),
        5);
    messages = consumed;
  }

  /** Where messages wait for the consumer. */
  IQueue messages() {
    return messages;
  }

  /** Where those wait for an operator that could not be handled. */
  IQueue deadLetters() {
    return deadLetters;
  }

  /** A queue nobody reads but an operator. */
  static software.amazon.awscdk.services.sqs.Queue deadEnd(
      Construct scope, String id, String name, IKey atRest) {
    return software.amazon.awscdk.services.sqs.Queue.Builder.create(scope, id)
        .queueName(name)
        .encryption(QueueEncryption.KMS)
        .encryptionMasterKey(atRest)
        .enforceSsl(true)
        .retentionPeriod(KEPT)
        .build();
  }
}
