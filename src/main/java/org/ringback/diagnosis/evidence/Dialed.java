package org.ringback.diagnosis.evidence;

import org.ringback.call.CallNumber;

/**
 * A telephone number as it was dialed: in which format, and whether it is the same one as another in another format.
 *
 * @param text without what only makes it easier to read; empty if it is no number
 */
public record Dialed(String text) {

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
        if (CallNumber.core(plain()).length() < CallNumber.TAIL) {
            return Form.NONE;
        }
        if (text.startsWith("+")) {
            return Form.PLUS;
        }
        if (CallNumber.abroad(text)) {
            return Form.ABROAD;
        }
        return text.startsWith("0") ? Form.TRUNK : Form.BARE;
    }

    private String plain() {
        return CallNumber.plain(text);
    }

    /** Whether it is the same line, as far as its digits tell; never with a short number. */
    public boolean same(Dialed other) {
        return form() != Form.NONE && other.form() != Form.NONE && CallNumber.same(plain(), other.plain());
    }
}
