package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said about a message in lines of their own above it, each a name with a value: sipdump of Kamailio, the export of
 * journald, YAML, lists of PowerShell. It becomes the line before the message that Ringback writes itself.
 */
final class FieldsAbove implements Wrapping {

    /** No program writes more lines above one message. */
    private static final int MOST = 24;

    /** So many fields about time or place, or so many fields of which one is. */
    private static final int LEAST_KNOWN = 2;

    private static final int LEAST_WITH_ONE = 4;

    private static final Pattern FIELD = Pattern.compile("^[\\s\\[{-]{0,24}[\"']?([@A-Za-z_][A-Za-z0-9_@.]{0,40}(?:"
            + " ?\\[?[A-Za-z0-9_]{1,20}]?)?)[\"']?\\s{0,24}[:=]\\s{0,8}(.*)$");
    /** Python writes a letter before the bytes of a string. */
    private static final Pattern QUOTED = Pattern.compile("^b?([\"'])(.*)\\1,?$");

    /** What a log says before a message may be a field of its own. */
    private static final Pattern PAIR =
            Pattern.compile("((?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]+]):\\d{1,5}) ?-{1,2}> ?"
                    + "((?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]+]):\\d{1,5})");

    private static final Pattern PLACE =
            Pattern.compile("(?:(?:udp|tcp|tls):)?(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");
    private static final Pattern MARKS =
            Pattern.compile("^[\\s~=|*_#{}\\[\\]>-]*$|^\\s{0,16}#{2,6}\\[ {0,2}\\w{1,24} {0,2}\\]#{2,6}\\s*$");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            TraceRecord told = SipLines.namesVersion(row.text()) && beginsMessage(rows, i) ? above(rows, i) : null;
            if (told != null) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                peeled.add(row.made(told.announcement().orElseThrow()));
                peeled.add(row.with(message(row.text())));
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** Whether a message begins in the row: at its beginning, or as the value of the last field. */
    private static boolean beginsMessage(List<TextRow> rows, int at) {
        String message = message(rows.get(at).text());
        boolean headed = at + 1 < rows.size()
                && SipLines.isHeader(rows.get(at + 1).text().strip(), 0);
        return (headed && LoggedStartLine.opens(message.strip())) || opensEscaped(message);
    }

    private static boolean opensEscaped(String text) {
        return Escaped.holdsEnds(text) && LoggedStartLine.columnInOneLine(text) == 0;
    }

    /** Without the name and the quotation marks of its field. */
    private static String message(String line) {
        Matcher field = FIELD.matcher(line);
        if (LoggedStartLine.opens(line.strip()) || !field.matches() || SipLines.isHeader(line, 0)) {
            return line;
        }
        String value = field.group(2).strip();
        Matcher quoted = QUOTED.matcher(value);
        return quoted.matches() ? quoted.group(2).replace("\\\"", "\"") : value;
    }

    /** What the lines above say if enough of them are about time or place; null if not. */
    private static TraceRecord above(List<TextRow> rows, int start) {
        TraceRecord told = new TraceRecord();
        int known = 0;
        Matcher own = FIELD.matcher(rows.get(start).text());
        int fields = own.matches() && FieldNames.isText(own.group(1)) ? 1 : 0;
        for (int at = start - 1; at >= 0 && start - at <= MOST; at--) {
            String line = rows.get(at).text();
            if (MARKS.matcher(line).matches()) {
                if (known > 0 && line.isBlank()) {
                    break;
                }
                continue;
            }
            Matcher field = FIELD.matcher(line);
            Matcher pair = field.matches() ? PAIR.matcher(field.group(2).strip()) : null;
            if (pair != null && at == start - 1 && pair.matches()) {
                told.replace("source", pair.group(1));
                told.replace("destination", pair.group(2));
                fields++;
                known++;
                continue;
            }
            if (!field.matches() || line.contains("->") || SipLines.namesVersion(line) || isOfMessage(line, field)) {
                break;
            }
            fields++;
            known += FieldNames.isTimeOrPlace(field.group(1)) ? 1 : 0;
            told.replace(field.group(1), unquoted(field.group(2)));
            if (opensRecord(line, own.matches() ? rows.get(start).text() : "-")) {
                break;
            }
        }
        boolean announced = start > 0 && rows.get(start - 1).text().contains(" -> ");
        if (!announced && opensEscaped(message(rows.get(start).text()))) {
            known += below(rows, start, told);
            fields += known;
        }
        boolean enough = known >= LEAST_KNOWN || (known > 0 && fields >= LEAST_WITH_ONE);
        return enough && told.announcement().isPresent() ? told : null;
    }

    /** What stands above that is of another record. */
    private static boolean opensRecord(String line, String message) {
        String stripped = line.stripLeading();
        boolean item = stripped.startsWith("- ") && !message.stripLeading().startsWith("-");
        return item || stripped.startsWith("{") || stripped.startsWith("[{");
    }

    /** Takes what the rest of its record says, whose names come in the order of the alphabet; how much of that is about time or place. */
    private static int below(List<TextRow> rows, int start, TraceRecord told) {
        int known = 0;
        for (int at = start + 1; at < rows.size() && at - start <= MOST; at++) {
            String line = rows.get(at).text();
            Matcher field = FIELD.matcher(line);
            boolean next = !field.matches() || "-{[".indexOf(line.strip().charAt(0)) >= 0 || told.has(field.group(1));
            if (next || SipLines.namesVersion(line) || SipLines.isHeader(line, 0)) {
                return known;
            }
            String value = field.group(2).strip();
            boolean last = value.endsWith("}") || value.endsWith("},") || value.endsWith("}]");
            told.put(field.group(1), unquoted(last ? value.substring(0, value.lastIndexOf('}')) : value));
            known += FieldNames.isTimeOrPlace(field.group(1)) ? 1 : 0;
            if (last) {
                return known;
            }
        }
        return known;
    }

    /** Whether the line is rather one of the message before: a header, or one of SDP. */
    private static boolean isOfMessage(String line, Matcher field) {
        String stripped = line.strip();
        String name = field.group(1).toLowerCase(Locale.ROOT);
        boolean time = (name.equals("date") || name.equals("timestamp")) && !stripped.endsWith("GMT");
        boolean header = SipLines.isHeader(stripped, 0)
                && !time
                && !PLACE.matcher(unquoted(field.group(2))).matches();
        return header || stripped.indexOf('=') == 1;
    }

    private static String unquoted(String value) {
        String written = value.strip();
        String stripped = written.endsWith(",") ? written.substring(0, written.length() - 1) : written;
        boolean quoted = stripped.length() > 1
                && (stripped.charAt(0) == '"' || stripped.charAt(0) == '\'')
                && stripped.charAt(stripped.length() - 1) == stripped.charAt(0);
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }
}
