package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Set;

/** Logins and challenges of every scheme (RFC 7235): names of schemes, algorithms and counts stay, and nothing else. */
final class Credentials {

    private static final Set<String> SCHEMES = Lists.of(
            "digest basic bearer ntlm kerberos negotiate tls-dsk hoba mutual scram-sha-1 scram-sha-256 pgp vapid");

    private static final Set<String> NAMES = Lists.of("""
        username realm nonce uri response cnonce opaque nc qop algorithm gssapi-data targetname srand crand snum rspauth
        nextnonce stale domain charset userhash integrity-protected version auts ck ik scope error error_description
        authz_server token sts-uri cert_id auth-param username* sip.clientid
        """);

    private static final int LONGEST_COUNT = 10;

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final Names names;

    Credentials(Pseudonyms pseudonyms, Uris uris) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.names = new Names(pseudonyms);
    }

    String of(String value) {
        int from = 0;
        while (from < value.length() && blank(value.charAt(from))) {
            from++;
        }
        int end = from;
        while (end < value.length() && !blank(value.charAt(end)) && ",=".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        boolean scheme = end == value.length() || blank(value.charAt(end));
        boolean pair = value.substring(end).stripLeading().startsWith("=");
        if (!scheme || pair) {
            return parameters(value);
        }
        return value.substring(0, from)
                + names.of(value.substring(from, end), SCHEMES)
                + parameters(value.substring(end));
    }

    private static boolean blank(char c) {
        return c <= ' ';
    }

    private String parameters(String text) {
        var out = new StringBuilder();
        boolean more = false;
        for (String part : Cuts.split(text, ',')) {
            out.append(more ? "," : "").append(parameter(part));
            more = true;
        }
        return out.toString();
    }

    private String parameter(String part) {
        String bare = part.strip();
        if (bare.isEmpty()) {
            return part;
        }
        int from = part.indexOf(bare);
        int equals = bare.indexOf('=');
        String value = bare.substring(equals + 1).strip();
        boolean padding = value.chars().allMatch(c -> c == '=');
        boolean token = equals < 0 || padding || !name(bare.substring(0, equals).strip());
        String rewritten = token
                ? secret(bare)
                : names.of(bare.substring(0, equals), NAMES)
                        + "="
                        + bare.substring(equals + 1)
                                .replace(value, quoted(bare.substring(0, equals).strip(), value));
        return part.substring(0, from) + rewritten + part.substring(from + bare.length());
    }

    private static boolean name(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '/');
    }

    private String secret(String text) {
        return Cuts.each(text, " \t\r\n", pseudonyms::secret);
    }

    private String quoted(String name, String value) {
        if (!value.startsWith("\"")) {
            return credential(name, value);
        }
        int close = Cuts.close(value, 0);
        return close < 0
                ? "\"" + credential(name, value.substring(1))
                : "\"" + credential(name, value.substring(1, close)) + "\"" + secret(value.substring(close + 1));
    }

    private String credential(String name, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "algorithm", "qop", "stale", "charset", "userhash", "integrity-protected" ->
                Cuts.each(value, ", ", names::token);
            case "nc", "version", "snum" ->
                value.length() <= LONGEST_COUNT && Runs.hex(value) ? value : pseudonyms.secret(value);
            case "username" -> uris.user(value);
            case "realm", "targetname" ->
                value.indexOf('.') > 0 && value.indexOf(' ') < 0
                        ? Cuts.each(value, "/", pseudonyms::hostAndPort)
                        : pseudonyms.name(value);
            case "uri", "domain" -> Cuts.each(value, " \t\r\n", uris::of);
            default -> pseudonyms.secret(value);
        };
    }
}
