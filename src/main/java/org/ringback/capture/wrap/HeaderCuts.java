package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** Where headers begin in text that has lost its ends of line. */
final class HeaderCuts {

    private static final int LONGEST = 40;

    private HeaderCuts() {}

    /** The columns of all headers between two columns. */
    static List<Integer> cuts(String line, int from, int to) {
        List<Integer> cuts = new ArrayList<>();
        for (int colon = line.indexOf(':', from); colon >= 0 && colon < to; colon = line.indexOf(':', colon + 1)) {
            int begin = nameBefore(line, from, colon);
            if (begin >= 0 && !quoted(line, cuts.isEmpty() ? from : cuts.getLast(), begin)) {
                cuts.add(begin);
            }
        }
        return cuts;
    }

    private static int nameBefore(String line, int from, int colon) {
        int begin = colon;
        while (begin > from && colon - begin < LONGEST && isNameCharacter(line.charAt(begin - 1))) {
            begin--;
        }
        if (begin == colon || !Character.isLetter(line.charAt(begin))) {
            return glued(line, begin, colon);
        }
        if (colon - begin == 1) {
            return isCompact(line, begin, from) ? begin : -1;
        }
        boolean apart = begin == from || " \t|.\\\r".indexOf(line.charAt(begin - 1)) >= 0;
        String name = line.substring(begin, colon);
        boolean named = SipLines.isHeaderName(name) && Character.isUpperCase(name.charAt(0));
        return apart && named ? begin : glued(line, begin, colon);
    }

    /** A name of one letter stands between blanks or the like, and before what it can be followed by. */
    private static boolean isCompact(String line, int begin, int from) {
        boolean apart = begin == from || " \t|\r".indexOf(line.charAt(begin - 1)) >= 0;
        return apart && SipLines.isCompact(line, begin) && line.startsWith(": ", begin + 1);
    }

    /** A name right behind the value before it, which begins with a capital then. */
    private static int glued(String line, int from, int colon) {
        for (int at = from; at < colon - 1; at++) {
            boolean capital = Character.isUpperCase(line.charAt(at)) && (at == 0 || line.charAt(at - 1) != '-');
            if (capital && isWhole(line.substring(at, colon))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isWhole(String name) {
        return (SipLines.isHeaderName(name) && !name.startsWith("X-") && !name.startsWith("P-"))
                || SipLines.isEssential(name);
    }

    private static boolean isNameCharacter(char character) {
        return character == '-'
                || (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z');
    }

    private static boolean quoted(String line, int from, int at) {
        boolean quoted = false;
        for (int i = from; i < at; i++) {
            quoted ^= line.charAt(i) == '"' && (i == 0 || line.charAt(i - 1) != '\\');
        }
        return quoted;
    }
}
