package org.ringback.search.terms;

/**
 * One word of a text.
 *
 * @param word as it stands there, folded by {@link Words}
 * @param stem what its forms have in common, folded as well; the word itself where a language has no forms
 * @param filler whether it says nothing beside other words, as "the" does
 */
public record Term(String word, String stem, boolean filler) {

    /** Whether it consists of digits only. */
    public boolean isNumber() {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
