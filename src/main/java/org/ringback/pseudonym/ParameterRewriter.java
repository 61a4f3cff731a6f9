package org.ringback.pseudonym;

import java.util.List;
import java.util.Locale;

/** Parameters of headers and URIs: {@code ;name=value}. */
final class ParameterRewriter {

    private static final String MAGIC_COOKIE = "z9hG4bK";
    private static final int LONGEST_NUMBER = 5;
    private static final int LONGEST_INTERVAL = 10;
    private static final int LONGEST_VERSION = 4;

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final FreeText texts;
    private final Names names;

    ParameterRewriter(Pseudonyms pseudonyms, Uris uris) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.texts = new FreeText(pseudonyms, uris);
        this.names = new Names(pseudonyms);
    }

    /** What stands before the first semicolon is no parameter. */
    String of(String text) {
        List<String> parts = Cuts.split(text, ';');
        var out = new StringBuilder(texts.unknown(parts.getFirst()));
        parts.subList(1, parts.size()).forEach(part -> out.append(';').append(parameter(part)));
        return out.toString();
    }

    private String parameter(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (name.indexOf('"') >= 0 || name.indexOf('<') >= 0) {
            return texts.unknown(text);
        }
        String written = names.of(name, ParameterForm.names());
        return equals < 0 ? written : written + "=" + around(name.strip(), text.substring(equals + 1));
    }

    /** A value with the blanks and marks around it. */
    private String around(String name, String value) {
        String bare = value.strip();
        if (bare.isEmpty()) {
            return value;
        }
        int from = value.indexOf(bare);
        return value.substring(0, from) + bare(name, bare) + value.substring(from + bare.length());
    }

    private String bare(String name, String value) {
        int close = value.startsWith("\"") ? Cuts.close(value, 0) : value.startsWith("<") ? value.indexOf('>') : -1;
        if (close > 0) {
            String inner = value.substring(1, close);
            String rewritten = value.startsWith("<") ? uris.of(inner) : value(name, inner);
            String behind = value.substring(close + 1);
            return value.charAt(0) + rewritten + value.charAt(close) + texts.unknown(behind);
        }
        return value(name, value);
    }

    private String value(String name, String value) {
        if (value.startsWith("<") && value.endsWith(">")) {
            return "<" + uris.of(value.substring(1, value.length() - 1)) + ">";
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("branch") && value.startsWith(MAGIC_COOKIE)) {
            return MAGIC_COOKIE + pseudonyms.identifier(value.substring(MAGIC_COOKIE.length()));
        }
        return switch (ParameterForm.of(lower).orElse(ParameterForm.UNKNOWN)) {
            case TOKEN -> token(value);
            case NUMBER -> Tokens.small(value, LONGEST_NUMBER) ? value : unknown(value);
            case INTERVAL -> Tokens.small(value, LONGEST_INTERVAL) ? value : unknown(value);
            case IDENTIFIER -> value.startsWith("urn:") ? uris.of(value) : pseudonyms.identifier(value);
            case HOST -> pseudonyms.hostAndPort(value);
            case PHONE -> TelephoneNumber.is(value) ? pseudonyms.number(value) : pseudonyms.hostAndPort(value);
            case WORDS -> texts.words(value);
            case UNKNOWN -> unknown(value);
        };
    }

    /** One or several, with commas between them. */
    private String token(String value) {
        if (Tokens.small(value, LONGEST_VERSION)) {
            return value;
        }
        return Cuts.each(value, " ,\t", names::token);
    }

    /** What is escaped is replaced with its escapes. */
    private String unknown(String value) {
        return value.indexOf('%') >= 0 ? pseudonyms.secret(value) : texts.unknown(value);
    }
}
