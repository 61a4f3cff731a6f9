package org.ringback.capture.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date whose month has a name, before a time of day: {@code Jul 17}, {@code 17 July 2019}, {@code 17. Juli 2019},
 * {@code 17 de julio de 2019}, {@code 2019\u5e747\u670817\u65e5}.
 */
final class WrittenDate {

    private static final List<String> ENGLISH =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** So many bytes before the time are looked at. */
    private static final int LONGEST = 48;

    /** Words between day, month, year and time. */
    private static final List<String> BETWEEN = List.of(
            "de", "del", "of", "at", "um", "kl", "kl.", "klo", "den", "the", "\u00e0", "a", "alle", "ore", "om", "v",
            "o", "\u0432", "\u043e", "saat", "pukul");

    private static final Pattern EAST = Pattern.compile(
            "(?:(\\d{4})\\s?[\u5e74\ub144]\\s?)?(\\d{1,2})[\u6708\uc6d4]\\s{0,3}(\\d{1,2})[\u65e5\uc77c]?\\s*$");

    /** Signs instead of blanks say that all three are of one date, though its year has two digits. */
    private static final Pattern JOINED = Pattern.compile("(?<![\\w-])(\\d{1,2})[-/]([A-Za-z]{3,9})[-/]([0-3]\\d)$");

    /** Nothing between them either: {@code 01Oct2023}. */
    private static final Pattern GLUED = Pattern.compile("(?<![\\w-])(\\d{1,2})([A-Za-z]{3})((?:19|20)\\d\\d)$");

    private WrittenDate() {}

    /**
     * The date before a column; {@link StampDate#NONE} if there is none.
     *
     * @param after where the time ends, behind which the year may stand
     */
    static StampDate before(String line, int from, int end, int after) {
        String written = line.substring(Math.max(from, end - LONGEST), end).strip();
        if (written.isEmpty()) {
            return StampDate.NONE;
        }
        Matcher east = EAST.matcher(text(written));
        if (east.find()) {
            return StampDate.of(east.group(1) == null ? "" : east.group(1), east.group(2), east.group(3));
        }
        Matcher joined = JOINED.matcher(written);
        int named = joined.find() ? month(joined.group(2)) : 0;
        if (named > 0) {
            return StampDate.of("20" + joined.group(3), Integer.toString(named), joined.group(1));
        }
        Matcher glued = GLUED.matcher(written);
        int month = glued.find() ? month(glued.group(2)) : 0;
        if (month > 0) {
            return StampDate.of(glued.group(3), Integer.toString(month), glued.group(1));
        }
        return ofWords(line, words(written), after);
    }

    private static StampDate ofWords(String line, List<String> words, int after) {
        int last = words.size() - 1;
        for (int i = last; i >= 0 && i >= last - 2; i--) {
            boolean besideNumber = (i > 0 && !day(words.get(i - 1)).isEmpty())
                    || (i < last && !day(words.get(i + 1)).isEmpty());
            int month = besideNumber ? month(words.get(i)) : 0;
            if (month > 0) {
                return around(line, words, i, Integer.toString(month), after);
            }
        }
        return StampDate.NONE;
    }

    private static StampDate around(String line, List<String> words, int at, String month, int after) {
        int last = words.size() - 1;
        String end = words.get(last);
        if (at == last - 2) {
            return StampDate.of(year(end), month, day(words.get(last - 1)));
        }
        if (at == last - 1
                && last >= 2
                && !year(end).isEmpty()
                && !day(words.get(last - 2)).isEmpty()) {
            return StampDate.of(year(end), month, day(words.get(last - 2)));
        }
        if (at == last - 1 && last >= 2 && !year(words.get(last - 2)).isEmpty()) {
            return StampDate.of(year(words.get(last - 2)), month, day(end));
        }
        if (at == last - 1) {
            return StampDate.of(yearBehind(line, after), month, day(end));
        }
        return StampDate.of(yearBehind(line, after), month, day(words.get(last - 1)));
    }

    private static String yearBehind(String line, int after) {
        boolean behind = Stamp.is(line, after, " ")
                && StampDate.isNumber(line.substring(after + 1, Math.min(line.length(), after + 5)), 4)
                && Stamp.is(line, after + 1, "12")
                && !Stamp.isDigit(line, after + 5)
                && !Stamp.is(line, after + 5, "-:.");
        return behind ? line.substring(after + 1, after + 5) : "";
    }

    private static List<String> words(String written) {
        List<String> words = new ArrayList<>();
        for (String word : written.split("[ ,/|-]+", -1)) {
            if (!word.isEmpty() && !BETWEEN.contains(text(word).toLowerCase(Locale.ROOT))) {
                words.add(word);
            }
        }
        // Russian writes that it is a year.
        if (!words.isEmpty() && text(words.getLast()).matches("\u0433\\.?|\u0440\\.?")) {
            words.removeLast();
        }
        return words;
    }

    private static int month(String word) {
        if (word.length() < 3) {
            return 0;
        }
        String name = word.substring(word.length() - 3).toLowerCase(Locale.ROOT);
        int english = ENGLISH.indexOf(name) + 1;
        return english > 0 ? english : MonthNames.number(word);
    }

    /** A year of four digits; empty if it is none. */
    private static String year(String word) {
        return word.length() == 4 && StampDate.isNumber(word, 4) ? word : "";
    }

    /** A number of one or two digits, behind a bracket or the like, or before a dot; empty if it is none. */
    private static String day(String word) {
        int begin = 0;
        while (begin < word.length() && !Stamp.isDigit(word, begin)) {
            begin++;
        }
        int end = begin;
        while (Stamp.isDigit(word, end)) {
            end++;
        }
        String rest = word.substring(end);
        boolean ordinal =
                rest.isEmpty() || List.of(".", "th", "st", "nd", "rd", "er").contains(rest);
        return ordinal && end - begin <= 2 && begin < 3 ? word.substring(begin, end) : "";
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
