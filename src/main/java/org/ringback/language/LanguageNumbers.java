package org.ringback.language;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes numbers of things as a language does, always with European digits. Codes, ports and whatever else stands in
 * messages are no numbers of things.
 */
public final class LanguageNumbers {

    /** Shorter numbers are as easy to read without groups, and look the same in every language. */
    private static final int SHORTEST_GROUPED = 5;

    private static final int GROUP = 3;

    private enum Pattern implements NamedKey {
        DECIMAL,
        PERCENT,
        THOUSANDS;

        @Override
        public String group() {
            return "number";
        }
    }

    private final Texts texts;

    LanguageNumbers(Texts texts) {
        this.texts = texts;
    }

    /** How many, not below zero: {@code 10,000} in English. */
    public String count(long number) {
        String digits = Long.toString(number);
        return digits.length() < SHORTEST_GROUPED ? digits : grouped(digits);
    }

    private String grouped(String digits) {
        int cut = digits.length() - GROUP;
        return cut <= 0
                ? digits
                : pattern(Pattern.THOUSANDS, grouped(digits.substring(0, cut)), digits.substring(cut), "");
    }

    /** A number with all its decimals: {@code 7.5} in English. */
    public String decimal(BigDecimal number) {
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        return point < 0 ? plain : pattern(Pattern.DECIMAL, plain.substring(0, point), plain.substring(point + 1), ".");
    }

    /** A part of the whole, from 0 to 1, with one decimal: {@code 12.5 %} in English. */
    public String percent(double share) {
        return texts.get(
                Pattern.PERCENT, decimal(BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.HALF_UP)));
    }

    private String pattern(Pattern pattern, String left, String right, String asWritten) {
        return texts.plain() || !texts.has(pattern) ? left + asWritten + right : texts.get(pattern, left, right);
    }
}
