package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/** Blanks that were doubled in a status line, as text that was recognized on a picture, or set in full lines, has them. */
final class SpacedStartLines extends LineWrapping {

    private static final Pattern STATUS = Pattern.compile(
            "(?<![A-Za-z0-9/])(?:SIP ?/ ?2 ?\\. ?0)(?:[ \\t]{2,8}|[ \\t])([1-6]\\d\\d)[ \\t]{2,8}(?=[A-Z])"
                    + "|(?<![A-Za-z0-9/])(?:SIP ?/ ?2 ?\\. ?0)[ \\t]{2,8}([1-6]\\d\\d)(?![0-9])[ \\t]{0,8}");

    @Override
    boolean isAround(List<TextRow> rows) {
        return rows.stream().anyMatch(row -> isSpaced(row.text()));
    }

    private static boolean isSpaced(String line) {
        return line.contains("SIP")
                && line.contains("  ")
                && STATUS.matcher(line).find();
    }

    @Override
    String peel(String line) {
        return isSpaced(line)
                ? STATUS.matcher(line).replaceFirst("SIP/2.0 $1$2 ").stripTrailing()
                : line;
    }
}
