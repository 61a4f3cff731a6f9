package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a message as a list of strings in one line: {@code ['INVITE sip:2001@pbx SIP/2.0', 'Via: …', '']}. */
final class ListedLines implements Wrapping {

    private static final Pattern BEGIN = Pattern.compile(
            "\\[\\s?b?([\"'])(?:SIP/2\\.0 [1-6]\\d\\d[^\"']{0,100}|[A-Z]{3,10} (?:sips?|tel|urn):[^\"']{1,2000}"
                    + " SIP/2\\.0)\\1,\\s?b?[\"']");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            Matcher begin = row.text().contains("SIP/2.0") ? BEGIN.matcher(row.text()) : null;
            if (begin != null && begin.find()) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                add(row, begin, peeled);
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static void add(TextRow row, Matcher begin, List<TextRow> peeled) {
        String line = row.text();
        int from = 0;
        boolean more = true;
        while (more) {
            peeled.add(row.made(line.substring(from, begin.start())));
            from = strings(row, begin.start() + 1, peeled);
            // The empty line before what follows, or behind headers without a body.
            peeled.add(row.made(""));
            more = begin.find(from);
        }
        if (from < line.length()) {
            peeled.add(row.made(line.substring(from)));
        }
    }

    /** Adds the strings of a list from a column on; gives back where it ends. */
    private static int strings(TextRow row, int from, List<TextRow> peeled) {
        String line = row.text();
        StringBuilder text = new StringBuilder();
        char quote = 0;
        for (int at = from; at < line.length(); at++) {
            char character = line.charAt(at);
            if (quote == 0 && character == ']') {
                return at + 1;
            }
            if (quote == 0) {
                quote = character == '"' || character == '\'' ? character : 0;
                text.setLength(0);
            } else if (character == '\\' && at + 1 < line.length()) {
                at++;
                text.append(line.charAt(at) == 'r' || line.charAt(at) == 'n' ? "" : line.charAt(at));
            } else if (character == quote) {
                peeled.add(row.made(text.toString()));
                quote = 0;
            } else {
                text.append(character);
            }
        }
        return line.length();
    }
}
