package org.ringback.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Messages that hold something secret in every place that the grammar has. */
final class PlantedMessages {

    private static final Set<HeaderForm> COUNTING = Set.of(HeaderForm.NUMBERS);

    private final Planted planted;
    private final List<String> messages = new ArrayList<>();

    PlantedMessages(Planted planted) {
        this.planted = planted;
    }

    List<String> all() {
        startLines();
        addresses();
        headers();
        parameters();
        credentials();
        new PlantedBodies(planted, this).all();
        new PlantedElsewhere(planted, this).all();
        oddities();
        return messages;
    }

    /** Adds a message with these headers and this body. */
    void add(String method, String headers, String type, String body) {
        int number = messages.size();
        messages.add((String.format(Locale.ROOT, """
            %s sip:x@198.51.100.2 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK%d
            From: <sip:a@192.0.2.1>;tag=f%d
            To: <sip:b@198.51.100.2>
            Call-ID: call-%d@z
            CSeq: 1 %s
            Max-Forwards: 70
            %s\
            """, method, number, number, number / 10, method, headers)
                        + (type.isEmpty() ? "" : "Content-Type: " + type + "\n") + "Content-Length: "
                        + body.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1).length + "\n\n" + body)
                .replace("\n", "\r\n"));
    }

    private void header(String header) {
        add("OPTIONS", header + "\n", "", "");
    }

    private void raw(String message) {
        messages.add(message.replace("\n", "\r\n"));
    }

    private void startLines() {
        String rest = "\n"
                + "Via: SIP/2.0/UDP 192.0.2.1\n"
                + "From: <sip:a@b>;tag=1\n"
                + "To: <sip:c@d>\n"
                + "Call-ID: odd@z\n"
                + "CSeq: 1 INVITE\n\n";
        raw(planted.planted("method", "MYMETHODQ") + " sip:a@b SIP/2.0" + rest);
        raw("INVITE sip:" + planted.any("request URI") + "@" + planted.word("request host") + ".net SIP/2.0" + rest);
        raw("INVITE tel:+" + planted.number("request tel", 12) + ";phone-context=" + planted.word("context")
                + ".org SIP/2.0" + rest);
        raw("INVITE " + planted.word("scheme of request") + ":" + planted.any("request, odd scheme") + " SIP/2.0"
                + rest);
        raw("INVITE sip:a@b " + planted.word("version") + "/2.0" + rest);
        for (int code : List.of(100, 180, 183, 200, 302, 403, 404, 480, 486, 488, 500, 503, 603, 699)) {
            raw("SIP/2.0 " + code + " " + planted.word("phrase " + code) + " is " + planted.any("phrase " + code)
                    + rest);
        }
        raw("SIP/2.0 " + planted.number("code", 10) + " OK" + rest);
        raw(planted.word("line before") + " " + planted.any("line before") + "\nINVITE sip:a@b SIP/2.0" + rest);
    }

    private void addresses() {
        for (String name : List.of(
                "From",
                "To",
                "Contact",
                "Route",
                "Record-Route",
                "P-Asserted-Identity",
                "Diversion",
                "History-Info",
                "Refer-To",
                "Referred-By",
                "Remote-Party-ID",
                "Reply-To",
                "f",
                "t",
                "m",
                "r",
                "b",
                "Path",
                "Service-Route",
                "Alert-Info")) {
            header(name + ": \"" + planted.word(name + " name") + " " + planted.word(name + " name") + "\" <sip:"
                    + planted.any(name + " user") + ":" + planted.any(name + " password") + "@"
                    + planted.word(name + " host")
                    + ".com;" + planted.word(name + " flag") + ";x-" + planted.word(name + " parameter") + "="
                    + planted.any(name + " value") + "?Subject=" + planted.word(name + " header") + "&X-"
                    + planted.word(name + " header name") + "=" + planted.any(name + " header value") + ">;"
                    + planted.word(name + " parameter name") + "=\"" + planted.any(name + " quoted") + "\"");
            header(name + ": " + planted.word(name + " bare name") + " <tel:" + planted.number(name + " tel", 11)
                    + ">");
            header(name + ": <https://" + planted.word(name + " web host") + ".de/" + planted.any(name + " path") + "?"
                    + planted.word(name + " query") + "=" + planted.any(name + " query value") + "#"
                    + planted.word(name + " anchor")
                    + ">");
            header(name + ": <urn:uuid:"
                    + planted.planted(name + " uuid", planted.hex(8) + "-4711-4123-8456-" + planted.hex(12)) + ">");
            header(name + ": sip:" + planted.any(name + " bare user") + "@" + planted.word(name + " bare host"));
        }
    }

    private void headers() {
        for (String name : new TreeSet<>(HeaderForm.names())) {
            boolean counts = COUNTING.contains(HeaderForm.of(name).orElseThrow());
            if (name.equals("content-length")
                    || name.equals("l")
                    || name.equals("content-encoding")
                    || name.equals("e")) {
                continue;
            }
            String value = counts ? planted.word(name) : planted.any(name);
            String two = planted.word(name + " second") + ", " + planted.word(name + " third");
            header(name + ": " + value);
            header(name + ": " + two + ";" + planted.word(name + " flag") + ";x=" + planted.any(name + " parameter"));
            header(name + ": 1 \"" + planted.word(name + " quoted") + " " + planted.any(name + " quoted") + "\" ("
                    + planted.word(name + " comment") + ")");
        }
        for (String name :
                List.of("X-Customer", "X-Ext", "P-Foo-Bar", "Cookie", "Authorization-Token", "X-Birthday", "K-Hint")) {
            header(name + ": " + planted.any(name));
            header(name + ": " + planted.word(name) + " " + planted.number(name, 10) + ";a=" + planted.any(name));
            header(name + "-" + planted.word("name of a header") + ": 1");
        }
    }

    private void parameters() {
        for (String name : new TreeSet<>(ParameterForm.names())) {
            boolean counts = ParameterForm.of(name).orElseThrow() == ParameterForm.INTERVAL;
            String value = counts ? planted.word(name) : planted.any(name);
            String other = counts ? planted.word(name) : planted.any(name + " in a URI");
            header("Contact: <sip:a@b;" + name + "=" + other + ">;" + name + "=" + value);
            header("Event: dialog;" + name + "=\"" + planted.word(name + " quoted") + "\"");
        }
        header("Via: SIP/2.0/" + planted.word("transport") + " " + planted.word("via host") + ".de:5060;received="
                + planted.word("received") + ".org;" + planted.word("via flag") + ";k=" + planted.any("via parameter"));
    }

    private void credentials() {
        for (String scheme :
                List.of("Basic", "Bearer", "NTLM", "Kerberos", "Negotiate", "Digest", "TLS-DSK", "Mystery")) {
            for (String header :
                    List.of("Authorization", "Proxy-Authorization", "WWW-Authenticate", "Proxy-Authenticate")) {
                for (String padding : List.of("", "=", "==")) {
                    header(header + ": " + scheme + " "
                            + planted.planted(scheme + " token" + padding, "Y" + planted.hex(17) + "x") + padding);
                }
                header(header + ": " + scheme + " realm=\"" + planted.any("realm") + "\", username=\""
                        + planted.any("username")
                        + "\", gssapi-data=\"" + planted.hex(3) + planted.any("gssapi") + "\", response=\""
                        + planted.any("response")
                        + "\", uri=\"sip:" + planted.any("uri") + "@x\", x-" + planted.word("credential name") + "="
                        + planted.any("credential value") + ",opaque=" + planted.any("opaque") + ",nonce="
                        + planted.any("nonce")
                        + ",cnonce=\"" + planted.any("cnonce") + "\"");
            }
        }
        header("Authorization: " + planted.word("scheme") + " " + planted.word("credential"));
        String claims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"orig\":{\"tn\":\"" + planted.number("orig", 11)
                                + "\"},\"rcd\":{\"nam\":\"" + planted.word("rcd") + "\"},\"" + planted.word("claim")
                                + "\":"
                                + planted.number("claim number", 10) + ",\"a\":\"" + planted.any("claim") + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        header("Identity: eyJhbGciOiJFUzI1NiJ9." + claims + "." + planted.planted("signature", planted.hex(30))
                + ";info=<https://" + planted.word("info") + ".org/" + planted.word("info path") + ">");
    }

    private void oddities() {
        header(planted.word("line without a colon") + " " + planted.any("line without a colon"));
        header("Subject: a\n " + planted.word("fold"));
        header("Warning: 399 " + planted.word("agent") + " \"" + planted.word("warning") + " failed for "
                + planted.any("warning") + "\"");
        header("Reason: Q.850;cause=16;text=\"call to " + planted.any("reason") + "\"");
        header("User-Agent: Yealink SIP-T46S 66.84.0.15 " + planted.number("MAC of digits", 12) + " "
                + planted.planted("MAC", planted.hex(11) + "f") + " " + planted.word("host") + ".internal (serial "
                + planted.number("serial", 11) + ")");
        header("Server: Asterisk PBX " + planted.word("company") + " " + planted.any("server"));
        header("Date: " + planted.word("date"));
        messages.add(messages.getLast() + "\r\n" + planted.word("behind the body"));
    }
}
