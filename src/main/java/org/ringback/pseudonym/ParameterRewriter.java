package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ParameterRewriter of headers and URIs: {@code ;name=value}. */
final class ParameterRewriter {

    private static final Pattern PARAMETER = Pattern.compile(
            "(?<name>;\\s*[^=;\\s<\"]*)(?<equals>\\s*=\\s*)(?<value>\"(?:[^\"\\\\]|\\\\.)*\"?|<[^>]*>?|\\[[^]]*]|[^;\\s]*)",
            Pattern.DOTALL);

    private static final Set<String> IDENTIFIERS = Set.of(
            "tag",
            "branch",
            "to-tag",
            "from-tag",
            "local-tag",
            "remote-tag",
            "ftag",
            "icid-value",
            "related-icid",
            "gr",
            "temp-gruu",
            "pub-gruu",
            "+sip.instance",
            "line",
            "did",
            "rinstance",
            "callid",
            "call-id",
            "cid",
            "uuid",
            "remote",
            "epid",
            "opaque",
            "sess",
            "vsf",
            "vst",
            "spi-c",
            "spi-s",
            "utran-cell-id-3gpp",
            "cgi-3gpp",
            "ext",
            "isub",
            "tgrp",
            "otg",
            "dtg",
            "isup-oli",
            "+g.3gpp.icsi-ref-instance",
            "boundary");

    private static final Set<String> HOSTS = Set.of(
            "received",
            "maddr",
            "orig-ioi",
            "term-ioi",
            "transit-ioi",
            "icid-generated-at",
            "ccf",
            "ecf",
            "trunk-context",
            "domain",
            "host",
            "by",
            "phone-context",
            "context");

    private static final Set<String> NUMBERS = Set.of("rn", "cic", "bcn", "cpn", "oli");

    private static final Set<String> PLAIN = Set.of(
            "transport",
            "lr",
            "user",
            "method",
            "ttl",
            "rport",
            "expires",
            "q",
            "index",
            "reason",
            "privacy",
            "screen",
            "party",
            "counter",
            "cause",
            "purpose",
            "handling",
            "refresher",
            "refresh",
            "alg",
            "ppt",
            "reg-id",
            "ob",
            "nat",
            "limit",
            "comp",
            "r2",
            "alias",
            "keep",
            "duration",
            "charset",
            "type",
            "version",
            "verstat",
            "npdi",
            "state",
            "min-se",
            "early-only",
            "id-type",
            "protocol",
            "mech",
            "network",
            "np");

    private static final Pattern CLOUDY =
            Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])[\\w.+/=-]{8,}|[A-Za-z0-9+/]{20,}={0,2}");

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final FreeText texts;

    ParameterRewriter(Pseudonyms pseudonyms, Uris uris) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.texts = new FreeText(pseudonyms, uris);
    }

    /** Whatever stands between them stays as it is. */
    String of(String text) {
        return PARAMETER
                .matcher(text)
                .replaceAll(parameter -> Matcher.quoteReplacement(parameter.group("name")
                        + parameter.group("equals")
                        + bare(parameter.group("name"), parameter.group("value"))));
    }

    private String bare(String name, String value) {
        String key = name.substring(1).strip().toLowerCase(Locale.ROOT);
        if (value.startsWith("\"")) {
            int end = value.length() > 1 && value.endsWith("\"") ? value.length() - 1 : value.length();
            return "\"" + value(key, value.substring(1, end)) + value.substring(end);
        }
        if (value.startsWith("<")) {
            int end = value.endsWith(">") ? value.length() - 1 : value.length();
            return "<" + uris.of(value.substring(1, end)) + value.substring(end);
        }
        return value(key, value);
    }

    private String value(String key, String value) {
        if (value.isEmpty() || (PLAIN.contains(key) && !key.equals("alias"))) {
            return value;
        }
        if (value.startsWith("<") && value.endsWith(">")) {
            return "<" + uris.of(value.substring(1, value.length() - 1)) + ">";
        }
        if (key.equals("branch") && value.startsWith("z9hG4bK")) {
            return "z9hG4bK" + pseudonyms.identifier(value.substring(7));
        }
        if (IDENTIFIERS.contains(key)) {
            return value.startsWith("urn:") ? uris.of(value) : pseudonyms.identifier(value);
        }
        if (HOSTS.contains(key)) {
            return value.startsWith("+") ? value : pseudonyms.hostAndPort(value);
        }
        if (NUMBERS.contains(key)) {
            return Pseudonyms.isNumber(value) ? pseudonyms.number(value) : value;
        }
        return unknown(value);
    }

    /** A value that looks as if it meant somebody is replaced though nobody knows what it is. */
    private String unknown(String value) {
        String rewritten = texts.of(Uris.plain(value).equals(value) ? value : Uris.plain(value));
        if (!Uris.plain(value).equals(value)) {
            return pseudonyms.secret(value);
        }
        return rewritten.equals(value) && CLOUDY.matcher(value).matches() ? pseudonyms.secret(value) : rewritten;
    }
}
