package org.ringback.pseudonym;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.IpAddress;

/** URIs of any scheme, with what is escaped in them (RFC 3261, 19.1; RFC 3966; RFC 3986). */
final class Uris {

    private static final Pattern SCHEME =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("//(?<authority>[^/?#;]*)(?<path>.*)", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern HOST_PORT =
            Pattern.compile("(?<host>\\[[^]]*]|[^:;?\\s]*)(?<port>\\s*:\\s*\\d*)?(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern URN = Pattern.compile("(?<space>[^:]*):(?<name>.*)", Pattern.DOTALL);

    /** Names that are registered, not given to anybody. */
    private static final Set<String> REGISTERED_URNS =
            Set.of("service", "alert", "ietf", "urn-7", "3gpp", "schemas", "xmpp", "oma", "oasis", "un", "ogc");

    private static final Set<String> OF_USERS = Set.of("sip", "sips", "im", "pres", "xmpp", "mailto", "h323", "acct");

    private static final String PATH_CHARACTERS = "[A-Za-z0-9_~%-]+";

    private final Pseudonyms pseudonyms;
    private final ParameterRewriter parameters;
    private BiFunction<String, String, String> headers = (_, value) -> value;

    Uris(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        this.parameters = new ParameterRewriter(pseudonyms, this);
    }

    ParameterRewriter parameters() {
        return parameters;
    }

    /** What rewrites the headers that a URI may hold: name and value. */
    void headers(BiFunction<String, String, String> rewriting) {
        headers = rewriting;
    }

    String of(String uri) {
        Matcher parts = SCHEME.matcher(uri);
        if (!parts.matches()) {
            return withUser(uri);
        }
        String rest = parts.group("rest");
        String rewritten = switch (parts.group("scheme").toLowerCase(Locale.ROOT)) {
            case "tel", "fax", "modem" -> telephone(rest);
            case "urn" -> urn(rest);
            case "cid", "mid" -> pseudonyms.identifier(rest);
            case String scheme when OF_USERS.contains(scheme) -> withUser(rest);
            case String _ when rest.startsWith("//") -> hierarchical(rest);
            // A host and a port look like a scheme.
            case String _ when rest.matches("\\d{1,5}(?:[;?].*)?") -> "";
            default -> pseudonyms.secret(rest);
        };
        return rewritten.isEmpty() && !rest.isEmpty() ? withUser(uri) : parts.group("scheme") + ":" + rewritten;
    }

    private String withUser(String rest) {
        int at = rest.indexOf('@');
        Matcher host = HOST_PORT.matcher(rest.substring(at + 1));
        if (!host.matches()) {
            return pseudonyms.text(rest);
        }
        String port = host.group("port") == null ? "" : host.group("port");
        String user = at < 0 ? "" : user(rest.substring(0, at)) + "@";
        return user + name(host.group("host")) + port + behindHost(host.group("rest"));
    }

    private String name(String host) {
        return Pseudonyms.isNumber(host) ? pseudonyms.number(host) : pseudonyms.host(host);
    }

    private String behindHost(String rest) {
        int question = rest.indexOf('?');
        return question < 0
                ? parameters.of(rest)
                : parameters.of(rest.substring(0, question)) + "?" + headers(rest.substring(question + 1));
    }

    private String headers(String text) {
        var rewritten = new StringBuilder();
        for (String header : text.split("(?<=&)|(?=&)", -1)) {
            int equals = header.indexOf('=');
            if (equals < 0) {
                rewritten.append(header);
            } else {
                String value = header.substring(equals + 1);
                rewritten
                        .append(header, 0, equals + 1)
                        .append(escaped(headers.apply(header.substring(0, equals), plain(value)), value));
            }
        }
        return rewritten.toString();
    }

    /** What stands before the {@code @}, with a password or with parameters of a telephone number. */
    String user(String user) {
        int end = user.length();
        for (char mark : new char[] {';', ':'}) {
            int found = user.indexOf(mark);
            end = found < 0 ? end : Math.min(end, found);
        }
        String rest = user.substring(end);
        String behind = rest.startsWith(":") ? ":" + pseudonyms.secret(rest.substring(1)) : parameters.of(rest);
        String name = user.substring(0, end);
        return escaped(plainUser(plain(name)), name) + behind;
    }

    private String plainUser(String name) {
        int at = name.indexOf('@');
        if (at >= 0) {
            return plainUser(name.substring(0, at)) + "@" + pseudonyms.hostAndPort(name.substring(at + 1));
        }
        if (Pseudonyms.isNumber(name)) {
            return pseudonyms.number(name);
        }
        boolean host = name.indexOf('.') > 0 && IpAddress.of(name).isPresent();
        return host ? pseudonyms.host(name) : pseudonyms.name(name);
    }

    private String telephone(String rest) {
        int end = rest.indexOf(';');
        String number = end < 0 ? rest : rest.substring(0, end);
        String known = Pseudonyms.isNumber(number) ? pseudonyms.number(number) : pseudonyms.name(number);
        return known + (end < 0 ? "" : parameters.of(rest.substring(end)));
    }

    private String urn(String rest) {
        Matcher urn = URN.matcher(rest);
        if (!urn.matches() || REGISTERED_URNS.contains(urn.group("space").toLowerCase(Locale.ROOT))) {
            return rest;
        }
        return urn.group("space") + ":" + pseudonyms.identifier(urn.group("name"));
    }

    private String hierarchical(String rest) {
        Matcher parts = AUTHORITY.matcher(rest);
        if (!parts.matches()) {
            return pseudonyms.secret(rest);
        }
        String authority = parts.group("authority");
        int at = authority.indexOf('@');
        String user = at < 0 ? "" : user(authority.substring(0, at)) + "@";
        String path = Pattern.compile(PATH_CHARACTERS)
                .matcher(parts.group("path"))
                .replaceAll(name -> Matcher.quoteReplacement(pseudonyms.secret(name.group())));
        return "//" + user + pseudonyms.hostAndPort(authority.substring(at + 1)) + path;
    }

    static String plain(String escaped) {
        return ESCAPE.matcher(escaped)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
    }

    /** Escapes what was escaped in a model. */
    private static String escaped(String text, String model) {
        if (model.indexOf('%') < 0) {
            return text;
        }
        Set<String> codes = new HashSet<>();
        ESCAPE.matcher(model).results().forEach(code -> codes.add(plain(code.group())));
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String character = text.substring(i, i + 1);
            boolean safe = Character.isLetterOrDigit(character.charAt(0)) && character.charAt(0) < 0x80;
            escaped.append(
                    !safe && codes.contains(character)
                            ? String.format(Locale.ROOT, "%%%02X", (int) character.charAt(0))
                            : character);
        }
        return escaped.toString();
    }
}
