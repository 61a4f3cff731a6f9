package org.ringback.capture.wrap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The parts of a mail saved as it was sent that are written as Base64. */
final class MailBase64 implements Wrapping {

    private static final String HEADER = "content-transfer-encoding:";
    private static final int LONGEST = 64 * 1024 * 1024;
    private static final int HEADERS = 30;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            int begin = isAnnounced(rows.get(at).text()) ? behindHeaders(rows, at) : -1;
            int end = begin < 0 ? -1 : end(rows, begin);
            String plain = end > begin ? decoded(rows.subList(begin, end)) : null;
            if (plain != null && plain.contains("SIP/2.0")) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, at)) : peeled;
                peeled.add(rows.get(at));
                peeled.add(rows.get(at).made(""));
                TextLines.add(rows.get(begin), plain, peeled);
                at = end;
            } else {
                if (peeled != null) {
                    peeled.add(rows.get(at));
                }
                at++;
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static boolean isAnnounced(String line) {
        String written = line.length() > 80 ? "" : line.toLowerCase(Locale.ROOT);
        return written.startsWith(HEADER) && written.strip().endsWith("base64");
    }

    private static int behindHeaders(List<TextRow> rows, int header) {
        for (int at = header + 1; at < rows.size() && at < header + HEADERS; at++) {
            if (rows.get(at).text().isBlank()) {
                return at + 1;
            }
        }
        return -1;
    }

    private static int end(List<TextRow> rows, int from) {
        int at = from;
        while (at < rows.size() && isEncoded(rows.get(at).text())) {
            at++;
        }
        return at;
    }

    private static boolean isEncoded(String line) {
        String stripped = line.strip();
        return !stripped.isEmpty()
                && stripped.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
    }

    /** Null if it is damaged, or too long. */
    private static String decoded(List<TextRow> rows) {
        StringBuilder digits = new StringBuilder();
        for (TextRow row : rows) {
            digits.append(row.text().strip());
            if (digits.length() > LONGEST) {
                return null;
            }
        }
        try {
            return new String(Base64.getMimeDecoder().decode(digits.toString()), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            // Cut in the midst of a byte.
            return null;
        }
    }
}
