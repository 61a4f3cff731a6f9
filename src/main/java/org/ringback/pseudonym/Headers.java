package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.pseudonym.Preview.Where;

/** Values of headers, each by the form that its header has. A header that nobody knows is free text. */
final class Headers {

    /** What a header holds. */
    private enum Form {
        ADDRESSES,
        VIA,
        CREDENTIALS,
        IDENTIFIER,
        /** An identifier with parameters, as in Replaces. */
        IDENTIFIER_PARAMETERS,
        IDENTIFIERS,
        PARAMETERS,
        WARNING,
        SIGNATURE,
        TEXT,
        SOFTWARE,
        /** Words and numbers of the protocol. */
        PROTOCOL
    }

    private static final Map<String, Form> FORMS = Stream.of(
                    of(
                            Form.ADDRESSES,
                            "From To Contact Route Record-Route Path Service-Route P-Asserted-Identity"
                                + " P-Preferred-Identity P-Associated-URI P-Called-Party-ID P-Served-User"
                                + " Remote-Party-ID Diversion History-Info Refer-To Referred-By Reply-To Alert-Info"
                                + " Call-Info Error-Info Geolocation P-Profile-Key P-User-Database P-Refused-URI-List"
                                + " Request-URI X-Original-To CC-Diversion P-DCS-Trace-Party-ID Message-Account"
                                + " Identity-Info P-Answer-State"),
                    of(Form.VIA, "Via"),
                    of(
                            Form.CREDENTIALS,
                            "WWW-Authenticate Proxy-Authenticate Authorization Proxy-Authorization Authentication-Info"
                                    + " Proxy-Authentication-Info"),
                    of(
                            Form.IDENTIFIER,
                            "Call-ID SIP-ETag SIP-If-Match Suppress-If-Match User-to-User Content-ID X-Call-ID X-CID"
                                    + " X-CallID X-Original-Call-ID X-Orig-Call-ID X-Leg-Call-ID Global-ID Cisco-Guid"
                                    + " P-Station-Name X-UUID X-Session-ID Rel-ID X-ID"),
                    of(
                            Form.IDENTIFIER_PARAMETERS,
                            "Replaces Join Target-Dialog Same-Session Session-ID Replacement-For"),
                    of(Form.IDENTIFIERS, "In-Reply-To"),
                    of(
                            Form.PARAMETERS,
                            "P-Charging-Vector P-Charging-Function-Addresses P-Access-Network-Info P-Visited-Network-ID"
                                    + " P-DCS-Billing-Info Cellular-Network-Info Geolocation-Routing"),
                    of(Form.WARNING, "Warning"),
                    of(Form.SIGNATURE, "Identity"),
                    of(Form.TEXT, "Subject Organization"),
                    of(Form.SOFTWARE, "User-Agent Server"),
                    of(
                            Form.PROTOCOL,
                            "CSeq Max-Forwards Content-Length Content-Type Content-Disposition Content-Encoding"
                                + " Content-Language Content-Transfer-Encoding MIME-Version Allow Allow-Events"
                                + " Supported Require Proxy-Require Unsupported Accept Accept-Encoding Accept-Language"
                                + " Expires Min-Expires Min-SE Session-Expires RSeq RAck Subscription-State Date"
                                + " Timestamp Priority Privacy Request-Disposition Resource-Priority"
                                + " Accept-Resource-Priority P-Early-Media P-Asserted-Service P-Preferred-Service"
                                + " Answer-Mode Priv-Answer-Mode Refer-Sub Flow-Timer Recv-Info Info-Package"
                                + " Max-Breadth Permission-Missing Trigger-Consent Security-Client Security-Server"
                                + " Security-Verify P-Media-Authorization"))
            .flatMap(forms -> forms.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Without anything that an address has; where lines were lost, another header may stand in the value. */
    private static final Pattern PROTOCOL_WORDS = Pattern.compile("[^@<>%]*");

    private static final Pattern PAIR =
            Pattern.compile("(?<name>[\\w!%*'+-]+)(?<equals>\\s*=\\s*)(?<value>\"(?:[^\"\\\\]|\\\\.)*\"?|[^,\\s]*)");

    private static final Pattern VIA =
            Pattern.compile("(?<protocol>\\s*[\\w.-]+\\s*/\\s*[\\w.-]+\\s*/\\s*[\\w.-]+\\s+)(?<sentBy>[^;,]*)");

    private static final Pattern WARNING = Pattern.compile(
            "(?<code>\\d{3}\\s+)(?<agent>\\S+)(?<text>\\s+(?:\"(?:[^\"\\\\]|\\\\.)*\"?|[^,]*))", Pattern.DOTALL);

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final AddressLists addresses;
    private final FreeText texts;
    private final PassportRewriter passport;
    private final Remains remains;

    Headers(Pseudonyms pseudonyms, Uris uris, FreeText texts, Remains remains) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.addresses = new AddressLists(pseudonyms, uris);
        this.texts = texts;
        this.passport = new PassportRewriter(pseudonyms, uris);
        this.remains = remains;
        uris.headers(this::of);
    }

    private static Map<String, Form> of(Form form, String names) {
        return Stream.of(names.split(" ", -1)).collect(Collectors.toMap(Headers::lower, _ -> form));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The value of a header of this name in full, with its folds. */
    String of(String name, String value) {
        Form form = FORMS.get(lower(name));
        if (form == null) {
            String rewritten = texts.of(value);
            remains.add(Where.HEADER, name, Octets.text(rewritten));
            return rewritten;
        }
        return switch (form) {
            case ADDRESSES -> addresses.of(value);
            case VIA -> vias(value);
            case CREDENTIALS -> credentials(value);
            case IDENTIFIER -> identifier(value);
            case IDENTIFIER_PARAMETERS -> identifierWithParameters(value);
            case IDENTIFIERS -> identifiers(value);
            case PARAMETERS -> uris.parameters().of(";" + value).substring(1);
            case WARNING -> warning(name, value);
            case SIGNATURE -> passport.of(value);
            case TEXT -> pseudonyms.text(value);
            case SOFTWARE -> software(name, value);
            case PROTOCOL -> PROTOCOL_WORDS.matcher(value).matches() ? value : texts.of(value);
        };
    }

    private String identifier(String value) {
        return value.isBlank() ? value : value.replace(value.strip(), pseudonyms.identifier(value.strip()));
    }

    private String identifierWithParameters(String value) {
        int end = value.indexOf(';');
        return end < 0
                ? identifier(value)
                : identifier(value.substring(0, end)) + uris.parameters().of(value.substring(end));
    }

    private String identifiers(String value) {
        return Pattern.compile("[^,\\s]+")
                .matcher(value)
                .replaceAll(one -> Matcher.quoteReplacement(pseudonyms.identifier(one.group())));
    }

    private String vias(String value) {
        var out = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            int end = AddressLists.parametersEnd(value, at);
            out.append(via(value.substring(at, end)));
            if (end < value.length()) {
                out.append(',');
            }
            at = end + 1;
        }
        return out.toString();
    }

    private String via(String value) {
        Matcher via = VIA.matcher(value);
        if (!via.lookingAt()) {
            return texts.of(value);
        }
        String sentBy = via.group("sentBy");
        String host = sentBy.strip();
        String rewritten = host.isEmpty() ? sentBy : sentBy.replace(host, pseudonyms.hostAndPort(host));
        return via.group("protocol") + rewritten + uris.parameters().of(value.substring(via.end()));
    }

    private String credentials(String value) {
        String scheme = value.strip().split("[\\s,=]", 2)[0];
        int from = value.indexOf(scheme) + scheme.length();
        if (value.substring(from).stripLeading().startsWith("=")) {
            from = 0;
        }
        String rest = value.substring(from);
        if (!PAIR.matcher(rest).find()) {
            String token = rest.strip();
            return token.isEmpty() ? value : value.substring(0, from) + rest.replace(token, pseudonyms.secret(token));
        }
        return value.substring(0, from)
                + PAIR.matcher(rest)
                        .replaceAll(pair -> Matcher.quoteReplacement(pair.group("name")
                                + pair.group("equals")
                                + credential(lower(pair.group("name")), pair.group("value"))));
    }

    private String credential(String name, String value) {
        if (value.startsWith("\"")) {
            int end = value.length() > 1 && value.endsWith("\"") ? value.length() - 1 : value.length();
            return "\"" + credential(name, value.substring(1, end)) + value.substring(end);
        }
        if (value.isEmpty()) {
            return value;
        }
        return switch (name) {
            case "algorithm", "qop", "nc", "stale", "charset", "userhash", "integrity-protected", "version" -> value;
            case "username" -> uris.user(value);
            case "realm" ->
                value.indexOf('.') > 0 && value.indexOf(' ') < 0
                        ? pseudonyms.hostAndPort(value)
                        : pseudonyms.name(value);
            case "uri", "domain" ->
                Pattern.compile("\\S+")
                        .matcher(value)
                        .replaceAll(uri -> Matcher.quoteReplacement(uris.of(uri.group())));
            default -> pseudonyms.secret(value);
        };
    }

    private String warning(String name, String value) {
        String rewritten = WARNING.matcher(value)
                .replaceAll(warning -> Matcher.quoteReplacement(warning.group("code")
                        + pseudonyms.hostAndPort(warning.group("agent"))
                        + texts.of(warning.group("text"))));
        remains.add(Where.HEADER, name, Octets.text(rewritten));
        return rewritten;
    }

    private String software(String name, String value) {
        String rewritten = texts.software(value);
        remains.add(Where.SOFTWARE, name, Octets.text(rewritten));
        return rewritten;
    }
}
