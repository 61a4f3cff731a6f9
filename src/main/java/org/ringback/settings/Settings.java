package org.ringback.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

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
 * @param ladder how ladders are looked at
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        String language, String theme, String section, Integer code, Integer left, Integer right, Bounds window,
        Ladder ladder) {

    public Settings {
        // A window without an extent was damaged in the file.
        window = window != null && window.width() > 0 && window.height() > 0 ? window : null;
    }

    /** With ladders as at the first start. */
    public Settings(
            String language, String theme, String section, Integer code, Integer left, Integer right, Bounds window) {
        this(language, theme, section, code, left, right, window, null);
    }

    public static final Settings DEFAULTS = new Settings(null, null, null, null, null, null, null);

    /** Where the window was, in screen pixels. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Bounds(double x, double y, double width, double height, boolean maximized) {}

    /**
     * How every ladder is looked at.
     *
     * @param grouping the id of what makes a column
     * @param times the id of what the times count from
     * @param zoom 1 for the usual size
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ladder(String grouping, String times, Boolean folded, Double zoom) {}
}
