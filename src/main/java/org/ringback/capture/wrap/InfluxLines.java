package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines in which InfluxDB takes and gives its points: a name, tags, a blank, fields of which some are strings, a blank and
 * the time since 1970: {@code sip,src=192.0.2.1 msg="INVITE …" 1714990503123000000}.
 */
final class InfluxLines implements Wrapping {

    private static final int MOST_FIELDS = 64;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            TextRow row = rows.get(at);
            boolean may = SipLines.namesVersion(row.text()) && row.text().contains("=\"");
            Point point = may && !row.text().startsWith("{") ? Point.in(rows, at) : null;
            if (point != null && point.told.holdsStart()) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, at)) : peeled;
                RecordRows.add(row, "", point.told, peeled);
                at += point.rows;
            } else {
                if (peeled != null) {
                    peeled.add(row);
                }
                at++;
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** One point, which goes on in the next rows if a string of it has ends of line. */
    private static final class Point {

        private static final int MOST_ROWS = 400;

        private final TraceRecord told = new TraceRecord();
        private final List<TextRow> lines;
        private final int first;
        private String line;
        private int at;
        private int rows = 1;
        private boolean broken;

        private Point(List<TextRow> lines, int first) {
            this.lines = lines;
            this.first = first;
            this.line = lines.get(first).text();
        }

        /** The point that begins in a row; null if none does. */
        static Point in(List<TextRow> rows, int first) {
            Point point = new Point(rows, first);
            return point.read() ? point : null;
        }

        private boolean read() {
            String name = word(", ");
            if (name.isEmpty() || !Character.isLetter(name.charAt(0)) || at >= line.length()) {
                return false;
            }
            boolean tags = line.charAt(at) == ',';
            boolean any = false;
            for (int fields = 0; fields < MOST_FIELDS && at < line.length() && !broken; fields++) {
                char mark = line.charAt(at++);
                if (mark == ' ' && any && !tags) {
                    break;
                }
                tags &= mark != ' ';
                String field = word("=, ");
                if (field.isEmpty() || at >= line.length() || line.charAt(at) != '=') {
                    return false;
                }
                at++;
                boolean quoted = at < line.length() && line.charAt(at) == '"';
                told.put(field, quoted ? string() : value(word(", "), tags));
                any |= !tags;
            }
            String time = at <= line.length()
                    ? line.substring(Math.min(at, line.length())).strip()
                    : "";
            if (!any || broken || !(time.isEmpty() || Epoch.of(time).isPresent())) {
                return false;
            }
            if (!time.isEmpty()) {
                told.replace("time", time);
            }
            return true;
        }

        /** A whole number has a letter behind it. */
        private static String value(String written, boolean tag) {
            boolean number = !tag && written.length() > 1 && written.endsWith("i");
            return number ? written.substring(0, written.length() - 1) : written;
        }

        private String word(String ends) {
            StringBuilder word = new StringBuilder();
            while (at < line.length() && ends.indexOf(line.charAt(at)) < 0) {
                at += line.charAt(at) == '\\' && at + 1 < line.length() ? 1 : 0;
                word.append(line.charAt(at++));
            }
            return word.toString();
        }

        /** A string, whose ends of line are there or written out. */
        private String string() {
            StringBuilder text = new StringBuilder();
            at++;
            while (true) {
                if (at >= line.length()) {
                    if (rows >= MOST_ROWS || first + rows >= lines.size()) {
                        broken = true;
                        return text.toString();
                    }
                    text.append('\n');
                    line = lines.get(first + rows++).text();
                    at = 0;
                    continue;
                }
                char character = line.charAt(at++);
                if (character == '"') {
                    return text.toString();
                }
                if (character == '\\' && at < line.length()) {
                    char next = line.charAt(at++);
                    text.append(
                            switch (next) {
                                case 'n' -> "\n";
                                case 'r' -> "\r";
                                case 't' -> "\t";
                                case '"', '\\' -> String.valueOf(next);
                                default -> "\\" + next;
                            });
                } else {
                    text.append(character);
                }
            }
        }
    }
}
