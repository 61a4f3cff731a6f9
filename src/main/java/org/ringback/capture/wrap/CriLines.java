package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that a runtime of containers has cut, each piece with a P but the last: the log files of Kubernetes. */
final class CriLines implements Wrapping {

    private static final Pattern PIECE =
            Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT\\S{8,40} (?:stdout|stderr)) ([PF]) (.*)$");

    /** A piece has 16 KiB; no message has more pieces. */
    private static final int LONGEST = 1024 * 1024;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (rows.stream().noneMatch(row -> row.text().contains(" P ") && isCut(row.text()))) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        StringBuilder open = new StringBuilder();
        TextRow begun = null;
        for (TextRow row : rows) {
            Matcher piece = PIECE.matcher(row.text());
            if (!piece.matches()) {
                peeled.add(row);
                continue;
            }
            if (open.isEmpty()) {
                begun = row;
                open.append(piece.group(1)).append(" F ");
            }
            open.append(piece.group(3));
            if (piece.group(2).equals("F") || open.length() > LONGEST) {
                peeled.add(new TextRow(begun.number(), open.toString(), row.end()));
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            peeled.add(begun.made(open.toString()));
        }
        return peeled;
    }

    private static boolean isCut(String line) {
        Matcher piece = PIECE.matcher(line);
        return piece.matches() && piece.group(2).equals("P");
    }
}
