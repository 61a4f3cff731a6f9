package org.ringback.pseudonym;

import java.util.Locale;

/** Session descriptions (RFC 8866), line by line; codecs, ports and directions stay, and what is not known does not. */
final class SdpRewriter {

    private static final int LONGEST_PORT = 5;
    private static final int LONGEST_TIME = 10;

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final FreeText texts;
    private final SdpAttributes attributes;
    private final Names names;

    SdpRewriter(Pseudonyms pseudonyms, Uris uris, FreeText texts) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.texts = texts;
        this.attributes = new SdpAttributes(pseudonyms, uris, texts);
        this.names = new Names(pseudonyms);
    }

    String of(String body) {
        return Cuts.each(body, "\r\n", this::line);
    }

    private String line(String line) {
        String bare = line.stripLeading();
        if (bare.length() < 2 || bare.charAt(1) != '=' || !Character.isLetter(bare.charAt(0))) {
            return pseudonyms.text(line);
        }
        return line.substring(0, line.length() - bare.length() + 2) + value(bare.charAt(0), bare.substring(2));
    }

    private String value(char type, String value) {
        return switch (type) {
            case 'o' -> origin(value);
            case 's' -> common(value) ? value : texts.software(value);
            case 'c' -> connection(value);
            case 'i' -> pseudonyms.text(value);
            case 'u' -> value.replace(value.strip(), uris.of(value.strip()));
            case 'e', 'p' -> contact(value);
            case 'k' -> key(value);
            case 'a' -> attributes.of(value);
            case 'm' -> media(value);
            case 'v', 't', 'r', 'z' -> Cuts.each(value, " \t", this::time);
            case 'b' -> Cuts.each(value, " \t:", word -> Tokens.small(word, LONGEST_TIME) ? word : sdpWord(word));
            default -> texts.unknown(value);
        };
    }

    private static boolean common(String value) {
        return value.isBlank() || value.strip().equals("-");
    }

    private String sdpWord(String word) {
        return names.of(word, SdpWords.ALL);
    }

    private String time(String word) {
        String bare = word.startsWith("-") ? word.substring(1) : word;
        boolean unit = bare.length() > 1 && "dhms".indexOf(bare.charAt(bare.length() - 1)) >= 0;
        return Tokens.small(unit ? bare.substring(0, bare.length() - 1) : bare, LONGEST_TIME)
                ? word
                : texts.unknown(word);
    }

    private String origin(String value) {
        var session = new StringBuilder();
        return fields(value, (field, word) -> switch (field) {
            case 0 -> common(word) ? word : user(word);
            case 1 -> {
                session.append(word);
                yield Runs.digits(word) ? pseudonyms.sessions().id(word) : pseudonyms.identifier(word);
            }
            case 2 ->
                Runs.digits(word) && session.length() <= 17 && Runs.digits(session.toString())
                        ? pseudonyms.sessions().version(session.toString(), word)
                        : pseudonyms.identifier(word);
            case 3, 4 -> sdpWord(word);
            case 5 -> pseudonyms.host(word);
            default -> texts.unknown(word);
        });
    }

    private String user(String word) {
        return TelephoneNumber.is(word) ? pseudonyms.number(word) : uris.user(word);
    }

    /** Rewrites a word by its place among others. */
    private interface ByPlace {

        String of(int field, String word);
    }

    private static String fields(String value, ByPlace rewriting) {
        int[] field = {0};
        return Cuts.each(value, " \t", word -> rewriting.of(field[0]++, word));
    }

    private String connection(String value) {
        return fields(value, (field, word) -> {
            int slash = word.indexOf('/');
            String host = slash < 0 ? word : word.substring(0, slash);
            return switch (field) {
                case 0, 1 -> sdpWord(word);
                case 2 -> pseudonyms.host(host) + Cuts.each(word.substring(host.length()), "/", this::time);
                default -> texts.unknown(word);
            };
        });
    }

    private String contact(String value) {
        return TelephoneNumber.is(value.strip())
                ? value.replace(value.strip(), pseudonyms.number(value.strip()))
                : texts.unknown(value);
    }

    private String key(String value) {
        int colon = value.indexOf(':');
        String method = colon < 0 ? value : value.substring(0, colon);
        String key = value.substring(method.length());
        return sdpWord(method) + (colon < 0 ? "" : ":" + pseudonyms.secret(key.substring(1)));
    }

    private String media(String value) {
        return fields(value, (field, word) -> switch (field) {
            case 0 -> sdpWord(word);
            case 1 -> Cuts.each(word, "/", part -> Tokens.small(part, LONGEST_PORT) ? part : texts.unknown(part));
            case 2 -> Cuts.each(word, "/", this::sdpWord);
            default -> Tokens.small(word, 3) ? word : format(word);
        });
    }

    private String format(String word) {
        return word.equals("*") || Tokens.known(word.toLowerCase(Locale.ROOT)) ? word : sdpWord(word);
    }
}
