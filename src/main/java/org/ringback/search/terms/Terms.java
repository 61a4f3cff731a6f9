package org.ringback.search.terms;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes texts of one language apart into terms. */
public final class Terms {

    private static final int MOST_KEPT = 30_000;

    private final Tokenizer tokenizer;
    private final WordBeforeStem words;
    private final TokenStream stems;
    private final CharTermAttribute stem;
    private final Set<String> fillers = new HashSet<>();
    private final Map<String, String> folded = new HashMap<>();

    /**
     * Prepares for a language; for one that nobody has prepared for, words have no forms.
     *
     * @param tag of the language
     * @param moreFillers words that say nothing in this place, beside those that never do
     */
    public Terms(String tag, Collection<String> moreFillers) {
        Analysis analysis = Analysis.of(tag);
        tokenizer = analysis.tokenizer().get();
        words = new WordBeforeStem(analysis.words().apply(tokenizer));
        stems = analysis.stems().apply(words);
        stem = stems.getAttribute(CharTermAttribute.class);
        for (Object filler : analysis.fillers().get()) {
            fillers.add(Words.fold(filler instanceof char[] letters ? new String(letters) : filler.toString()));
        }
        moreFillers.forEach(filler -> fillers.add(Words.fold(filler)));
    }

    /** The terms of a text, in order. */
    public synchronized List<Term> of(String text) {
        var terms = new ArrayList<Term>();
        try {
            tokenizer.setReader(new StringReader(Words.apart(text)));
            stems.reset();
            while (stems.incrementToken()) {
                String word = bare(folded(words.word()));
                if (!word.isEmpty()) {
                    terms.add(new Term(word, bare(folded(stem.toString())), fillers.contains(word)));
                }
            }
            stems.end();
            stems.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    /** Words come again and again, and to fold them takes longer than to look them up. */
    private String folded(String word) {
        if (folded.size() > MOST_KEPT) {
            folded.clear();
        }
        return folded.computeIfAbsent(word, Words::fold);
    }

    /** An apostrophe has told where a word begins; nobody need type it. */
    private static String bare(String word) {
        return word.indexOf('\'') < 0 ? word : word.replace("'", "");
    }
}
