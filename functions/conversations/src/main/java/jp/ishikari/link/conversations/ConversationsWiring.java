package jp.ishikari.link.conversations;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAttachments;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.aws.DynamoFollowCodes;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.RememberedProcedures;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.conversations.store.DynamoMessageStore;
import jp.ishikari.link.conversations.store.DynamoSentenceStore;
import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.conversations.store.SentenceStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.HttpEntry;
import jp.ishikari.link.edge.OwnApplication;

/** What each entry of this capability is made of. */
public final class ConversationsWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.CONVERSATIONS;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    ApplicationStore applications = new DynamoApplicationStore(cloud);
    MessageStore messages = new DynamoMessageStore(cloud);
    Closing closing = new Closing(applications);
    Attachments files = new DynamoAttachments(cloud);
    HoldStore holds = new DynamoHoldStore(cloud);
    return switch (entry) {
      case CONVERSATIONS_RESIDENT -> {
        OwnApplication own =
            new OwnApplication(
                applications, new RememberedProcedures(new DynamoProcedureStore(cloud), clock));
        MessageFiles sent = new MessageFiles(files, new DynamoDraftStore(cloud), clock);
        Writing writing = new Writing(messages, holds, closing, sent::of, clock);
        FollowedApplication followed =
            new FollowedApplication(new DynamoFollowCodes(cloud), applications, clock);
        yield new HttpEntry(
            entry,
            cloud.environment(),
            new DynamoBudgets(cloud, Api.RESIDENT, clock),
            Map.of(
                Route.LIST_MESSAGES,
                new ListMessages(own, messages, files, closing, clock),
                Route.SEND_MESSAGE,
                new SendMessage(own, writing),
                Route.SEE_MESSAGES,
                new SeeMessages(own, messages),
                Route.LIST_FOLLOWED_MESSAGES,
                new ListFollowedMessages(followed, messages, files, closing, clock),
                Route.SEND_FOLLOWED_MESSAGE,
                new SendFollowedMessage(followed, writing),
                Route.SEE_FOLLOWED_MESSAGES,
                new SeeFollowedMessages(followed, messages)));
      }
      case CONVERSATIONS_STAFF -> {
        DivisionStore divisions = new DynamoDivisionStore(cloud);
        SentenceStore sentences = new DynamoSentenceStore(cloud);
        Writing writing = new Writing(messages, holds, closing, Writing.NO_FILES, clock);
        KeepingSentences keeping = new KeepingSentences(divisions, sentences, clock);
        yield new HttpEntry(
            entry,
            cloud.environment(),
            Budgets.none(),
            Map.of(
                Route.LIST_CASE_MESSAGES,
                new ListCaseMessages(applications, messages, files, closing, clock),
                Route.SEND_CASE_MESSAGE,
                new SendCaseMessage(applications, writing, clock),
                Route.SEE_CASE_MESSAGES,
                new SeeCaseMessages(applications, messages, clock),
                Route.WITHDRAW_QUESTION,
                new WithdrawQuestion(applications, messages, writing, clock),
                Route.LIST_CASE_SENTENCES,
                new ListCaseSentences(applications, divisions, sentences),
                Route.LIST_SENTENCES,
                new ListSentences(divisions, sentences),
                Route.SAVE_SENTENCE,
                new SaveSentence(keeping),
                Route.REMOVE_SENTENCE,
                new RemoveSentence(keeping)));
      }
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }
}
