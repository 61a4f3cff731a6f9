package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a terminal does with backspaces and with a CR within a line: what comes next is written over what stood there. Pagers
 * wipe their prompt away like this; where that was lost, the prompt itself stands before the line.
 */
final class TerminalEdits extends LineWrapping {

    private static final char BACKSPACE = '\b';
    private static final Pattern PROMPT = Pattern.compile(
            "^(?:\\s{0,4}(?:<---|--) ?[Mm]ore ?(?:--->|--)(?:\\s?\\(\\d{1,3}%\\))?|\\s{0,4}-{4} ?More ?-{4}|lines"
                    + " \\d{1,9}-\\d{1,9}(?:/\\d{1,9})?(?: \\(END\\))?)[ \\r"
                    + "]{0,80}");

    @Override
    boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            String line = row.text();
            if (line.indexOf(BACKSPACE) >= 0 || isPrompted(line) || (line.indexOf('\r') >= 0 && wipes(line))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrompted(String line) {
        return (line.contains("ore-") || line.contains("ore -") || line.startsWith("lines "))
                && PROMPT.matcher(line).find();
    }

    /** A CR that goes back to the beginning of a line: blanks, or a message, are written over a prompt. */
    private static boolean wipes(String line) {
        int cr = line.indexOf('\r');
        boolean blank =
                cr > 0 && line.startsWith("\r ", cr) && !line.substring(cr).isBlank();
        return cr > 0 && (blank || SipLines.isHeader(line, line.lastIndexOf('\r') + 1));
    }

    @Override
    String peel(String line) {
        boolean overwritten = line.indexOf(BACKSPACE) >= 0 || (line.indexOf('\r') >= 0 && wipes(line));
        String shown = overwritten ? shown(line) : line;
        if (overwritten && isPrompted(line)) {
            return shown.stripLeading();
        }
        return isPrompted(shown) ? PROMPT.matcher(shown).replaceFirst("") : shown;
    }

    private static String shown(String line) {
        StringBuilder screen = new StringBuilder();
        int column = 0;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == BACKSPACE) {
                column = Math.max(0, column - 1);
            } else if (character == '\r') {
                column = 0;
            } else if (line.startsWith("\u001b[K", at)) {
                screen.setLength(column);
                at += 2;
            } else if (column < screen.length()) {
                screen.setCharAt(column++, character);
            } else {
                screen.append(character);
                column++;
            }
        }
        return screen.toString().stripTrailing();
    }
}
