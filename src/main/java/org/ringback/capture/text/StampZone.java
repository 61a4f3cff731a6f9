package org.ringback.capture.text;

import java.util.Map;
import java.util.Set;

/**
 * The zone behind a time. Names count that mean one offset wherever they are written; {@code CST}, {@code IST} and
 * {@code BST} do not, and are like no zone at all.
 *
 * @param written whether there is one
 * @param minutes east of Greenwich, zero if none is written
 * @param end where it ends
 * @param unclear the name, if it means several zones; else empty
 */
record StampZone(boolean written, int minutes, int end, String unclear) {

    private StampZone(int minutes, int end) {
        this(true, minutes, end, "");
    }

    private static StampZone none(int end) {
        return new StampZone(false, 0, end, "");
    }

    /** China or America; India, Israel or Ireland; Britain or Bangladesh; and the like. */
    private static final Set<String> UNCLEAR =
            Set.of("CST", "CDT", "IST", "BST", "AST", "ADT", "GST", "SST", "AMT", "PHT");

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("EST", -300),
            Map.entry("EDT", -240),
            Map.entry("MST", -420),
            Map.entry("MDT", -360),
            Map.entry("PST", -480),
            Map.entry("PDT", -420),
            Map.entry("WET", 0),
            Map.entry("WEST", 60),
            Map.entry("CET", 60),
            Map.entry("MEZ", 60),
            Map.entry("CEST", 120),
            Map.entry("MESZ", 120),
            Map.entry("EET", 120),
            Map.entry("EEST", 180),
            Map.entry("MSK", 180),
            Map.entry("TRT", 180),
            Map.entry("SAST", 120),
            Map.entry("EAT", 180),
            Map.entry("PKT", 300),
            Map.entry("ICT", 420),
            Map.entry("WIB", 420),
            Map.entry("HKT", 480),
            Map.entry("SGT", 480),
            Map.entry("AWST", 480),
            Map.entry("JST", 540),
            Map.entry("KST", 540),
            Map.entry("AEST", 600),
            Map.entry("AEDT", 660),
            Map.entry("NZST", 720),
            Map.entry("NZDT", 780),
            Map.entry("HST", -600),
            Map.entry("AKST", -540),
            Map.entry("AKDT", -480),
            Map.entry("BRT", -180),
            Map.entry("ART", -180));

    private static final int LONGEST_NAME = 4;

    static StampZone at(String line, int from) {
        int sign = Stamp.is(line, from, " ") ? from + 1 : from;
        if (line.startsWith("GMT", sign) || line.startsWith("UTC", sign)) {
            sign += 3;
        }
        if (!Stamp.is(line, sign, "+-") || !Stamp.isDigit(line, sign + 1) || !Stamp.isDigit(line, sign + 2)) {
            return Stamp.is(line, from, "Z") ? new StampZone(0, from + 1) : named(line, from);
        }
        // PostgreSQL writes whole hours, right behind the time.
        if (sign == from && !Stamp.isDigit(line, sign + 3) && !Stamp.is(line, sign + 3, ":-/.")) {
            int hours = Stamp.number(line, sign + 1, sign + 3) * 60;
            return new StampZone(line.charAt(sign) == '-' ? -hours : hours, sign + 3);
        }
        int minutes = Stamp.is(line, sign + 3, ":") ? sign + 4 : sign + 3;
        if (!Stamp.isDigit(line, minutes) || !Stamp.isDigit(line, minutes + 1) || Stamp.isDigit(line, minutes + 2)) {
            return none(from);
        }
        int east = Stamp.number(line, sign + 1, sign + 3) * 60 + Stamp.number(line, minutes, minutes + 2);
        return new StampZone(line.charAt(sign) == '-' ? -east : east, minutes + 2);
    }

    private static StampZone named(String line, int from) {
        int begin = Stamp.is(line, from, " ") ? from + 1 : from;
        int end = begin;
        while (end < line.length() && end - begin <= LONGEST_NAME && isWordCharacter(line.charAt(end))) {
            end++;
        }
        String name = line.substring(Math.min(begin, line.length()), end);
        if (UNCLEAR.contains(name)) {
            return new StampZone(false, 0, from, name);
        }
        Integer minutes = NAMED.get(name);
        return minutes == null ? none(from) : new StampZone(minutes, end);
    }

    private static boolean isWordCharacter(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '-';
    }
}
