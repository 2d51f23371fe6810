package jp.ishikari.link.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReceiptNumberTest {
  private static final int NUMBERS = 2_000;
  private final SplittableRandom random = new SplittableRandom(20261123);

  @Nested
  class Accepted {
    @Test
    void everyNumberThatIsDrawnIsValid() {
      for (int i = 0; i < NUMBERS; i++) {
        assertTrue(ReceiptNumber.isValid(ReceiptNumber.draw('1', random).digits()));
      }
    }

    @Test
    void everyLeadOfTheCheckHasExactlyOneRightLastDigit() {
      // All ten interim values of the check occur after two digits, so this covers the whole table.
      for (int lead = 0; lead < 100; lead++) {
        String start = "%02d000000000".formatted(lead);
        long right = 0;
        for (char last = '0'; last <= '9'; last++) {
          right += ReceiptNumber.isValid(start + last) ? 1 : 0;
        }
        assertTrue(right == 1, start);
      }
    }
  }

  @Nested
  class Refused {
    @Test
    void everySingleWrongDigitAtEveryPlace() {
      for (int i = 0; i < NUMBERS; i++) {
        String right = ReceiptNumber.draw('1', random).digits();
        for (int at = 0; at < right.length(); at++) {
          for (char c = '0'; c <= '9'; c++) {
            if (c != right.charAt(at)) {
              String wrong = right.substring(0, at) + c + right.substring(at + 1);
              assertFalse(ReceiptNumber.isValid(wrong), wrong);
            }
          }
        }
      }
    }

    @Test
    void everySwapOfNeighboursForEveryPairOfDigitsAtEveryPlace() {
      for (int at = 0; at < 10; at++) {
        for (int pair = 0; pair < 100; pair++) {
          char a = (char) ('0' + pair / 10);
          char b = (char) ('0' + pair % 10);
          if (a == b) {
            continue;
          }
          for (int n = 0; n < 50; n++) {
            String drawn = ReceiptNumber.draw('1', random).digits().substring(0, 11);
            String lead = drawn.substring(0, at) + a + b + drawn.substring(Math.min(at + 2, 11));
            String body = lead.substring(0, 11);
            for (char check = '0'; check <= '9'; check++) {
              String number = body + check;
              if (ReceiptNumber.isValid(number)) {
                StringBuilder swapped = new StringBuilder(number);
                char left = swapped.charAt(at);
                swapped.setCharAt(at, swapped.charAt(at + 1));
                swapped.setCharAt(at + 1, left);
                if (!swapped.toString().equals(number)) {
                  assertFalse(ReceiptNumber.isValid(swapped.toString()), number);
                }
              }
            }
          }
        }
      }
    }

    @Test
    void swapOfTheLastDigitWithTheCheckDigit() {
      for (int i = 0; i < NUMBERS; i++) {
        String right = ReceiptNumber.draw('2', random).digits();
        String swapped = right.substring(0, 10) + right.charAt(11) + right.charAt(10);
        assertTrue(swapped.equals(right) || !ReceiptNumber.isValid(swapped));
      }
    }

    @Test
    void wrongLengthsAndDigitsThatAreNotAscii() {
      String right = ReceiptNumber.draw('1', random).digits();
      assertFalse(ReceiptNumber.isValid(""));
      assertFalse(ReceiptNumber.isValid(right + "0"));
      assertFalse(ReceiptNumber.isValid(right.substring(1)));
      assertFalse(
          ReceiptNumber.isValid(right.replace(right.charAt(3), (char) (right.charAt(3) + 0xFEE0))));
      assertFalse(ReceiptNumber.isValid(right.substring(0, 11) + "\n"));
    }
  }
}
