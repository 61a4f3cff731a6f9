package org.ringback.handbook;

import java.util.Locale;
import org.ringback.language.TextKey;

/**
 * One value of a property by which codes can be compared without prose. Its name in a language is the text
 * {@code <property>.<value>}, the whole sentence for a code with this value {@code <property>.<value>.sentence}.
 */
public interface Facet extends TextKey {

    /** The property in the texts files, for example {@code retry}. */
    String property();

    /** The value's name; enumerations have it already. */
    String name();

    @Override
    default String key() {
        return property() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The whole sentence that says what this value means for a code, which is its one place to fill. */
    default TextKey sentence() {
        return with("sentence");
    }
}
