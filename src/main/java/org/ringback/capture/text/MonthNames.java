package org.ringback.capture.text;

import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of months in the languages in which systems write their logs, whole and short. A name that means one month in
 * one language and another in another one means none.
 */
final class MonthNames {

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "hu", "ro", "sv", "da", "nb", "fi", "et", "lv",
            "lt", "hr", "sl", "el", "ru", "uk", "bg", "sr", "tr", "id", "vi", "ar", "hi", "th");

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

    private static final int SHORTEST = 3;

    /** One character for each byte, in lower case; zero for a name of several months. */
    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : STYLES) {
                    String name = normal(month.getDisplayName(style, locale).toLowerCase(locale));
                    if (name.length() >= SHORTEST && name.chars().noneMatch(Character::isDigit)) {
                        months.merge(bytes(name), month.getValue(), (one, other) -> one.equals(other) ? one : 0);
                    }
                }
            }
        }
        // What the system of a phone or of a computer shortens otherwise.
        months.put("sept", Month.SEPTEMBER.getValue());
        months.put("mrz", Month.MARCH.getValue());
        return Map.copyOf(months);
    }

    /** The number of the month; zero if it is none, or not one. */
    static int number(String word) {
        return MONTHS.getOrDefault(bytes(normal(text(word).toLowerCase(Locale.ROOT))), 0);
    }

    private static String normal(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
