package org.ringback.window.text;

import java.util.regex.Pattern;

/** What a person pastes elsewhere: the letters, without the signs that only say how a text is set. */
final class ClipText {

    /** Soft hyphens, places where a line may or may not end, and marks for the direction of writing. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]");

    private static final Pattern BLANK = Pattern.compile("[\\u00a0\\u202f\\u2007]");

    private ClipText() {}

    static String of(String shown) {
        return BLANK.matcher(UNSEEN.matcher(shown).replaceAll("")).replaceAll(" ");
    }

    static boolean unseen(char letter) {
        return UNSEEN.matcher(String.valueOf(letter)).matches();
    }

    static boolean blank(char letter) {
        return letter == ' ' || BLANK.matcher(String.valueOf(letter)).matches();
    }
}
