package org.ringback.capture.wrap;

import java.util.List;

/**
 * Ends of line as Lua writes them, by their numbers in decimal: {@code \13\10}; and as its {@code %q} does, the second of them
 * as a backslash before an end of line. They become the escapes of other languages.
 */
final class DecimalEscapes extends LineWrapping {

    private static final List<String> ENDS = List.of("\\13\\10", "\\013\\010", "\\r\\10", "\\13\\n");
    private static final List<String> BROKEN = List.of("\\13\\", "\\r\\");

    @Override
    boolean isAround(List<TextRow> rows) {
        return rows.stream().anyMatch(row -> SipLines.namesVersion(row.text()) && hasEnd(row.text()));
    }

    private static boolean hasEnd(String line) {
        return line.indexOf('\\') >= 0
                && (ENDS.stream().anyMatch(line::contains) || BROKEN.stream().anyMatch(line::endsWith));
    }

    @Override
    String peel(String line) {
        String plain = line;
        if (line.indexOf('\\') >= 0) {
            for (String end : ENDS) {
                plain = plain.replace(end, "\\r\\n");
            }
            for (String broken : BROKEN) {
                plain = plain.endsWith(broken) ? plain.substring(0, plain.length() - broken.length()) : plain;
            }
        }
        return plain;
    }
}
