package org.ringback.packaging;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the program is, in short lines, for lists of packages. */
final class Description {

    private static final int WIDTH = 78;

    private Description() {}

    /**
     * Lays out the first page.
     *
     * @param indent what each line begins with
     * @param gap what stands between two paragraphs
     */
    static String of(FirstPage page, String indent, String gap) {
        return Stream.concat(Stream.of(page.about()), page.sections().stream())
                .map(paragraph -> lines(paragraph, indent))
                .collect(Collectors.joining(gap));
    }

    private static String lines(String paragraph, String indent) {
        var lines = new StringBuilder(indent);
        int used = 0;
        for (String word : paragraph.split(" ", -1)) {
            if (used > 0 && used + word.length() >= WIDTH) {
                lines.append('\n').append(indent);
                used = 0;
            }
            lines.append(used > 0 ? " " : "").append(word);
            used += word.length() + 1;
        }
        return lines.append('\n').toString();
    }
}
