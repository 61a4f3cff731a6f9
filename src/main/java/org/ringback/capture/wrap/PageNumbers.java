package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text copied out of a document whose pages lost their form feeds: lines of their own with the number of a page, each one more
 * than the one before, say where the pages ended.
 */
final class PageNumbers {

    /** Rows are bytes: letters beyond ASCII are there as Latin-1 and as UTF-8 write them. */
    private static final Pattern NUMBER = Pattern.compile("(?i)^\\s{0,80}(?:[-|]|\u00e2\u0080\u0093){0,2}"
        + " ?(?:page|seite|p(?:\u00e1|\u00c3\u00a1)gina|pagina|strona|sayfa|p\\.)\\W{0,3}(\\d{1,4})"
        + "(?:\\s?(?:of|/|von|de|di|z)\\s?\\d{1,4})?\\s?(?:[-|]|\u00e2\u0080\u0093){0,2}\\s{0,80}$|^\\s{0,80}(\\d{1,4})"
        + " ?\\| ?(?:page|seite)\\s{0,80}$");

    private static final int LONGEST = 120;

    /** Nothing but marks stands behind the number. */
    private static final int LAST_WORD = 90;

    private PageNumbers() {}

    /** With a form feed behind each such line; the very same rows if there are not at least two. */
    static List<TextRow> marked(List<TextRow> rows) {
        List<Integer> ends = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < rows.size(); i++) {
            int number = number(rows.get(i).text());
            if (number >= 0 && (last < 0 || number == last + 1)) {
                ends.add(i);
                last = number;
            }
        }
        if (ends.size() < 2) {
            return rows;
        }
        List<TextRow> marked = new ArrayList<>(rows);
        for (int end : ends) {
            if (end + 1 < rows.size()) {
                TextRow next = rows.get(end + 1);
                marked.set(end + 1, next.with("\f" + next.text()));
            }
        }
        return marked;
    }

    private static int number(String line) {
        int digit = line.length() > LONGEST ? -1 : line.length() - 1;
        while (digit >= 0 && !Character.isDigit(line.charAt(digit))) {
            digit--;
        }
        if (digit < 0 || line.length() - digit > LAST_WORD) {
            return -1;
        }
        Matcher number = NUMBER.matcher(line);
        if (!number.matches()) {
            return -1;
        }
        return Integer.parseInt(number.group(1) == null ? number.group(2) : number.group(1));
    }
}
