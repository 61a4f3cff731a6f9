package org.ringback.pseudonym;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Draws values that look like others. They are as long, so that the size of a message stays what it was, unless blurred. */
final class Shapes {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final String HEX = "0123456789abcdef";
    private static final String RESERVED = ".example";

    private static final int NORTH_AMERICAN = 11;
    private static final int SHORTEST_PUBLIC = 7;

    private static final int WORD = 6;
    private static final int EXTENSION = 4;
    private static final int NUMBER = 12;
    private static final int SHORTEST_OPAQUE = 8;
    private static final String UUID = "00000000-0000-0000-0000-000000000000";

    private final RandomGenerator random;
    private final boolean blurred;
    private final List<Integer> digits = new ArrayList<>();

    Shapes(RandomGenerator random, Likeness likeness) {
        this.random = random;
        this.blurred = likeness == Likeness.BLURRED;
        for (int digit = 1; digit < 10; digit++) {
            digits.add(digit);
        }
        Collections.shuffle(digits, Random.from(random));
    }

    private char one(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }

    private char digit() {
        return (char) ('0' + random.nextInt(10));
    }

    /** Another digit for a single one, never the same; 0 says nothing. */
    String digit(char digit) {
        return digit == '0' ? "0" : Integer.toString(digits.get((digits.indexOf(digit - '0') + 1) % digits.size()));
    }

    /** Something that can be spoken. */
    String word(int length) {
        int wanted = blurred ? WORD : length;
        var word = new StringBuilder();
        boolean vowel = random.nextInt(4) == 0;
        for (int i = 0; i < wanted; i++, vowel = !vowel) {
            word.append(one(vowel ? VOWELS : CONSONANTS));
        }
        return word.toString();
    }

    /** All in capitals, or the first letter, or none, as another word. */
    static String withCaseOf(String model, String word) {
        boolean first = Character.isUpperCase(model.charAt(0));
        boolean all = first && model.length() > 1 && model.equals(model.toUpperCase(Locale.ROOT));
        if (all) {
            return word.toUpperCase(Locale.ROOT);
        }
        return first ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word;
    }

    /** A registered domain under the top level that RFC 2606 reserves. */
    String domain(int length) {
        return word(Math.max(3, length - RESERVED.length())) + RESERVED;
    }

    /**
     * A number that nobody has: of North America with 555-01xx, else, where it is long enough, behind 999, a country code
     * that is not assigned. Shorter ones are extensions.
     */
    String number(String digits) {
        if (digits.length() == NORTH_AMERICAN && digits.startsWith("1")) {
            return "1" + (2 + random.nextInt(8)) + digit() + digit() + "55501" + digit() + digit();
        }
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        boolean extension = digits.length() - zeros < SHORTEST_PUBLIC;
        var number = new StringBuilder(zeros < digits.length() ? "0".repeat(zeros) : "");
        if (!extension) {
            number.append("999");
        }
        int wanted = !blurred ? digits.length() : extension ? zeros + EXTENSION : NUMBER;
        while (number.length() < wanted) {
            boolean first = number.length() == zeros;
            number.append(first ? (char) ('1' + random.nextInt(9)) : digit());
        }
        return number.toString();
    }

    /** As many digits, of which the first is none that could be left out. */
    String digits(int length) {
        var number = new StringBuilder().append((char) ('1' + random.nextInt(9)));
        while (number.length() < (blurred ? NUMBER : length)) {
            number.append(digit());
        }
        return number.toString();
    }

    /** Letters for letters, digits for digits; all else stays. */
    String like(String model) {
        String pattern = blurred ? usual(model) : model;
        boolean hex = pattern.length() >= SHORTEST_OPAQUE
                && pattern.chars().filter(Character::isLetterOrDigit).allMatch(c -> HEX.indexOf(c) >= 0);
        var text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (hex && HEX.indexOf(c) >= 0) {
                text.append(one(HEX));
            } else if (c >= '0' && c <= '9') {
                text.append(digit());
            } else if (c >= 'A' && c <= 'Z') {
                text.append((char) ('A' + random.nextInt(26)));
            } else if ((c >= 'a' && c <= 'z') || c >= 0x80) {
                text.append((char) ('a' + random.nextInt(26)));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** What is read by its form keeps it; all else is hexadecimal, and as long as the next power of two. */
    private static String usual(String model) {
        boolean uuid = model.length() == UUID.length()
                && model.chars().filter(c -> c == '-').count() == 4;
        if (uuid || model.indexOf(':') >= 0) {
            return model;
        }
        int length = SHORTEST_OPAQUE;
        while (length < model.length()) {
            length *= 2;
        }
        return "0".repeat(length);
    }

    /** As many bytes that say nothing. */
    String filler(int length) {
        int wanted = blurred ? "removed".length() : length;
        return "removed ".repeat(wanted / 8 + 1).substring(0, wanted);
    }
}
