package org.ringback.capture.wrap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Messages in Base64 over several lines of one length, the last one shorter, perhaps between lines that name what they are. */
final class WrappedBase64 implements Wrapping {

    private static final int SHORTEST = 40;
    private static final int LONGEST = 160;
    private static final int MOST = 4096;
    private static final int LOOKED_AT = 32;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            int end = mayBegin(rows.get(at).text()) ? end(rows, at) : at;
            String message = end - at < 2 ? null : message(rows.subList(at, end));
            if (message != null) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, at)) : peeled;
                TextLines.add(rows.get(at), message, peeled);
            } else {
                end = at + 1;
                if (peeled != null) {
                    peeled.add(rows.get(at));
                }
            }
            at = end;
        }
        return peeled == null ? rows : peeled;
    }

    /** Whether the line is of Base64, and begins as a start line does. */
    private static boolean mayBegin(String line) {
        if (!isEncoded(line) || line.length() < SHORTEST || line.length() % 4 != 0) {
            return false;
        }
        String head = decoded(line.substring(0, LOOKED_AT));
        int blank = head.indexOf(' ');
        return head.startsWith("SIP/2.0 ") || (blank > 0 && LoggedStartLine.isMethod(head.substring(0, blank)));
    }

    private static boolean isEncoded(String line) {
        return line.length() <= LONGEST
                && line.chars()
                        .allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || c == '+' || c == '/' || c == '=');
    }

    private static int end(List<TextRow> rows, int from) {
        int length = rows.get(from).text().length();
        int at = from + 1;
        boolean more = true;
        while (more && at < rows.size() && at - from < MOST) {
            String line = rows.get(at).text();
            boolean encoded = !line.isEmpty() && line.length() <= length && isEncoded(line);
            more = encoded && line.length() == length && !line.endsWith("=");
            at += encoded ? 1 : 0;
        }
        return at;
    }

    private static String message(List<TextRow> rows) {
        StringBuilder digits = new StringBuilder();
        rows.forEach(row -> digits.append(row.text()));
        String text = decoded(digits.toString());
        return TraceRecord.isMessage(text) ? text : null;
    }

    private static String decoded(String digits) {
        try {
            return new String(Base64.getDecoder().decode(digits), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            // A long word.
            return "";
        }
    }
}
