package org.ringback.capture.wrap;

import java.util.List;

/** Blanks up to the same column behind each line, as copies of screens have them. */
final class Padding extends LineWrapping {

    private static final int SURE = 5;
    private static final int LEAST = 40;

    @Override
    boolean isAround(List<TextRow> rows) {
        int padded = 0;
        int width = 0;
        for (TextRow row : rows) {
            String line = row.text();
            if (line.length() >= LEAST && line.endsWith("  ")) {
                int columns = columns(line);
                padded = columns == width ? padded + 1 : 1;
                width = columns;
                if (padded >= SURE) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    String peel(String line) {
        return line.length() >= LEAST ? line.stripTrailing() : line;
    }

    /** Characters of UTF-8. */
    private static int columns(String bytes) {
        return (int)
                bytes.chars().filter(character -> (character & 0xC0) != 0x80).count();
    }
}
