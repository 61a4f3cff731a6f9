package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A string that Python prints in pieces, one below the other, which end wherever the lines were full: those of one line of a
 * message are one string again.
 */
final class AdjacentStrings implements Wrapping {

    private static final Pattern BEGIN = Pattern.compile("^([^'\"]{0,60}?(?:'\\w{1,30}': )?)b?(['\"])(.*)\\2$");
    private static final Pattern REST = Pattern.compile("^\\s{0,80}b?(['\"])(.*)\\1([,)}\\]]{0,4})$");

    /** No line of a message has more. */
    private static final int PIECES = 60;

    private static final int LONGEST = 400;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        boolean within = false;
        int at = 0;
        while (at < rows.size()) {
            String line = rows.get(at).text();
            Matcher begin = line.length() <= LONGEST ? BEGIN.matcher(line) : null;
            boolean string = begin != null && begin.matches();
            Matcher last = within && !string && line.length() <= LONGEST ? REST.matcher(line) : null;
            if (last != null && last.matches()) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, at)) : peeled;
                peeled.add(rows.get(at).with(last.group(1) + last.group(2) + last.group(1)));
                within = false;
                at++;
                continue;
            }
            boolean opens = string && !within && opens(rows, at, begin.group(3));
            within = string && (within || opens);
            int end = within && !isWhole(begin.group(3)) ? end(rows, at) : at + 1;
            boolean named = opens && !begin.group(1).isBlank();
            if ((named || end > at + 1) && peeled == null) {
                peeled = new ArrayList<>(rows.subList(0, at));
            }
            if (named) {
                peeled.add(rows.get(at).made(begin.group(1).strip()));
            }
            if (peeled != null) {
                peeled.add(named || end > at + 1 ? rows.get(at).with(joined(rows, at, end, begin)) : rows.get(at));
            }
            at = end;
        }
        return peeled == null ? rows : peeled;
    }

    /** Whether a start line stands there, perhaps in two pieces. */
    private static boolean opens(List<TextRow> rows, int at, String piece) {
        Matcher rest = at + 1 < rows.size() && rows.get(at + 1).text().length() <= LONGEST
                ? REST.matcher(rows.get(at + 1).text())
                : null;
        if (rest == null || !rest.matches()) {
            return false;
        }
        String start = without(isWhole(piece) ? piece : piece + rest.group(2));
        // Not a whole message, with the ends of its lines written out.
        return start.contains("SIP/2.0") && !start.contains("\\n") && SipLines.isStart(start);
    }

    private static String without(String piece) {
        return isWhole(piece) ? piece.substring(0, piece.lastIndexOf('\\')).replaceFirst("\\\\r$", "") : piece;
    }

    private static boolean isWhole(String piece) {
        return piece.endsWith("\\n");
    }

    private static int end(List<TextRow> rows, int from) {
        for (int at = from + 1; at < rows.size() && at - from < PIECES; at++) {
            Matcher rest = rows.get(at).text().length() <= LONGEST
                    ? REST.matcher(rows.get(at).text())
                    : null;
            if (rest == null || !rest.matches()) {
                return from + 1;
            }
            if (isWhole(rest.group(2))) {
                return at + 1;
            }
        }
        return from + 1;
    }

    private static String joined(List<TextRow> rows, int from, int end, Matcher begin) {
        boolean named = !begin.group(1).isBlank();
        StringBuilder line = new StringBuilder(named ? "" : begin.group(1))
                .append(begin.group(2))
                .append(begin.group(3));
        String tail = "";
        for (TextRow row : rows.subList(from + 1, end)) {
            Matcher rest = REST.matcher(row.text());
            if (rest.matches()) {
                line.append(rest.group(2));
                tail = rest.group(3);
            }
        }
        return line.append(begin.group(2)).append(tail).toString();
    }
}
