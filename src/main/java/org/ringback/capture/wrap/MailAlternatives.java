package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mail that says the same twice, in plain text and in HTML, for programs to choose from (RFC 2046, 5.1.4): the plain text is
 * enough, and with both each message would be there twice.
 */
final class MailAlternatives implements Wrapping {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";\\s]{1,80})");

    /** Headers may be folded. */
    private static final int FOLDED = 4;

    private static final int HEADERS = 12;

    /** For each the text is gone through once. */
    private static final int MOST = 100;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = rows;
        int mails = 0;
        for (int at = 0; at < peeled.size() && mails < MOST; at++) {
            String boundary = isAnnounced(peeled.get(at).text()) ? boundary(peeled, at) : "";
            if (!boundary.isEmpty()) {
                mails++;
                peeled = without(peeled, parts(peeled, at + 1, boundary));
            }
        }
        return peeled;
    }

    private static boolean isAnnounced(String line) {
        return line.length() < 200
                && line.regionMatches(true, 0, "content-type:", 0, 13)
                && line.toLowerCase(Locale.ROOT).contains("multipart/alternative");
    }

    private static String boundary(List<TextRow> rows, int from) {
        for (int at = from; at < Math.min(rows.size(), from + FOLDED); at++) {
            Matcher boundary = BOUNDARY.matcher(rows.get(at).text());
            if (boundary.find()) {
                return boundary.group(1);
            }
        }
        return "";
    }

    /** The rows from one delimiter to the next. */
    private record MailPart(int begin, int end, String type, boolean sip) {}

    private static List<MailPart> parts(List<TextRow> rows, int from, String boundary) {
        List<MailPart> parts = new ArrayList<>();
        int begin = -1;
        for (int at = from; at < rows.size(); at++) {
            String line = rows.get(at).text().stripTrailing();
            boolean last = line.equals("--" + boundary + "--");
            if (last || line.equals("--" + boundary)) {
                if (begin >= 0) {
                    parts.add(part(rows, begin, at));
                }
                begin = at;
            }
            if (last) {
                return parts;
            }
        }
        if (begin >= 0) {
            parts.add(part(rows, begin, rows.size()));
        }
        return parts;
    }

    private static MailPart part(List<TextRow> rows, int begin, int end) {
        String type = "";
        boolean start = false;
        boolean header = false;
        for (int at = begin; at < end; at++) {
            String line = rows.get(at).text();
            if (at - begin < HEADERS && type.isEmpty() && line.regionMatches(true, 0, "content-type:", 0, 13)) {
                type = line.substring(13).strip().toLowerCase(Locale.ROOT);
            }
            start |= SipLines.namesVersion(line);
            header |= line.contains("CSeq:") || line.contains("Call-ID:") || line.contains("Via:");
        }
        return new MailPart(begin, end, type, start && header);
    }

    private static List<TextRow> without(List<TextRow> rows, List<MailPart> parts) {
        boolean plain = parts.stream().anyMatch(part -> part.sip && part.type.startsWith("text/plain"));
        List<MailPart> dropped = plain
                ? parts.stream()
                        .filter(part -> part.type.startsWith("text/html"))
                        .toList()
                : List.of();
        if (dropped.isEmpty()) {
            return rows;
        }
        List<TextRow> rest = new ArrayList<>(rows.size());
        int done = 0;
        for (MailPart part : dropped) {
            rest.addAll(rows.subList(done, part.begin));
            done = part.end;
        }
        rest.addAll(rows.subList(done, rows.size()));
        return rest;
    }
}
