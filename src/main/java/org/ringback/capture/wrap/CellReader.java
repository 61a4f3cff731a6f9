package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines into cells. A cell in quotation marks may hold delimiters, doubled quotation marks and ends of line. */
final class CellReader {

    private final char delimiter;
    private List<String> cells = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private boolean quoted;

    CellReader(char delimiter) {
        this.delimiter = delimiter;
    }

    char delimiter() {
        return delimiter;
    }

    /** The cells of one line that is a record. */
    List<String> whole(String line) {
        begin();
        take(line, "\n");
        return cells;
    }

    void begin() {
        cells = new ArrayList<>();
        cell = new StringBuilder();
        quoted = false;
    }

    /** Takes a line; whether the record goes on in the next one. */
    boolean take(String line, String end) {
        int at = 0;
        boolean fresh = !quoted && cell.isEmpty();
        while (at < line.length()) {
            char character = line.charAt(at);
            if (quoted && character == '"') {
                boolean doubled = at + 1 < line.length() && line.charAt(at + 1) == '"';
                quoted = doubled;
                at += doubled ? 1 : 0;
                if (doubled) {
                    cell.append('"');
                }
            } else if (quoted && character == '\\' && isEscapedMark(line, at + 1)) {
                cell.append('"');
                at++;
            } else if (!quoted && character == '"' && fresh) {
                quoted = true;
            } else if (!quoted && character == delimiter) {
                close();
                fresh = true;
                at++;
                continue;
            } else {
                cell.append(character);
            }
            fresh = false;
            at++;
        }
        if (quoted) {
            cell.append(end);
        } else {
            close();
        }
        return quoted;
    }

    /** A backslash stands before a mark that does not close the cell. */
    private boolean isEscapedMark(String line, int at) {
        return at < line.length()
                && line.charAt(at) == '"'
                && (at + 1 == line.length() || line.charAt(at + 1) != delimiter);
    }

    /** The last cell was not the end: it goes on in the next line. */
    void goOn(String end) {
        cell = new StringBuilder(cells.removeLast()).append(end);
    }

    private void close() {
        cells.add(unescaped(cell.toString()));
        cell = new StringBuilder();
    }

    /** A cell in one line has its ends of line escaped, as databases print it. */
    static String unescaped(String text) {
        if (text.indexOf('\\') < 0 || text.indexOf('\n') >= 0 || !Escaped.holdsEnds(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            int known = character == '\\' && at + 1 < text.length() ? "rnt\\".indexOf(text.charAt(at + 1)) : -1;
            plain.append(known < 0 ? character : "\r\n\t\\".charAt(known));
            at += known < 0 ? 0 : 1;
        }
        return plain.toString();
    }

    List<String> cells() {
        return cells;
    }
}
