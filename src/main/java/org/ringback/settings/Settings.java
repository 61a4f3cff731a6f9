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
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        String language, String theme, String section, Integer code, Integer left, Integer right, Bounds window) {

    public Settings {
        // A window without an extent was damaged in the file.
        window = window != null && window.width() > 0 && window.height() > 0 ? window : null;
    }

    public static final Settings DEFAULTS = new Settings(null, null, null, null, null, null, null);

    /** Where the window was, in screen pixels. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Bounds(double x, double y, double width, double height, boolean maximized) {}
}
