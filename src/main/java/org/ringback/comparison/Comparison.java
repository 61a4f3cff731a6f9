package org.ringback.comparison;

import java.util.List;
import java.util.Optional;
import org.ringback.handbook.Entry;

/**
 * Two codes side by side in one language. A code compared with itself has a note as its summary and no differences.
 *
 * @param summary whole sentences
 * @param contrast the hand-written note on this pair, if there is one
 * @param contrastFilled whether a part of that note stands in another language, because this one lacks it
 * @param differences the most telling first
 * @param whenToUse one whole sentence for each code
 * @param learnMore the defining sections first
 * @param confusedWith for a code compared with itself, the codes with which people confuse it; else empty
 */
public record Comparison(
        Entry left,
        Entry right,
        String title,
        List<String> summary,
        Optional<Contrast> contrast,
        boolean contrastFilled,
        List<Difference> differences,
        List<Agreement> agreements,
        List<String> whenToUse,
        List<Source> learnMore,
        List<Integer> confusedWith) {

    /** Whether anything that the languages' files say here stands in another language than the one asked for. */
    public boolean filled() {
        return contrastFilled || !left.filled().isEmpty() || !right.filled().isEmpty();
    }

    public boolean sameCode() {
        return left.number() == right.number();
    }
}
