package org.ringback.pseudonym;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.pseudonym.Preview.Where;
import org.ringback.sip.StartLine;

/** First lines: method, version and code stay if they are those of the protocol. */
final class StartLineRewriter {

    private static final Pattern STATUS =
            Pattern.compile("(?<version>\\S++)(?<blank>\\s++)(?<code>\\S++)(?<phrase>.*+)", Pattern.DOTALL);

    private final Uris uris;
    private final FreeText texts;
    private final Names names;
    private final Remains remains;

    StartLineRewriter(Pseudonyms pseudonyms, Uris uris, FreeText texts, Remains remains) {

        this.uris = uris;
        this.texts = texts;
        this.names = new Names(pseudonyms);
        this.remains = remains;
    }

    String of(StartLine line, String octets) {
        return switch (line) {
            case StartLine.RequestLine request -> request(request, octets);
            case StartLine.StatusLine _ -> status(octets);
            case StartLine.Unreadable _ -> texts.unknown(octets);
        };
    }

    private String request(StartLine.RequestLine line, String octets) {
        int method = octets.indexOf(line.method());
        int uri = octets.indexOf(line.uri(), method + line.method().length());
        if (method < 0 || uri < 0 || line.uri().isEmpty()) {
            return texts.unknown(octets);
        }
        int end = uri + line.uri().length();
        return octets.substring(0, method)
                + names.token(line.method())
                + octets.substring(method + line.method().length(), uri)
                + requestUri(line.uri())
                + version(octets.substring(end));
    }

    private String requestUri(String uri) {
        String bare = uri.strip();
        boolean brackets = bare.startsWith("<") && bare.endsWith(">") && bare.length() > 1;
        String inner = brackets ? bare.substring(1, bare.length() - 1).strip() : bare;
        return inner.isEmpty() ? uri : uri.replace(inner, uris.of(inner));
    }

    private String version(String text) {
        return Cuts.each(text, "/ \t\r\n", word -> Tokens.small(word, 2) ? word : names.token(word));
    }

    private String status(String octets) {
        Matcher status = STATUS.matcher(octets);
        if (!status.matches()) {
            return version(octets);
        }
        String code = status.group("code");
        String written = Tokens.small(code, 3) ? code : texts.unknown(code);
        return version(status.group("version"))
                + status.group("blank")
                + written
                + phrase(written, status.group("phrase"));
    }

    private String phrase(String code, String phrase) {
        String rewritten = Phrases.standard(phrase.strip().toLowerCase(Locale.ROOT)) ? phrase : texts.words(phrase);
        if (!rewritten.isBlank()) {
            remains.add(Where.PHRASE, "SIP/2.0 " + code, Octets.text(rewritten.strip()));
        }
        return rewritten;
    }
}
