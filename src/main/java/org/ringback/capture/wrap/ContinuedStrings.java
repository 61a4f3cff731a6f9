package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * A string in quotation marks that goes on in the next line behind a backslash, each line of a message in one of its own, as
 * YAML and scripts write it: {@code "INVITE sip:2001@pbx SIP/2.0\r\n\}.
 */
final class ContinuedStrings implements Wrapping {

    private static final List<String> ENDS = List.of("\\r\\n\\", "\\n\\", "\\r\\n", "\\n", "\\r\\n\"", "\\n\"");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        boolean within = false;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            String line = row.text();
            boolean goesOn = line.endsWith("\\n\\");
            if (goesOn && !within && SipLines.namesVersion(line)) {
                within = SipLines.holdsStart(
                        line.substring(0, line.length() - end(line).length()));
                peeled = within && peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                if (within) {
                    String text = plain(line);
                    int start = LoggedStartLine.in(text).column();
                    String before = text.substring(0, start).strip();
                    if (before.length() > 1) {
                        peeled.add(row.made(before));
                    }
                    peeled.add(row.with(text.substring(start)));
                    continue;
                }
            }
            if (within) {
                peeled.add(row.with(plain(line).strip()));
                within = goesOn;
                if (!within) {
                    peeled.add(row.made(""));
                }
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static String plain(String line) {
        return line.substring(0, line.length() - end(line).length()).replace("\\\"", "\"");
    }

    private static String end(String line) {
        return ENDS.stream().filter(line::endsWith).findFirst().orElse("");
    }
}
