package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Mail saved as it was sent: {@code =3D} for an equals sign, and a lone one at the end of a line that goes on. */
final class QuotedPrintable implements Wrapping {

    private static final Pattern SIGN = Pattern.compile("(?:branch|tag|[a-z])=3D[^ ]");
    private static final Pattern CODE = Pattern.compile("=([0-9A-F]{2})");
    private static final int SURE = 2;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        long signs = rows.stream()
                .filter(row ->
                        row.text().contains("=3D") && SIGN.matcher(row.text()).find())
                .limit(SURE)
                .count();
        if (signs < SURE || rows.stream().anyMatch(row -> row.text().contains(";branch=z"))) {
            return rows;
        }
        List<TextRow> plain = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        TextRow begun = null;
        for (TextRow row : rows) {
            begun = open.isEmpty() ? row : begun;
            String text = row.text();
            if (text.endsWith("=")) {
                open.append(text, 0, text.length() - 1);
                continue;
            }
            open.append(text);
            plain.add(new TextRow(begun.number(), decoded(open.toString()), row.end()));
            open.setLength(0);
        }
        if (!open.isEmpty()) {
            plain.add(begun.with(decoded(open.toString())));
        }
        return plain;
    }

    private static String decoded(String line) {
        return CODE.matcher(line)
                .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }
}
