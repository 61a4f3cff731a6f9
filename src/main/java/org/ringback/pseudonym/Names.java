package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Set;

/** Names of headers, parameters, attributes and elements: registered ones stay, others keep the words that mean nobody. */
final class Names {

    private final Pseudonyms pseudonyms;

    Names(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** A name as it is written; the same one becomes the same everywhere, in any case. */
    String of(String written, Set<String> registered) {
        if (registered.contains(written.strip().toLowerCase(Locale.ROOT))) {
            return written;
        }
        return Runs.rewrite(
                written,
                word -> harmless(word) ? word : pseudonyms.word(word),
                digits -> digits.length() == 1 ? digits : pseudonyms.number(digits));
    }

    private static boolean harmless(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals("x") || lower.equals("p") || Vocabulary.word(lower) || Tokens.known(lower);
    }

    /** A word of the grammar, which stays if it is registered. */
    String token(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return Tokens.known(lower) ? written : of(written, Set.of());
    }
}
