package org.ringback.pseudonym;

import java.util.function.UnaryOperator;

/** Goes through a text by its runs of letters and of digits, once; what stands between them stays. */
final class Runs {

    private Runs() {}

    /** Rewrites each run. */
    static String rewrite(String text, UnaryOperator<String> letters, UnaryOperator<String> digits) {
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (digit(c)) {
                while (end < text.length() && digit(text.charAt(end))) {
                    end++;
                }
                out.append(digits.apply(text.substring(at, end)));
            } else if (letter(c)) {
                while (end < text.length() && letter(text.charAt(end))) {
                    end++;
                }
                out.append(letters.apply(text.substring(at, end)));
            } else {
                out.append(c);
            }
            at = end;
        }
        return out.toString();
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Of ASCII, or a byte of any other letter. */
    static boolean letter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
    }

    static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> digit((char) c));
    }

    static boolean hex(String text) {
        return text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
