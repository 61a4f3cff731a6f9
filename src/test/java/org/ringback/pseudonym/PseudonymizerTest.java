package org.ringback.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.pseudonym.Rewriting.header;
import static org.ringback.pseudonym.Rewriting.parse;
import static org.ringback.pseudonym.Rewriting.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.pseudonym.Preview.Where;
import org.ringback.sip.SipMessage;

/** Addresses, domains, parameters and identifiers, and what is told of all that was replaced. */
class PseudonymizerTest {

    private final Rewriting rewriting = new Rewriting();

    @ParameterizedTest
    @ValueSource(strings = {"stage", "v2", "blue-green", "4711", "kitchen phone", "%41lice"})
    void ofAParameterThatNobodyKnowsNothingStays(String value) {
        assertThat(header(rewriting.with("Contact: <sip:a@b.example>;flavour=\"" + value + "\"\n"), "Contact"))
                .doesNotContain(value)
                .doesNotContain("flavour");
    }

    @Test
    void whatTheGrammarKnowsOfAParameterStays() {
        assertThat(header(
                        rewriting.with("Contact: <sip:a@b.example;transport=tcp;lr>;expires=60;q=0.5;reg-id=1\n"),
                        "Contact"))
                .endsWith(";transport=tcp;lr>;expires=60;q=0.5;reg-id=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"48.1422369", "192.168.77.66", "10.0.0.5"})
    void aNumberThatMayBeAPlaceOrAnAddressIsNoCount(String value) {
        assertThat(header(rewriting.with("Retry-After: " + value + "\n"), "Retry-After"))
                .doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Max-Forwards", "Messages-Waiting", "Content-Type"})
    void aLongNumberCountsNothingWhereCountsAreSmall(String name) {
        assertThat(header(rewriting.with(name + ": 0171555092\n"), name)).doesNotContain("0171555092");
    }

    /** RFC 3581, 3261 and 3329: a number of a telephone fits in none of them. */
    @ParameterizedTest
    @ValueSource(strings = {"rport", "ttl", "q", "cause", "port-c", "index"})
    void aLongNumberIsReplacedWhereOnlyASmallOneHasAPlace(String name) {
        assertThat(header(rewriting.with("Contact: <sip:a@b.example;" + name + "=739114681>\n"), "Contact"))
                .doesNotContain("739114681");
        assertThat(header(rewriting.with("Contact: <sip:a@b.example>;" + name + "=65535\n"), "Contact"))
                .endsWith(";" + name + "=65535");
    }

    @Test
    void secondsMayHaveThirtyTwoBits() {
        assertThat(header(rewriting.with("Contact: <sip:a@b.example>;expires=4294967295\n"), "Contact"))
                .endsWith(";expires=4294967295");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "1.0", "2.1.3", "4294967295"})
    void aCountStays(String value) {
        assertThat(header(rewriting.with("Retry-After: " + value + "\n"), "Retry-After"))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"a1b2c3d4e5", "Zm9vYmFyYmF6cXV4Zm9v"})
    void aParameterThatNobodyKnowsIsReplacedWhereItLooksLikeAnIdentifier(String value) {
        assertThat(rewriting
                        .with("Contact: <sip:a@b.example>;flavour=" + value + "\n")
                        .header("Contact")
                        .orElseThrow()
                        .value())
                .doesNotContain(value);
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.30.40, 10\\.\\d+\\.\\d+\\.\\d+",
        "172.20.3.4, 172\\.(1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+",
        "192.168.1.1, 192\\.168\\.\\d+\\.\\d+",
        "100.64.9.9, 100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\.\\d+\\.\\d+",
        "169.254.3.3, 169\\.254\\.\\d+\\.\\d+",
        "93.184.216.34, (192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+",
        "2a02:26f0:1:2::5, 2001:db8:.*",
        "fd12:3456::1, fd.*",
        "fe80::1234, fe80::.*",
    })
    void anAddressStaysOfItsKind(String address, String wanted) {
        String written = address.contains(":") ? "[" + address + "]" : address;
        String contact = header(rewriting.with("Contact: <sip:bob@" + written + ":5070>\n"), "Contact");
        String host = contact.replaceAll("^.*@\\[?|]?:5070>$", "");

        assertThat(host).matches(wanted).isNotEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "224.0.1.75", "255.255.255.255"})
    void addressesOfNobodyStay(String address) {
        assertThat(header(rewriting.with("Contact: <sip:bob@" + address + ">\n"), "Contact"))
                .endsWith("@" + address + ">");
    }

    @Test
    void neighborsStayNeighborsAndPacketsAgreeWithTexts() {
        SipMessage message = rewriting.with("Contact: <sip:alice@192.168.7.99:5062>\n");
        Endpoint phone = rewriting.result.messages().getFirst().source();
        String network = phone.host().replaceAll("\\d+$", "");

        assertThat(phone.port()).isEqualTo(5062);
        assertThat(message.vias().getFirst().host()).isEqualTo(phone.host());
        assertThat(message.callId()).endsWith("@" + phone.host());
        assertThat(header(message, "Contact")).contains("@" + network).doesNotContain(phone.host() + ":");
    }

    @Test
    void aDomainIsTheSameInAnyCase() {
        SipMessage message = rewriting.with("Contact: <sip:bob@SIP.PROVIDER.NET>\nRoute: <sip:edge.provider.net;lr>\n");
        String domain = message.from().orElseThrow().uri().host().replaceFirst("^sip\\.", "");

        assertThat(domain).endsWith(".example").hasSize("provider.net".length());
        assertThat(header(message, "Contact")).endsWith("@sip." + domain + ">");
        assertThat(header(message, "Route")).endsWith("." + domain + ";lr>").doesNotContain("edge");
    }

    @Test
    void identifiersOfADialogAreTheSameWhereverTheyStand() {
        SipMessage message = rewriting.with("""
            Replaces: 77aa@192.168.7.20;to-tag=9fc2;from-tag=77bb
            X-CID: 77aa@192.168.7.20
            Refer-To: <sip:bob@sip.provider.net?Replaces=77aa%40192.168.7.20%3Bto-tag%3D9fc2>
            X-Info: leg 77aa@192.168.7.20 tag 9fc2
            """);
        String tag = message.from().orElseThrow().tag().orElseThrow();

        assertThat(tag).hasSize(4).isNotEqualTo("9fc2");
        assertThat(header(message, "Replaces")).startsWith(message.callId() + ";to-tag=" + tag + ";from-tag=");
        assertThat(header(message, "X-CID")).isEqualTo(message.callId());
        assertThat(header(message, "Refer-To"))
                .endsWith("?Replaces=" + message.callId().replace("@", "%40") + "%3Bto-tag%3D" + tag + ">");
        assertThat(header(message, "X-Info"))
                .contains(" " + message.callId() + " ")
                .endsWith(" " + tag);
        assertThat(message.vias().getFirst().branch().orElseThrow())
                .startsWith("z9hG4bK")
                .doesNotContain("abc123");
    }

    @Test
    void credentialsAreReplacedAndTheirRulesStay() {
        SipMessage message =
                rewriting.with("Authorization: Digest username=\"alice\", realm=\"provider.net\", nonce=\"5f3a9b\","
                        + " uri=\"sip:provider.net\", response=\"00112233445566778899aabbccddeeff\", algorithm=MD5,"
                        + " qop=auth, nc=00000001, cnonce=\"c0ffee\", opaque=\"\"\n");
        var parameters = message.credentials().getFirst().parameters();

        assertThat(header(message, "Authorization"))
                .doesNotContain("alice", "provider", "5f3a9b", "00112233", "c0ffee")
                .contains("algorithm=MD5, qop=auth, nc=00000001", "opaque=\"\"");
        assertThat(parameters.value("realm"))
                .contains(message.from().orElseThrow().uri().host().substring(4));
        assertThat(parameters.value("username"))
                .contains(message.from().orElseThrow().uri().user());
        assertThat(parameters.value("response").orElseThrow()).matches("[0-9a-f]{32}");
    }

    @Test
    void softwareStaysAndItsVersionIsNoAddress() {
        SipMessage message = rewriting.with("User-Agent: Yealink SIP-T46S 66.84.0.10 80:5e:c0:11:22:33\n");

        assertThat(header(message, "User-Agent"))
                .startsWith("Yealink SIP-T46S 66.84.0.10 ")
                .doesNotContain("c0:11:22");
    }

    @Test
    void anotherTimeThePseudonymsAreOthers() {
        String first = rewriting.with("").callId();

        assertThat(rewriting.with("").callId()).isNotEqualTo(first);
    }

    @Test
    void thePreviewSaysWhatWasReplacedAndWhatStays() {
        rewriting.with(
                "User-Agent: Phone 1.0\n"
                        + "X-Account: gold\n"
                        + "Warning: 399 a \"gold gateway\"\n"
                        + "Content-Type: application/pidf+xml\n",
                "<presence/>");

        assertThat(rewriting.result.preview().replaced())
                .extracting(Preview.Replaced::kind)
                .contains(
                        PseudonymKind.NUMBER,
                        PseudonymKind.NAME,
                        PseudonymKind.DOMAIN,
                        PseudonymKind.ADDRESS,
                        PseudonymKind.IDENTIFIER);
        assertThat(rewriting
                        .result
                        .preview()
                        .replaced()
                        .getFirst()
                        .examples()
                        .getFirst()
                        .original())
                .isEqualTo("4930123456");
        String pseudonym = header(parse(text(rewriting.result.messages().getLast())), "Warning");
        assertThat(rewriting.result.preview().stays())
                .containsExactly(
                        new Preview.Stays(Where.SOFTWARE, "User-Agent", List.of("Phone 1.0")),
                        new Preview.Stays(Where.HEADER, "Warning", List.of(pseudonym)),
                        new Preview.Stays(Where.BODY, "application/pidf+xml", List.of()));
        assertThat(pseudonym).endsWith(" gateway\"").doesNotContain("gold");
    }

    @Test
    void anyBytesGoThrough() {
        for (String text : List.of(
                "",
                "\0\0",
                "INVITE",
                "SIP/2.0 200 OK\r\nFrom: \"<;,\r\n\r\n",
                "A sip:@:;?&%% SIP/2.0\r\nVia: ,;\r\nTo: <\r\n")) {
            assertThat(rewriting.rewritten(text)).isNotNull();
        }
    }
}
