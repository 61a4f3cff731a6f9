package org.ringback.pseudonym;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads lists that are written as words with white space between them. */
final class Lists {

    private Lists() {}

    /** Each word once. */
    static Set<String> of(String words) {
        return Arrays.stream(words.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }
}
