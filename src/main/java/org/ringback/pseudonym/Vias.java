package org.ringback.pseudonym;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values of Via: the protocol stays. */
final class Vias {

    private static final Pattern PROTOCOL =
            Pattern.compile("\\s*+[\\w.-]++\\s*+/\\s*+[\\w.-]++\\s*+/\\s*+[\\w.-]++\\s++");

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final FreeText texts;
    private final Names names;

    Vias(Pseudonyms pseudonyms, Uris uris, FreeText texts) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.texts = texts;
        this.names = new Names(pseudonyms);
    }

    String of(String value) {
        return Cuts.split(value, ',').stream().map(this::via).collect(Collectors.joining(","));
    }

    private String via(String value) {
        Matcher protocol = PROTOCOL.matcher(value);
        if (!protocol.lookingAt()) {
            return texts.unknown(value);
        }
        int semicolon = value.indexOf(';', protocol.end());
        int end = semicolon < 0 ? value.length() : semicolon;
        String sentBy = value.substring(protocol.end(), end);
        String host = sentBy.strip();
        return Cuts.each(protocol.group(), "/ \t\r\n", this::word)
                + (host.isEmpty() ? sentBy : sentBy.replace(host, pseudonyms.hostAndPort(host)))
                + uris.parameters().of(value.substring(end));
    }

    private String word(String word) {
        return Tokens.small(word, 3) ? word : names.token(word);
    }
}
