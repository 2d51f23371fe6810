package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.Budget.days;
import static jp.ishikari.link.blueprint.Budget.minutes;
import static jp.ishikari.link.blueprint.Budget.perAccount;
import static jp.ishikari.link.blueprint.Budget.perClient;
import static jp.ishikari.link.blueprint.Budget.perEmail;
import static jp.ishikari.link.blueprint.Budget.perViewer;

import java.util.List;

/** How often each route may be asked; a test names the routes that need a budget and have none. */
final class RouteBudgets {
  private RouteBudgets() {}

  static List<Budget> of(Route route) {
    return switch (route) {
      case REPORT_UNFOUND_WORD -> List.of(perViewer(120, minutes(10)));
      case LIST_PROCEDURES -> List.of(perClient(600, minutes(10)));
      case START_SIGN_IN -> List.of(perViewer(300, minutes(10)));
      case FINISH_SIGN_IN -> List.of(perViewer(300, minutes(10)));
      case START_PAIRING -> List.of(perViewer(100, minutes(10)));
      case OPEN_PAIRING -> List.of(perViewer(200, minutes(10)));
      case CONFIRM_PAIRING -> List.of(perViewer(100, minutes(10)));
      case CANCEL_PAIRING -> List.of(perViewer(100, minutes(10)));
      case COLLECT_PAIRING -> List.of(perViewer(6000, minutes(10)));
      case SEND_EMAIL_CODE ->
          List.of(
              perViewer(60, minutes(10)),
              perEmail("address", 1, minutes(1)),
              perEmail("address", 6, minutes(60)));
      case ENTER_EMAIL_CODE -> List.of(perViewer(200, minutes(10)));
      case FINISH_SIGNING -> List.of(perViewer(300, minutes(10)));
      case SIGN_OUT -> List.of(perViewer(600, minutes(10)));
      case START_STAFF_SIGN_IN -> List.of(perViewer(3000, minutes(10)));
      case FINISH_STAFF_SIGN_IN -> List.of(perViewer(3000, minutes(10)));
      case SIGN_OUT_STAFF -> List.of(perViewer(3000, minutes(10)));
      case SUBMIT_APPLICATION -> List.of(perViewer(200, minutes(10)), perAccount(40, minutes(10)));
      case CLAIM_APPLICATION -> List.of(perViewer(200, minutes(15)), perAccount(20, minutes(15)));
      // Each counts for itself: who looks often may still write.
      case FOLLOW_APPLICATION,
          CORRECT_FOLLOWED,
          LIST_FOLLOWED_MESSAGES,
          SEE_FOLLOWED_MESSAGES,
          LIST_FOLLOWED_DOCUMENTS,
          OPEN_FOLLOWED_DOCUMENT ->
          List.of(perViewer(200, minutes(10)));
      case SEND_FOLLOWED_MESSAGE -> List.of(perViewer(60, minutes(10)));
      case SAVE_DRAFT -> List.of(perViewer(600, minutes(10)));
      case OPEN_DRAFT -> List.of(perViewer(100, minutes(10)));
      case DELETE_DRAFT -> List.of(perViewer(100, minutes(10)));
      // A family may send a hundred photographs in a day; a terminal serves many.
      case BEGIN_UPLOAD ->
          List.of(
              perViewer(600, minutes(10)),
              perViewer(4000, days(1)).megabytesOf("size"),
              perAccount(500, days(1)).megabytesOf("size"));
      case PERMIT_PARTS -> List.of(perViewer(2000, minutes(10)));
      case COMPLETE_UPLOAD -> List.of(perViewer(600, minutes(10)));
      case CHECK_UPLOAD -> List.of(perViewer(6000, minutes(10)));
      case DELETE_UPLOAD -> List.of(perViewer(600, minutes(10)));
      case SEND_MESSAGE -> List.of(perViewer(200, minutes(10)), perAccount(30, minutes(10)));
      case VERIFY_DOCUMENT -> List.of(perViewer(100, minutes(10)));
      case BEGIN_CHECKOUT -> List.of(perViewer(200, minutes(10)), perAccount(20, minutes(10)));
      case OPEN_PAYMENT_LINK -> List.of(perViewer(600, minutes(10)));
      case BEGIN_LINKED_CHECKOUT -> List.of(perViewer(60, minutes(10)));
      case MAKE_PAYER_LINK, END_PAYER_LINK ->
          List.of(perViewer(200, minutes(10)), perAccount(20, minutes(10)));
      case MAKE_FOLLOWED_PAYER_LINK, END_FOLLOWED_PAYER_LINK -> List.of(perViewer(60, minutes(10)));
      // Whoever paid looks every few seconds; a wrong code is one of 60 bits.
      case OPEN_PAYER_LINK -> List.of(perViewer(600, minutes(10)));
      case BEGIN_PAYER_CHECKOUT -> List.of(perViewer(60, minutes(10)));
      case HEAR_KOMOJU, HEAR_GMO -> List.of(perViewer(6000, minutes(10)));
      case DRAW_CHALLENGE -> List.of(perViewer(600, minutes(10)));
      case ENROL_TERMINAL -> List.of(perViewer(20, minutes(15)));
      case BEGIN_VISIT -> List.of(perViewer(300, minutes(10)));
      case END_VISIT -> List.of(perViewer(600, minutes(10)));
      default -> List.of();
    };
  }
}
