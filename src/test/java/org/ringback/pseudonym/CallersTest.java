package org.ringback.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.pseudonym.Rewriting.header;
import static org.ringback.pseudonym.Rewriting.number;
import static org.ringback.pseudonym.Rewriting.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.pseudonym.Preview.Where;
import org.ringback.sip.SipMessage;

/** Whoever is named or numbered is the same person everywhere, and somebody else than before. */
class CallersTest {

    private final Rewriting rewriting = new Rewriting();

    @Test
    void aNumberIsTheSameWhateverStandsBeforeIt() {
        SipMessage message = rewriting.with("""
            P-Asserted-Identity: <tel:+4930123456>
            Diversion: <sip:004930123456@sip.provider.net>;reason=unconditional
            Remote-Party-ID: "4930123456" <sip:4930123456@sip.provider.net>;party=calling
            X-Asterisk-HangupCause: call to 4930123456 failed
            """);
        String number = number(message).substring(1);

        assertThat(number).hasSize(10).startsWith("999").isNotEqualTo("4930123456");
        assertThat(header(message, "P-Asserted-Identity")).isEqualTo("<tel:+" + number + ">");
        assertThat(header(message, "Diversion"))
                .startsWith("<sip:00" + number + "@")
                .endsWith(";reason=unconditional");
        assertThat(header(message, "Remote-Party-ID")).startsWith("\"" + number + "\" <sip:" + number + "@");
        assertThat(header(message, "X-Asterisk-HangupCause")).isEqualTo("call to " + number + " failed");
    }

    @Test
    void whoCannotBeNamedStays() {
        assertThat(header(rewriting.with("Contact: <sip:anonymous@10.1.2.3>\n"), "Contact"))
                .startsWith("<sip:anonymous@");
    }

    private static String invite(String from, String to, String headers) {
        return String.format(Locale.ROOT, """
            INVITE sip:%2$s@10.0.0.1 SIP/2.0
            Via: SIP/2.0/UDP 192.168.7.20:5062;branch=z9hG4bKabc123
            From: <sip:%1$s@10.0.0.1>;tag=9fc2
            To: <sip:%2$s@10.0.0.1>
            Call-ID: %1$s%2$sx@y
            CSeq: 1 INVITE
            Max-Forwards: 70
            %3$sContent-Length: 0

            """, from, to, headers).replace("\n", "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"alice, 112, ''", "231, 911, ''", "4711, 999, ''", "alice, 110, 'Priority: emergency\n'"})
    void aNumberThatIsDialedForHelpStays(String from, String to, String headers) {
        String text = rewriting.rewritten(invite(from, to, headers));

        assertThat(text).startsWith("INVITE sip:" + to + "@").contains("To: <sip:" + to + "@");
        assertThat(rewriting.result.preview().stays()).contains(new Preview.Stays(Where.EMERGENCY, to, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"103, 104", "alice, 101", "alice, 110", "112, 911911", "112, alice", "alice, 193"})
    void aShortNumberThatMayBeAnExtensionIsReplaced(String from, String to) {
        assertThat(rewriting.rewritten(invite(from, to, "")))
                .doesNotContain(":" + from + "@")
                .doesNotContain(":" + to + "@");
    }

    @Test
    void aNumberThatIsSomebodysIsReplacedWhereItIsDialedToo() {
        String register = invite("112", "112", "").replace("INVITE", "REGISTER");

        assertThat(rewriting.rewritten(register, invite("alice", "112", ""))).doesNotContain(":112@");
        assertThat(rewriting.rewritten(invite("alice", "112", "X-Extension: 112\n")))
                .doesNotContain("112@", ": 112\r");
    }

    @Test
    void anonymousCallersStayAnonymous() {
        String anonymous = "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=";

        assertThat(header(rewriting.with("P-Preferred-Identity: " + anonymous + "1\n"), "P-Preferred-Identity"))
                .startsWith(anonymous);
    }

    @Test
    void namesAreTheSameInUsersAndTexts() {
        SipMessage message = rewriting.with(
                "Subject: Alice called\nX-Hangup-Cause: agent Alice busy\nContact: <sip:Miller.2@10.0.0.1>\n");
        String[] name = message.from().orElseThrow().displayName().split(" ", -1);

        assertThat(name).hasSize(2);
        assertThat(message.from().orElseThrow().uri().user()).isEqualToIgnoringCase(name[0]);
        assertThat(header(message, "X-Hangup-Cause")).isEqualTo("agent " + name[0] + " busy");
        assertThat(header(message, "Contact")).startsWith("<sip:" + name[1] + ".2@");
        assertThat(header(message, "Subject")).isEqualTo("removed remo");
    }

    @Test
    void escapedUsersAreTheSameUsers() {
        SipMessage message = rewriting.with(
                "Contact: <sip:%2B4930123456@10.0.0.1>\nP-Asserted-Identity: <sip:alice%40provider.net@10.0.0.1>\n");

        assertThat(header(message, "Contact"))
                .startsWith("<sip:%2B" + number(message).substring(1) + "@");
        assertThat(header(message, "P-Asserted-Identity"))
                .startsWith("<sip:" + message.from().orElseThrow().uri().user() + "%40")
                .contains(".example@");
    }

    @Test
    void aSignedCallerIsReplacedWithinItsSignature() {
        String header = encoded(
                "{\"alg\":\"ES256\",\"ppt\":\"shaken\",\"typ\":\"passport\",\"x5u\":\"https://cert.provider.net/a.pem\"}");
        String claims = encoded("{\"attest\":\"A\",\"dest\":{\"tn\":[\"4930123456\"]},\"iat\":1795341600,"
                + "\"orig\":{\"tn\":\"12155551212\"},\"origid\":\"de305d54-75b4-431b-adb2-eb6b9e546014\"}");
        SipMessage message = rewriting.with("Identity: " + header + "." + claims
                + ".c2lnbmF0dXJl;info=<https://cert.provider.net/a.pem>;ppt=shaken\n");
        String identity = header(message, "Identity");
        String[] parts = identity.split(";", 2)[0].split("\\.", -1);
        String decoded = decoded(parts[0]) + decoded(parts[1]);

        assertThat(decoded)
                .contains(
                        "\"attest\":\"A\"",
                        "\"iat\":1795341600",
                        "\"ppt\":\"shaken\"",
                        number(message).substring(1))
                .containsPattern("\"tn\":\"1\\d{3}55501\\d\\d\"")
                .doesNotContain("provider", "4930123456", "12155551212", "de305d54");
        assertThat(identity).endsWith(";ppt=shaken").doesNotContain("provider", "c2lnbmF0dXJl");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
