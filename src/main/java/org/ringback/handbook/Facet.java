package org.ringback.handbook;

import org.ringback.language.NamedKey;
import org.ringback.language.TextKey;

/**
 * One value of a property by which codes can be compared without prose. Its name in a language is the text
 * {@code <property>.<value>}, the whole sentence for a code with this value {@code <property>.<value>.sentence}.
 */
public interface Facet extends NamedKey {

    /** The property in the texts files, for example {@code retry}. */
    String property();

    @Override
    default String group() {
        return property();
    }

    /** The whole sentence that says what this value means for a code, which is its one place to fill. */
    default TextKey sentence() {
        return with("sentence");
    }
}
