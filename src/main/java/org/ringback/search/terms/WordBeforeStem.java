package org.ringback.search.terms;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Keeps the word before what stands behind makes a stem of it: filters pass words on one by one. */
final class WordBeforeStem extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word = "";

    WordBeforeStem(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        boolean another = input.incrementToken();
        word = another ? term.toString() : "";
        return another;
    }

    String word() {
        return word;
    }
}
