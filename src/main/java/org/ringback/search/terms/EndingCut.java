package org.ringback.search.terms;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts up to two letters off the end of long words: a stand-in where a language has endings and no stemmer here. */
final class EndingCut extends TokenFilter {

    private static final int LONGEST_ENDING = 2;
    private static final int SHORTEST_STEM = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    EndingCut(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        int length = term.length();
        if (length > SHORTEST_STEM && Character.isLetter(term.charAt(0))) {
            term.setLength(Math.max(SHORTEST_STEM, length - LONGEST_ENDING));
        }
        return true;
    }
}
