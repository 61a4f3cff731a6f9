package org.ringback.call;

import java.util.Locale;
import java.util.Set;

/** Who somebody is by number or name, so that one writing of it can be compared with another. */
final class CallNumber {

    /** Fewer equal digits at the end are chance: this is the length of a number within one town. */
    static final int TAIL = 7;

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
    static boolean nobody(Identity identity) {
        String user = plain(identity.user());
        return user.isEmpty()
                || NOBODY.contains(user.replace("_", "").replace(" ", ""))
                || (user.length() > 2 && user.chars().allMatch(sign -> sign == '0'))
                || identity.host().toLowerCase(Locale.ROOT).endsWith(".invalid");
    }

    /** Without the signs that only make a number readable, and without what stands for an international one. */
    static String plain(String user) {
        String unescaped = user.indexOf('%') < 0
                ? user
                : user.replace("%2B", "+").replace("%2b", "+").replace("%20", " ");
        StringBuilder digits = new StringBuilder(unescaped.length());
        for (int i = 0; i < unescaped.length(); i++) {
            char sign = unescaped.charAt(i);
            if (sign >= '0' && sign <= '9') {
                digits.append(sign);
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

    /** Whether both are the same but for what a dial plan puts in front of a number, or takes away. */
    static boolean same(String plain, String other) {
        if (plain.equals(other)) {
            return !plain.isEmpty();
        }
        boolean may = plain.length() >= TAIL
                && other.length() >= TAIL
                && plain.charAt(plain.length() - 1) == other.charAt(other.length() - 1);
        if (!may || !digits(plain) || !digits(other)) {
            return false;
        }
        int equal = 0;
        int shorter = Math.min(plain.length(), other.length());
        while (equal < shorter
                && plain.charAt(plain.length() - 1 - equal) == other.charAt(other.length() - 1 - equal)) {
            equal++;
        }
        return equal >= TAIL && shorter - equal <= LONGEST_PREFIX;
    }
}
