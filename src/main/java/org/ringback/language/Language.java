package org.ringback.language;

import java.util.Locale;

/**
 * One language in which Ringback can speak.
 *
 * @param tag what a user types and what files carry in their names, for example {@code en}, {@code ru}, {@code pt-BR}
 * @param ownName how speakers of the language call it; never translated
 * @param rightToLeft whether the window is mirrored
 */
public record Language(String tag, String ownName, boolean rightToLeft) {

    /** The tag of the language that fills every gap; its files are always complete. */
    public static final String FALLBACK = "en";

    /** Whether it is the one that fills the gaps of all others: English. */
    public boolean fallback() {
        return tag.equals(FALLBACK);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** {@code lang} for HTML and file names: the tag as BCP 47 writes it. */
    @Override
    public String toString() {
        return tag;
    }
}
