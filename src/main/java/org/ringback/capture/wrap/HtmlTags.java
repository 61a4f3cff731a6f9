package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of a page of the web. Only names that HTML has are tags: {@code <sip:2001@…>} is none. */
final class HtmlTags implements Wrapping {

    private static final Pattern TAG = Pattern.compile(
            "<(/?)(br|p|div|li|ul|ol|tr|td|th|table|tbody|thead|pre|code|span|b|i|u|a|em|strong|font|tt|mark|small|big"
                + "|html|body|head|title|blockquote|h[1-6]|hr|section|article|samp|kbd|dl|dt|dd|img|center|sub|sup|button|wbr|nobr|o:p|colgroup|col|caption|tfoot|small|s|strike|del|ins|q|var|cite|(?:w|text|office):[A-Za-z-]{1,24})"
                + "(?:\\s[^<>]{0,400})?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAKS = Pattern.compile(
            "br|p|div|li|tr|dl|dt|dd|table|pre|blockquote|h[1-6]|hr|section|article|html|body|ul|ol|w:p|w:br|text:(?:p|h|line-break)",
            Pattern.CASE_INSENSITIVE);
    /** Text as it was written, within a page; no message has that. */
    private static final Pattern PRE = Pattern.compile("<pre(?:\\s[^<>]{0,400})?>(?!\\s*$)", Pattern.CASE_INSENSITIVE);

    private static final int SURE = 3;
    private static final char BREAK = '\u0001';

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!isAround(rows)) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>();
        for (TextRow row : rows) {
            if (row.text().indexOf('<') < 0 || !TAG.matcher(row.text()).find()) {
                peeled.add(row);
            } else {
                split(row, peeled);
            }
        }
        return peeled;
    }

    private static boolean isAround(List<TextRow> rows) {
        int headers = 0;
        boolean page = false;
        for (TextRow row : rows) {
            String line = row.text();
            if (page && SipLines.isStart(line)) {
                return true;
            }
            page |= line.indexOf('<') >= 0 && PRE.matcher(line).find();
            if (line.indexOf('<') >= 0 && TAG.matcher(line).find()) {
                for (String part : untagged(line).split(String.valueOf(BREAK), -1)) {
                    headers += SipLines.isHeader(part.strip(), 0) && !SipLines.isHeader(line.strip(), 0) ? 1 : 0;
                    boolean start = (SipLines.holdsStart(part) && !SipLines.holdsStart(line))
                            || (SipLines.isStart(part) && !SipLines.isStart(line));
                    if (start || headers >= SURE) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void split(TextRow row, List<TextRow> peeled) {
        String marked = withoutBar(untagged(row.text()));
        // A tag that breaks the line where the line ends anyway adds none.
        int begin = 0;
        int end = marked.length();
        while (begin < end && marked.charAt(begin) == BREAK) {
            begin++;
        }
        while (end > begin && marked.charAt(end - 1) == BREAK) {
            end--;
        }
        String[] parts = marked.substring(begin, end).split(String.valueOf(BREAK), -1);
        for (String part : parts) {
            peeled.add(row.made(part.stripTrailing()));
        }
    }

    /** A row of Markdown has a bar at its end, behind all lines that tags make of it. */
    private static String withoutBar(String line) {
        String stripped = line.strip();
        boolean row = stripped.startsWith("|") && stripped.endsWith("|") && stripped.indexOf(BREAK) > 0;
        return row ? stripped.substring(0, stripped.length() - 1).stripTrailing() : line;
    }

    /** The number of a line stands in an element of its own. */
    private static boolean endsNumber(Matcher tag, StringBuilder out) {
        if (tag.group(1).isEmpty()) {
            return false;
        }
        int at = out.length();
        while (at > 0 && Character.isDigit(out.charAt(at - 1))) {
            at--;
        }
        return at < out.length() && (at == 0 || out.charAt(at - 1) == BREAK);
    }

    private static String untagged(String line) {
        Matcher tag = TAG.matcher(line);
        StringBuilder out = new StringBuilder(line.length());
        int from = 0;
        boolean afterBr = false;
        while (tag.find()) {
            out.append(line, from, tag.start());
            String name = tag.group(2);
            // </p><p> is one end of a line.
            boolean opensBlock = tag.group(1).isEmpty() && !name.equalsIgnoreCase("br") && !name.equalsIgnoreCase("hr");
            boolean doubled = opensBlock && !out.isEmpty() && out.charAt(out.length() - 1) == BREAK;
            // <br></div> is one, too.
            boolean closed = !tag.group(1).isEmpty() && afterBr && from == tag.start();
            afterBr = name.equalsIgnoreCase("br");
            if (name.equalsIgnoreCase("dt") && !tag.group(1).isEmpty()) {
                // The name of a value: it stands in one line with that.
                out.append(": ");
            } else if (name.equalsIgnoreCase("dd") && tag.group(1).isEmpty()) {
                out.append(' ');
            } else if (BREAKS.matcher(name).matches() && !doubled && !closed) {
                out.append(BREAK);
            } else if (name.equalsIgnoreCase("td") || name.equalsIgnoreCase("th") || endsNumber(tag, out)) {
                out.append(' ');
            }
            from = tag.end();
        }
        return out.append(line, from, line.length()).toString();
    }
}
