package org.ringback.capture.wrap;

import java.util.List;

/**
 * NULs around lines and between their characters: what a crash or a sparse file leaves in a log, and UTF-16 without a mark.
 * A body in binary keeps its own.
 */
final class Nuls extends LineWrapping {

    @Override
    boolean isAround(List<TextRow> rows) {
        return SipLines.any(rows, "\0");
    }

    @Override
    String peel(String line) {
        if (line.indexOf('\0') < 0) {
            return line;
        }
        long nuls = line.chars().filter(character -> character == 0).count();
        if (nuls * 3 >= line.length()) {
            return line.replace("\0", "");
        }
        int begin = 0;
        int end = line.length();
        while (begin < end && line.charAt(begin) == 0) {
            begin++;
        }
        while (end > begin && line.charAt(end - 1) == 0) {
            end--;
        }
        return line.substring(begin, end);
    }
}
