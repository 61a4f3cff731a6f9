package org.ringback.words;

import java.util.regex.Pattern;

/**
 * Values that go into the cells of a spreadsheet. What one would take for a formula gets an apostrophe before it; take one
 * away, and the value is as it was.
 */
public final class TableCell {

    /**
     * Where a cell begins: at its beginning, and after a semicolon, which parts cells where a comma parts decimals. Blanks and
     * apostrophes before the sign count too, so that what had an apostrophe gets a second one.
     */
    private static final Pattern FORMULA = Pattern.compile("(^|[;\\t\\r"
            + "\\n"
            + "])(?=[\\s\\p{Z}']*+[=+\\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]|[\\t\\r"
            + "])");

    private static final Pattern NUMBER = Pattern.compile("\\+[0-9 ]{1,32}(?:@[\\w.:\\[\\]-]{1,80})?");

    private TableCell() {}

    /** The value as a cell that nobody calculates. */
    public static String of(String value) {
        return plain(value) ? value : FORMULA.matcher(value).replaceAll("$1'");
    }

    /** The same for a person, who knows a telephone number by its plus. */
    public static String forReader(String value) {
        return NUMBER.matcher(value).matches() ? value : of(value);
    }

    /** As nearly all values are. */
    private static boolean plain(String value) {
        return value.isEmpty()
                || (Character.isLetterOrDigit(value.charAt(0)) && value.indexOf(';') < 0 && value.indexOf('\t') < 0);
    }
}
