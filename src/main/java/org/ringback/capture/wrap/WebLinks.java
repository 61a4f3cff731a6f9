package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/** URIs that a page made into links of Markdown or of a forum: {@code [sip:2001@…](sip:2001@…)}. */
final class WebLinks extends LineWrapping {

    private static final Pattern MARKDOWN =
            Pattern.compile("\\[([^\\[\\]\\s]{1,200})\\]\\((?:sips?|tel|mailto|https?):[^()\\s]{1,300}\\)");
    private static final Pattern BBCODE = Pattern.compile(
            "\\[(url|email)(?:=[^\\]]{1,300})?\\]([^\\[\\]]{1,300})\\[/\\1\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAILTO = Pattern.compile("(?<=[\\w.+-])<mailto:[^<>\\s]{1,200}>");

    @Override
    boolean isAround(List<TextRow> rows) {
        return SipLines.any(rows, "](") || SipLines.any(rows, "[/") || SipLines.any(rows, "<mailto:");
    }

    @Override
    String peel(String line) {
        if (line.contains("](")) {
            return MARKDOWN.matcher(line).replaceAll("$1");
        }
        if (line.contains("[/")) {
            return BBCODE.matcher(line).replaceAll("$2");
        }
        return line.contains("<mailto:") ? MAILTO.matcher(line).replaceAll("") : line;
    }
}
