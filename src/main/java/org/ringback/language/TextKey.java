package org.ringback.language;

/** Names one text of the {@code texts} files. Enumerations implement it, so that a wrong key does not compile. */
public interface TextKey {

    /** The dotted key in the properties files, for example {@code picker.prompt}. */
    String key();

    /** A key below this one, for example the whole sentence that belongs to a facet's value. */
    default TextKey with(String part) {
        String key = key() + "." + part;
        return () -> key;
    }
}
