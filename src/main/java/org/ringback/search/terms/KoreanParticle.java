package org.ringback.search.terms;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts off the particle with which a Korean noun ends, and the polite ending of a sentence, if two syllables are left. */
final class KoreanParticle extends TokenFilter {

    private static final Pattern PARTICLE = Pattern.compile(
            "(?<=[\uac00-\ud7a3]{2})(\uc740|\ub294|\uc774|\uac00|\uc744|\ub97c|\uc5d0|\uc5d0\uc11c|\uc73c\ub85c|\ub85c|\uc758|\uc640|\uacfc|\ub3c4|\ub9cc|\uae4c\uc9c0"
                + "|\ubd80\ud130|\uc5d0\uac8c|\ud55c\ud14c|\ud558\uace0|\ub791|\uc774\ub791|\uc694|\uc774\uc694|\uc608\uc694|\uc774\uc5d0\uc694|\uc785\ub2c8\ub2e4|\ub2c8\ub2e4)$");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    KoreanParticle(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        Matcher particle = PARTICLE.matcher(term);
        if (particle.find()) {
            term.setLength(particle.start());
        }
        return true;
    }
}
