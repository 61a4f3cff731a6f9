package org.ringback.diagnosis.rule.login;

import org.ringback.diagnosis.Trace;

/** A phone that registers as alice, and a server that asks for her password. */
final class Logins {

    private Logins() {}

    static Trace register(Trace trace, int cseq, String credentials) {
        var step = trace.from("alice").to("registrar").cseq(cseq).header("Contact: <sip:alice@198.51.100.1:5060>");
        step.header("To: <sip:alice@example.com>");
        if (!credentials.isEmpty()) {
            step.header(credentials);
        }
        return step.uri("sip:alice@example.com").request("REGISTER");
    }

    static void challenges(Trace trace, int cseq, String nonce, String more) {
        trace.from("registrar")
                .to("alice")
                .cseq(cseq)
                .header("WWW-Authenticate: Digest realm=\"example.com\", nonce=\"" + nonce + "\"" + more)
                .responds(401, "REGISTER");
    }

    static String credentials(String user, String realm, String nonce) {
        return "Authorization: " + digest(user, realm, nonce);
    }

    static String digest(String user, String realm, String nonce) {
        return "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"sip:alice@example.com\", response=\"0123456789abcdef0123456789abcdef\"";
    }
}
