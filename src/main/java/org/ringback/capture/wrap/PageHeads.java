package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a printed page has at its top and its bottom, in text that was taken out of a document: a form feed, a head or a foot
 * with a number, and lines that come again around each form feed.
 */
final class PageHeads implements Wrapping {

    private static final char FORM_FEED = '\f';

    /** So many empty lines a break leaves at most. */
    private static final int MOST_EMPTY = 8;

    private static final Pattern HEAD = Pattern.compile(
            "(?i)^.{0,120}\\b(?:page|seite|p(?:\u00e1|\u00c3\u00a1)gina|pagina|strona|sayfa)\\W{0,3}\\d{1,4}\\b.{0,40}$|^.{0,60}\\b\\d{1,4}"
                + " ?(?:/|of|von|de) ?\\d{1,4}\\s*$|^\\s*\\d{0,4}\\s*$");

    @SuppressWarnings("ReferenceEquality")
    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        boolean fed = rows.stream().anyMatch(row -> row.text().indexOf(FORM_FEED) == 0);
        List<TextRow> marked = fed ? rows : PageNumbers.marked(rows);
        // The same rows again: nothing was marked.
        return marked == rows && !fed ? rows : pages(PageEdges.of(marked).peel(marked));
    }

    private static List<TextRow> pages(List<TextRow> rows) {
        List<TextRow> peeled = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            if (row.text().indexOf(FORM_FEED) != 0) {
                peeled.add(row);
                continue;
            }
            String rest = row.text().substring(1);
            removeFoot(peeled);
            boolean head = HEAD.matcher(rest).matches();
            int next = head ? i + 1 : i;
            boolean blank = head && next < rows.size() && rows.get(next).text().isBlank();
            if (blank && next + 1 < rows.size()) {
                next++;
            }
            String text = next == i ? rest : next < rows.size() ? rows.get(next).text() : "";
            if (bodyFollows(peeled, rows, next)) {
                while (peeled.getLast().text().isBlank()) {
                    peeled.removeLast();
                }
                i = firstFilled(rows, next) - 1;
                peeled.add(row.with(""));
                continue;
            }
            if (goesOn(peeled, text)) {
                if (peeled.getLast().text().isBlank()) {
                    peeled.removeLast();
                }
                i = head ? next - 1 : i;
            }
            if (!head) {
                peeled.add(row.with(rest));
            }
        }
        return peeled;
    }

    /** Whether the page ended between headers and SDP: one empty line is between them, however many the break has left. */
    private static boolean bodyFollows(List<TextRow> rows, List<TextRow> all, int next) {
        int body = firstFilled(all, next);
        int last = rows.size() - 1;
        while (last >= 0
                && rows.size() - last < MOST_EMPTY
                && rows.get(last).text().isBlank()) {
            last--;
        }
        return body < all.size()
                && body > next
                && all.get(body).text().startsWith("v=0")
                && last >= 0
                && HeaderLine.isAt(rows.get(last).text(), 0);
    }

    private static int firstFilled(List<TextRow> rows, int from) {
        int at = from;
        while (at < rows.size() && at - from < MOST_EMPTY && rows.get(at).text().isBlank()) {
            at++;
        }
        return at;
    }

    /** The number of the page at its bottom, apart from the text by an empty line. */
    private static void removeFoot(List<TextRow> rows) {
        int last = rows.size() - 1;
        while (last >= 0 && rows.get(last).text().isBlank() && rows.size() - last <= 2) {
            last--;
        }
        boolean foot = last > 0
                && rows.get(last - 1).text().isBlank()
                && !rows.get(last).text().isBlank()
                && HEAD.matcher(rows.get(last).text()).matches();
        if (foot) {
            rows.subList(last, rows.size()).clear();
        }
    }

    /** Whether the page ended in the midst of headers or of SDP, perhaps with an empty line. */
    private static boolean goesOn(List<TextRow> rows, String next) {
        int last = rows.size() - 1;
        if (last >= 0 && rows.get(last).text().isBlank()) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        String before = rows.get(last).text();
        boolean headers = (HeaderLine.isAt(before, 0) || SipLines.isStart(before)) && HeaderLine.isAt(next, 0);
        return headers || (isSdp(before) && isSdp(next) && !next.startsWith("v="));
    }

    private static boolean isSdp(String line) {
        return line.length() > 2 && line.charAt(1) == '=' && Character.isLowerCase(line.charAt(0));
    }
}
