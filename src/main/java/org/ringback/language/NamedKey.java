package org.ringback.language;

import java.util.Locale;

/** A key that is named after its constant: an enumeration of texts says only where they stand. */
public interface NamedKey extends TextKey {

    /** Where the texts stand in the files, for example {@code page} or {@code finding.label}. */
    String group();

    /** The constant's name; enumerations have it already. */
    String name();

    @Override
    default String key() {
        return group() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
