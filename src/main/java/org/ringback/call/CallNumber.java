package org.ringback.call;

import java.util.Locale;
import java.util.Set;

/** Who somebody is by number or name, so that one writing of it can be compared with another. */
public final class CallNumber {

    /** Fewer equal digits at the end are chance: this is the length of a number within one town. */
    public static final int TAIL = 7;

    /** A whole short number, where place and time fit as well. */
    private static final int SHORT_TAIL = 5;

    /** 011, a country and a number have at least so many digits; with fewer it is an area of the United Kingdom. */
    private static final int ABROAD = 13;

    /** In Russia and Kazakhstan, whose numbers have ten digits, 8 is dialed where others write +7. */
    private static final int RUSSIAN = 10;

    /** So many digits in front of them may be dropped for others: an access code, a trunk prefix, a country. */
    private static final int LONGEST_PREFIX = 4;

    /** What stands for nobody, in the words of phones and exchanges of several countries. */
    private static final Set<String> NOBODY = Set.of(
            "anonymous",
            "anonym",
            "anonyme",
            "anonimo",
            "anónimo",
            "anoniem",
            "anonymer",
            "anonymous.anonymous",
            "asterisk",
            "blocked",
            "confidential",
            "desconocido",
            "inconnu",
            "masqué",
            "masque",
            "nocallerid",
            "nonumber",
            "null",
            "oculto",
            "out-of-area",
            "outofarea",
            "privado",
            "private",
            "privé",
            "restricted",
            "unavailable",
            "unbekannt",
            "undefined",
            "unknown",
            "unterdrückt",
            "unterdrueckt",
            "withheld",
            "аноним",
            "анонимно",
            "неизвестно",
            "неизвестный",
            "номер-скрыт",
            "скрыт",
            "匿名",
            "非通知",
            "表示圏外",
            "通知不可能",
            "公衆電話",
            "未知",
            // The same words as keys of a phone: what exchanges send that know digits only.
            "266696687",
            "7378742833",
            "86282452253",
            "8656696",
            "688632732",
            "7748283");

    private CallNumber() {}

    /** Whether the address stands for somebody who is not named (RFC 3323, 4.1.1.3, and customs). */
    public static boolean nobody(Identity identity) {
        String user = plain(identity.user());
        return user.isEmpty()
                || NOBODY.contains(user.replace("_", "").replace(" ", ""))
                || (user.length() > 2 && onlyZeros(user))
                || identity.host().toLowerCase(Locale.ROOT).endsWith(".invalid");
    }

    private static boolean onlyZeros(String user) {
        for (int i = 0; i < user.length(); i++) {
            if (user.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /**
     * Without the signs that only make a number readable, without what stands for an international one, and without the
     * parameters behind a number, which say how it is routed (RFC 3261, 19.1.6; RFC 4694).
     */
    public static String plain(String user) {
        String unescaped = user.indexOf('%') < 0
                ? user
                : user.replace("%2B", "+").replace("%2b", "+").replace("%20", " ");
        StringBuilder digits = new StringBuilder(unescaped.length());
        for (int i = 0; i < unescaped.length(); i++) {
            char sign = unescaped.charAt(i);
            if (sign >= '0' && sign <= '9') {
                digits.append(sign);
            } else if (sign == ';' && !digits.isEmpty()) {
                break;
            } else if (sign == '+' && !digits.isEmpty() && digits.length() <= LONGEST_PREFIX) {
                // What is dialed for a line stands before the number itself.
                digits.setLength(0);
            } else if (" -.()/+".indexOf(sign) < 0 || (sign == '+' && !digits.isEmpty())) {
                return unescaped.toLowerCase(Locale.ROOT);
            }
        }
        boolean international = !unescaped.startsWith("+") && digits.length() > 2 && digits.indexOf("00") == 0;
        return international ? digits.substring(2) : digits.toString();
    }

    /** By what numbers that are the same are found: the last digits of a long one, else all of it. */
    static String key(String plain) {
        return number(plain) ? plain.substring(plain.length() - TAIL) : plain;
    }

    private static boolean number(String plain) {
        return plain.length() >= TAIL && digits(plain);
    }

    private static boolean digits(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) < '0' || plain.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether it is dialed as one abroad: after 00 as in most countries, or after 011 as in North America. */
    public static boolean abroad(String number) {
        return number.startsWith("00") || (number.startsWith("011") && number.length() >= ABROAD);
    }

    /** Digits of a plain number without what only says how far it goes: zeros, or 011. */
    public static String core(String plain) {
        int from = abroad(plain) && plain.startsWith("011") ? 3 : 0;
        while (from < plain.length() && plain.charAt(from) == '0') {
            from++;
        }
        return plain.substring(from);
    }

    /** Whether both are one line, one of them with an area, a country or an access code before it, or both the same name. */
    public static boolean same(String plain, String other) {
        if (plain.equals(other)) {
            return !plain.isEmpty();
        }
        String one = core(plain);
        String two = core(other);
        int equal = equalEnd(one, two);
        int shorter = Math.min(one.length(), two.length());
        return equal >= TAIL && (equal == shorter || (equal == RUSSIAN && russian(one, two)));
    }

    private static boolean russian(String one, String other) {
        return one.length() == RUSSIAN + 1
                && other.length() == RUSSIAN + 1
                && Math.min(one.charAt(0), other.charAt(0)) == '7'
                && Math.max(one.charAt(0), other.charAt(0)) == '8';
    }

    /** The same, or one line before and after a dial plan took a prefix away and put another one there. */
    public static boolean sameAfterDialPlan(String plain, String other) {
        if (plain.equals(other)) {
            return !plain.isEmpty();
        }
        int equal = equalEnd(plain, other);
        return equal >= TAIL && Math.min(plain.length(), other.length()) - equal <= LONGEST_PREFIX;
    }

    /** Whether one of two numbers, without its leading zeros, is the end of the other: a short number of a town. */
    public static boolean wholeEnd(String plain, String other) {
        String one = core(plain);
        String two = core(other);
        return !one.equals(two)
                && Math.min(one.length(), two.length()) >= SHORT_TAIL
                && digits(one)
                && digits(two)
                && (one.endsWith(two) || two.endsWith(one));
    }

    /** How many digits at the end are equal; 0 if not both are long numbers. */
    private static int equalEnd(String plain, String other) {
        boolean may = plain.length() >= TAIL
                && other.length() >= TAIL
                && plain.charAt(plain.length() - 1) == other.charAt(other.length() - 1);
        if (!may || !digits(plain) || !digits(other)) {
            return 0;
        }
        int equal = 0;
        int shorter = Math.min(plain.length(), other.length());
        while (equal < shorter
                && plain.charAt(plain.length() - 1 - equal) == other.charAt(other.length() - 1 - equal)) {
            equal++;
        }
        return equal;
    }
}
