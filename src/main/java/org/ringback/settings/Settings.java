package org.ringback.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What Ringback remembers. Immutable; a value that was never set is {@code null}, and unknown ones are ignored, so that
 * files of older and newer versions can be read.
 *
 * @param language tag of the language, {@code null} for the system's
 * @param theme the id of the theme
 * @param section the section that was open
 * @param code the code whose page was open
 * @param left the left code of the comparison
 * @param right the right code of the comparison
 * @param text how large texts are, 1 for the usual size
 * @param ladder how ladders are looked at
 * @param calls what the section of calls remembers, never {@code null}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        String language,
        String theme,
        String section,
        Integer code,
        Integer left,
        Integer right,
        Bounds window,
        Double text,
        Ladder ladder,
        Calls calls) {

    public Settings {
        // A window without an extent was damaged in the file.
        window = window != null && window.width() > 0 && window.height() > 0 ? window : null;
        calls = calls == null ? Calls.NONE : calls;
    }

    public static final Settings DEFAULTS = new Settings(null, null, null, null, null, null, null);

    /** With nothing remembered of calls and ladders. */
    public Settings(
            String language, String theme, String section, Integer code, Integer left, Integer right, Bounds window) {
        this(language, theme, section, code, left, right, window, null, null, Calls.NONE);
    }

    /** The same with the window at another place. */
    public Settings withWindow(Bounds where) {
        return new Settings(language, theme, section, code, left, right, where, text, ladder, calls);
    }

    /**
     * What the section of calls remembers.
     *
     * @param recent what was opened, the newest first
     * @param list the share of the height that the list has, 0 to 1
     * @param parts where the dividers between findings, ladder and message stand, 0 to 1
     * @param hidden ids of columns that are not shown
     * @param shown ids of columns that are shown although there is little room
     * @param order ids of all columns, as the user has put them; empty for the usual order
     * @param notes what the user has noted, the oldest first
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Calls(
            List<Recent> recent,
            Double list,
            List<Double> parts,
            List<String> hidden,
            List<String> shown,
            List<String> order,
            List<Note> notes) {

        public static final Calls NONE = new Calls(null, null, null, null, null, null, null);

        public Calls {
            recent = known(recent);
            list = share(list) ? list : null;
            parts = known(parts).stream().allMatch(Calls::share) ? known(parts) : List.of();
            hidden = known(hidden);
            shown = known(shown);
            order = known(order);
            notes = known(notes);
        }

        private static <T> List<T> known(List<T> values) {
            return values == null
                    ? List.of()
                    : values.stream().filter(Objects::nonNull).toList();
        }

        private static boolean share(Double value) {
            return value != null && value > 0 && value < 1;
        }
    }

    /**
     * Files that were opened together.
     *
     * @param files their names with their folders
     * @param offsets what to add to all times of a file, by its name, as {@link java.time.Duration} writes it; only of files
     *     whose clock was wrong
     * @param apart keys of calls that the user took away from the one they were linked to
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Recent(List<String> files, Map<String, String> offsets, List<String> apart) {

        @JsonCreator
        public Recent {
            files = Calls.known(files);
            offsets = offsets == null ? Map.of() : withoutNulls(offsets);
            apart = Calls.known(apart);
        }

        /** As it was written before files were opened together. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Recent of(String file) {
            return new Recent(List.of(file), Map.of(), List.of());
        }

        private static Map<String, String> withoutNulls(Map<String, String> offsets) {
            return offsets.entrySet().stream()
                    .filter(offset -> offset.getValue() != null)
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /**
     * What the user has noted at a call or at a message.
     *
     * @param callId digest of the Call-ID
     * @param message digest of the message, of a call of its first one, with a letter before it that says which of both
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Note(String callId, String message, boolean marked, String text) {

        public Note {
            callId = Objects.requireNonNullElse(callId, "");
            message = Objects.requireNonNullElse(message, "");
            text = Objects.requireNonNullElse(text, "");
        }
    }

    /** Where the window was, in screen pixels. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Bounds(double x, double y, double width, double height, boolean maximized) {}

    /**
     * How every ladder is looked at.
     *
     * @param grouping the id of what makes a column
     * @param times the id of what the times count from
     * @param zoom 1 for the usual size
     * @param streams whether streams of media are shown
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ladder(String grouping, String times, Boolean folded, Double zoom, Boolean streams) {}
}
