package org.ringback.search.terms;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Keeps the first letters of each word, which is a stem where a language adds ending to ending. */
final class WordBeginning extends TokenFilter {

    private static final int KEPT = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    WordBeginning(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        term.setLength(Math.min(KEPT, term.length()));
        return true;
    }
}
