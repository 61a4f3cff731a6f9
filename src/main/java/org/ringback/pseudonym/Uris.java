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

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private static final Set<String> OF_USERS = Set.of("sip", "sips", "im", "pres", "xmpp", "mailto", "h323", "acct");

    private static final Set<String> OTHERS = Lists.of("""
        http https ws wss ftp ldap aaa aaas msrp msrps rtsp data tftp stun turn turns file xmlns about
        """);

    private final Pseudonyms pseudonyms;
    private final ParameterRewriter parameters;
    private final UrnNames urns;
    private BiFunction<String, String, String> headers = (_, value) -> value;

    Uris(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        this.parameters = new ParameterRewriter(pseudonyms, this);
        this.urns = new UrnNames(pseudonyms);
    }

    ParameterRewriter parameters() {
        return parameters;
    }

    /** What rewrites the headers that a URI may hold: name and value, with the name in what it gives. */
    void headers(BiFunction<String, String, String> rewriting) {
        headers = rewriting;
    }

    String of(String uri) {
        int colon = uri.indexOf(':');
        String scheme = colon < 0 ? "" : uri.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = uri.substring(colon + 1);
        String written = uri.substring(0, colon + 1);
        return switch (scheme) {
            case "tel", "fax", "modem" -> written + telephone(rest);
            case "urn" -> written + urns.of(rest);
            case "cid", "mid" -> written + pseudonyms.identifier(rest);
            case String known when OF_USERS.contains(known) -> written + withUser(rest);
            case String known
            when OTHERS.contains(known) ->
                written + (rest.startsWith("//") ? hierarchical(rest) : pseudonyms.secret(rest));
            case String _
            when colon > 0 && rest.startsWith("//") ->
                pseudonyms.name(uri.substring(0, colon)) + ":" + hierarchical(rest);
            default -> withUser(uri);
        };
    }

    /** {@code user@host:port;parameters?headers}; a host and a port alone look like a scheme. */
    private String withUser(String rest) {
        int at = rest.indexOf('@');
        String user = at < 0 ? "" : user(rest.substring(0, at)) + "@";
        int end = at + 1;
        while (end < rest.length() && ";?".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return user + hostPort(rest.substring(at + 1, end)) + behindHost(rest.substring(end));
    }

    private String hostPort(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return text;
        }
        return text.replace(bare, TelephoneNumber.is(bare) ? pseudonyms.number(bare) : pseudonyms.hostAndPort(bare));
    }

    private String behindHost(String rest) {
        int question = rest.indexOf('?');
        return question < 0
                ? parameters.of(rest)
                : parameters.of(rest.substring(0, question)) + "?"
                        + Cuts.each(rest.substring(question + 1), "&", this::header);
    }

    private String header(String header) {
        int equals = header.indexOf('=');
        String value = header.substring(equals + 1);
        String named = headers.apply(equals < 0 ? header : header.substring(0, equals), equals < 0 ? "" : plain(value));
        int end = named.indexOf('=');
        return equals < 0
                ? named.substring(0, end)
                : named.substring(0, end + 1) + escaped(named.substring(end + 1), value);
    }

    /** What stands before the {@code @}, with a password or with parameters of a telephone number. */
    String user(String user) {
        int end = 0;
        while (end < user.length() && ";:".indexOf(user.charAt(end)) < 0) {
            end++;
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
        if (TelephoneNumber.is(name)) {
            return pseudonyms.number(name);
        }
        boolean host = name.indexOf('.') > 0 && IpAddress.of(name).isPresent();
        return host ? pseudonyms.host(name) : pseudonyms.name(name);
    }

    private String telephone(String rest) {
        int end = rest.indexOf(';');
        String number = end < 0 ? rest : rest.substring(0, end);
        String known = TelephoneNumber.is(number) ? pseudonyms.number(number) : pseudonyms.name(number);
        return known + (end < 0 ? "" : parameters.of(rest.substring(end)));
    }

    /** Such as {@code //host:port/path;parameters}: nothing of a path stays but its marks. */
    private String hierarchical(String rest) {
        int end = 2;
        while (end < rest.length() && "/?#;".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(2, end);
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : user(authority.substring(0, at)) + "@";
        int semicolon = rest.indexOf(';', end);
        int path = semicolon < 0 ? rest.length() : semicolon;
        return "//" + user + pseudonyms.hostAndPort(authority.substring(at + 1))
                + Cuts.each(rest.substring(end, path), "/?#&=", pseudonyms::secret)
                + parameters.of(rest.substring(path));
    }

    static String plain(String escaped) {
        return escaped.indexOf('%') < 0
                ? escaped
                : ESCAPE.matcher(escaped)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
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
