package org.ringback.diagnosis.evidence;

/**
 * A telephone number as it was dialed, which may be the same one as another in another format.
 *
 * @param text without what only makes it easier to read; empty if it is no number
 */
public record Dialed(String text) {

    /** Shorter ones may be alike by chance. */
    private static final int LEAST = 7;

    /** How a number begins. */
    public enum Form {
        /** {@code +49...}: E.164. */
        PLUS,
        /** {@code 00...} or {@code 011...}: dialed abroad. */
        ABROAD,
        /** {@code 0...}: dialed within a country. */
        TRUNK,
        /** Digits and nothing before them. */
        BARE,
        /** No number, or too short to have a form. */
        NONE
    }

    public static Dialed of(String user) {
        String number = user.replaceAll("[-.() ]", "");
        int parameters = number.indexOf(';');
        String plain = parameters < 0 ? number : number.substring(0, parameters);
        return new Dialed(plain.matches("\\+?\\d{1,32}") ? plain : "");
    }

    public Form form() {
        if (core().length() < LEAST) {
            return Form.NONE;
        }
        if (text.startsWith("+")) {
            return Form.PLUS;
        }
        if (text.startsWith("00") || text.startsWith("011")) {
            return Form.ABROAD;
        }
        return text.startsWith("0") ? Form.TRUNK : Form.BARE;
    }

    /** Digits without plus and leading zeros. */
    private String core() {
        return text.replaceFirst("^(\\+|011|0+)", "").replaceFirst("^0+", "");
    }

    /** Whether it may be the same line: one ends with all digits of the other. */
    public boolean same(Dialed other) {
        String one = core();
        String two = other.core();
        return Math.min(one.length(), two.length()) >= LEAST && (one.endsWith(two) || two.endsWith(one));
    }
}
