package org.ringback.capture.wrap;

import java.util.List;

/** JSON that was escaped once more as a whole, each object as a string in its line. */
final class JsonStrings extends LineWrapping {

    @Override
    boolean isAround(List<TextRow> rows) {
        return rows.stream().anyMatch(row -> isString(row.text()) && SipLines.namesVersion(row.text()));
    }

    private static boolean isString(String line) {
        String stripped = line.strip();
        return stripped.startsWith("\"{\\\"") && (stripped.endsWith("}\"") || stripped.endsWith("}\","));
    }

    @Override
    String peel(String line) {
        if (!isString(line)) {
            return line;
        }
        String stripped = line.strip();
        String inner = stripped.substring(1, stripped.lastIndexOf('"'));
        StringBuilder plain = new StringBuilder(inner.length());
        for (int at = 0; at < inner.length(); at++) {
            boolean escaped =
                    inner.charAt(at) == '\\' && at + 1 < inner.length() && "\\\"/".indexOf(inner.charAt(at + 1)) >= 0;
            at += escaped ? 1 : 0;
            plain.append(inner.charAt(at));
        }
        return plain.toString();
    }
}
