package org.ringback.handbook;

import java.util.List;

/**
 * The words about one code in one language.
 *
 * @param phrase the phrase explained
 * @param gist the heart of the code in one whole sentence that stands alone
 * @param says the same in so few words that it fits in a sentence about two codes, without a full stop
 * @param description paragraphs
 * @param seen when one meets it, whole sentences
 * @param seenInShort the same in one whole sentence that stands alone
 * @param fix what to do, in order
 * @param use when this code is the right one, one whole sentence
 * @param search symptoms and words by which people look for it
 */
public record Definition(
        String phrase,
        String gist,
        String says,
        List<String> description,
        List<String> seen,
        String seenInShort,
        List<String> fix,
        List<Cause> causes,
        String use,
        List<String> search) {}
