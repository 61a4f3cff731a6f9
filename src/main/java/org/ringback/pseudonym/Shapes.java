package org.ringback.pseudonym;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** Draws values that look like others and are as long, so that the size of a message stays what it was. */
final class Shapes {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final String HEX = "0123456789abcdef";
    private static final String RESERVED = ".example";

    private static final int NORTH_AMERICAN = 11;
    private static final int SHORTEST_PUBLIC = 7;

    private final RandomGenerator random;

    Shapes(RandomGenerator random) {
        this.random = random;
    }

    private char one(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }

    private char digit() {
        return (char) ('0' + random.nextInt(10));
    }

    /** Something that can be spoken. */
    String word(int length) {
        var word = new StringBuilder();
        boolean vowel = random.nextInt(4) == 0;
        for (int i = 0; i < length; i++, vowel = !vowel) {
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
        var number = new StringBuilder("0".repeat(zeros));
        if (digits.length() - zeros >= SHORTEST_PUBLIC) {
            number.append("999");
        }
        while (number.length() < digits.length()) {
            boolean first = number.length() == zeros;
            number.append(first ? (char) ('1' + random.nextInt(9)) : digit());
        }
        return number.toString();
    }

    /** Letters for letters, digits for digits; all else stays. */
    String like(String model) {
        boolean hex = model.length() >= 8
                && model.chars().filter(Character::isLetterOrDigit).allMatch(c -> HEX.indexOf(c) >= 0);
        var text = new StringBuilder();
        for (int i = 0; i < model.length(); i++) {
            char c = model.charAt(i);
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

    /** As many bytes that say nothing. */
    static String filler(int length) {
        return "removed ".repeat(length / 8 + 1).substring(0, length);
    }
}
