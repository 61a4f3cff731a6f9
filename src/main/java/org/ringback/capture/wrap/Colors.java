package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The color codes of a terminal, as they are, with the escape character written out ({@code ^[}, {@code \x1b},
 * {@code \033}, {@code #033}), or with it lost on the way.
 */
final class Colors extends LineWrapping {

    private static final String ESC =
            "(?:\u001b|\\^\\[|\\\\x1[bB]|\\\\0?33|\\\\e|\\\\u001[bB]|#033|ESC(?=\\[)|\u00e2\u0090\u009b)";
    private static final Pattern CODES = Pattern.compile(
            ESC + "\\[[0-9;?]{0,24}[A-Za-z]"
                + "|\u001b\\][^\u0007\u001b]{0,200}(?:\u0007|\u001b\\\\)|\u001b[()][0-9A-Z]|\u001b[=>78cDEHM]|\u00c2\u009b[0-9;?]{0,24}[A-Za-z]");
    /** A word in brackets is none, as {@code [msg]}. */
    private static final String M = "m(?![a-z]{1,20}\\])";

    private static final Pattern LOST = Pattern.compile("\\[(?:\\d{1,3}(?:;\\d{1,3}){0,6})?" + M);
    private static final Pattern RESET = Pattern.compile("\\[(?:0|39|0;39|0;0|00|22)?" + M);
    private static final List<String> MARKS = List.of(
            "\u001b",
            "^[",
            "\\x1",
            "\\033",
            "\\33",
            "\\e[",
            "\\u001",
            "#033",
            "ESC[",
            "\u00e2\u0090\u009b",
            "\u00c2\u009b");

    @Override
    boolean isAround(List<TextRow> rows) {
        int resets = 0;
        for (TextRow row : rows) {
            String line = row.text();
            for (String mark : MARKS) {
                if (line.contains(mark)) {
                    return true;
                }
            }
            if (line.contains("m")
                    && line.indexOf('[') >= 0
                    && RESET.matcher(line).find()
                    && ++resets > 1) {
                return true;
            }
        }
        return false;
    }

    @Override
    String peel(String line) {
        if (line.indexOf('[') < 0 && line.indexOf('\u001b') < 0 && line.indexOf('\u009b') < 0) {
            return line;
        }
        String without = CODES.matcher(line).replaceAll("");
        return RESET.matcher(without).find() ? LOST.matcher(without).replaceAll("") : without;
    }
}
