package org.ringback.capture.wrap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rich Text Format: commands that begin with a backslash, groups in braces, {@code \par} for the end of a line. */
final class RichText implements Wrapping {

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        int first = 0;
        while (first < rows.size() && rows.get(first).text().isBlank()) {
            first++;
        }
        if (first == rows.size() || !rows.get(first).text().stripLeading().startsWith("{\\rtf")) {
            return rows;
        }
        List<TextRow> plain = new ArrayList<>();
        Groups groups = new Groups();
        for (TextRow row : rows) {
            groups.take(row.text());
            for (int end = groups.lines.indexOf("\n"); end >= 0; end = groups.lines.indexOf("\n")) {
                plain.add(row.made(groups.lines.substring(0, end)));
                groups.lines.delete(0, end + 1);
            }
        }
        if (!groups.lines.isEmpty()) {
            plain.add(rows.getLast().made(groups.lines.toString()));
        }
        return plain;
    }

    private static final class Groups {

        private final StringBuilder lines = new StringBuilder();
        private int depth;
        /** Within a table of fonts and the like, which is no text. */
        private int hiddenFrom;

        void take(String line) {
            int at = 0;
            while (at < line.length()) {
                char character = line.charAt(at);
                if (character == '{') {
                    depth++;
                    boolean table = line.startsWith("\\*", at + 1)
                            || line.startsWith("\\fonttbl", at + 1)
                            || line.startsWith("\\colortbl", at + 1)
                            || line.startsWith("\\stylesheet", at + 1)
                            || line.startsWith("\\info", at + 1);
                    hiddenFrom = hiddenFrom == 0 && table ? depth : hiddenFrom;
                    at++;
                } else if (character == '}') {
                    hiddenFrom = hiddenFrom == depth ? 0 : hiddenFrom;
                    depth--;
                    at++;
                } else if (character == '\\') {
                    at = command(line, at + 1);
                } else {
                    add(character);
                    at++;
                }
            }
            // A backslash that ends a line is \par too.
            if (line.endsWith("\\")) {
                add('\n');
            }
        }

        private int command(String line, int from) {
            if (from >= line.length()) {
                return from;
            }
            char first = line.charAt(from);
            if (first == '\'' && from + 2 < line.length()) {
                int code = Character.digit(line.charAt(from + 1), 16) * 16 + Character.digit(line.charAt(from + 2), 16);
                add(code > 0 ? (char) code : '?');
                return from + 3;
            }
            if (!Character.isLetter(first)) {
                add(first == '~' ? ' ' : first);
                return from + 1;
            }
            int end = from;
            while (end < line.length() && Character.isLetter(line.charAt(end))) {
                end++;
            }
            String word = line.substring(from, end);
            int number = end;
            while (end < line.length() && (Character.isDigit(line.charAt(end)) || line.charAt(end) == '-')) {
                end++;
            }
            switch (word) {
                case "par", "line", "sect", "page" -> add('\n');
                case "tab" -> add('\t');
                case "u" -> unicode(line.substring(number, end));
                default -> {
                    // A format.
                }
            }
            return end < line.length() && line.charAt(end) == ' ' ? end + 1 : end;
        }

        /** A character by its number, negative if it is a large one. */
        private void unicode(String number) {
            if (number.length() > 6 || number.isEmpty() || number.equals("-")) {
                return;
            }
            String character = String.valueOf((char) Integer.parseInt(number));
            for (byte part : character.getBytes(StandardCharsets.UTF_8)) {
                add((char) (part & 0xFF));
            }
        }

        private void add(char character) {
            if (hiddenFrom == 0) {
                lines.append(character);
            }
        }
    }
}
