package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each message of RFC 4475 is recognized, and what the RFC says about it is what is doubted. */
final class TortureTest {

    private static final Map<String, byte[]> MESSAGES = TortureMessages.all();

    @Test
    void hasAllMessagesOfTheRfc() {
        assertThat(MESSAGES).hasSize(49);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
        # 3.1.1 valid
        wsinv      | ''
        intmeth    | ''
        esc01      | ''
        escnull    | ''
        esc02      | ''
        lwsdisp    | ''
        longreq    | ''
        dblreq     | TRAILING_BYTES message-body
        semiuri    | ''
        transports | ''
        mpart01    | ''
        unreason   | ''
        noreason   | ''
        # 3.1.2 invalid
        badinv01   | EMPTY_PARAMETER via-params, EMPTY_PARAMETER via-params, UNREADABLE_VALUE via-parm, EMPTY_PARAMETER via-params, EMPTY_ELEMENT via-parm, EMPTY_ELEMENT via-parm, EMPTY_PARAMETER contact-params, EMPTY_PARAMETER contact-params, EMPTY_PARAMETER contact-params, EMPTY_PARAMETER contact-params
        clerr      | CUT_BODY Content-Length
        ncl        | UNREADABLE_VALUE Content-Length
        scalar02   | NUMBER_OUT_OF_RANGE CSeq, NUMBER_OUT_OF_RANGE Max-Forwards, NUMBER_OUT_OF_RANGE Expires, NUMBER_OUT_OF_RANGE c-p-expires
        scalarlg   | NUMBER_OUT_OF_RANGE CSeq, NUMBER_OUT_OF_RANGE Retry-After, NUMBER_OUT_OF_RANGE warn-code
        quotbal    | UNTERMINATED_QUOTE quoted-string
        ltgtruri   | BRACKETED_URI Request-URI
        lwsruri    | SPACE_IN_URI Request-URI
        lwsstart   | EXTRA_SPACE Request-Line
        trws       | EXTRA_SPACE Request-Line
        escruri    | HEADERS_IN_REQUEST_URI Request-URI
        baddate    | BAD_DATE SIP-date
        regbadct   | UNBRACKETED_URI addr-spec
        badaspec   | SPACE_IN_BRACKETS name-addr
        baddn      | UNQUOTED_NAME display-name, UNQUOTED_NAME display-name
        badvers    | UNKNOWN_VERSION SIP-Version
        mismatch01 | METHOD_MISMATCH CSeq
        mismatch02 | METHOD_MISMATCH CSeq
        bigcode    | STATUS_OUT_OF_RANGE Status-Code
        # 3.2 transaction layer
        badbranch  | EMPTY_BRANCH via-branch
        # 3.3 application layer
        insuf      | MISSING_HEADER To, MISSING_HEADER From, MISSING_HEADER Call-ID, MISSING_HEADER Max-Forwards
        unkscm     | ''
        novelsc    | ''
        unksm2     | ''
        bext01     | ''
        invut      | ''
        regaut01   | ''
        multi01    | REPEATED_HEADER CSeq, REPEATED_HEADER Call-ID, REPEATED_HEADER To, REPEATED_HEADER From, REPEATED_HEADER Max-Forwards
        mcl01      | REPEATED_HEADER Content-Length, TRAILING_BYTES message-body
        bcast      | ''
        zeromf     | ''
        cparam01   | ''
        cparam02   | ''
        regescrt   | ''
        sdp01      | ''
        # 3.4 backward compatibility
        inv2543    | ''
        """)
    void doubtsWhatTheRfcDoubts(String name, String doubts) {
        MemorySegment bytes = MemorySegment.ofArray(MESSAGES.get(name));
        assertThat(MessageFramer.startsMessage(bytes, 0, bytes.byteSize())).isTrue();
        List<String> expected = doubts.isEmpty() ? List.of() : List.of(doubts.split(", "));
        assertThat(SipMessage.parse(bytes).doubts())
                .extracting(doubt -> doubt.fault() + " " + doubt.rule())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void findsTheSecondMessageOfDblreq() {
        MemorySegment bytes = MemorySegment.ofArray(MESSAGES.get("dblreq"));
        long size = bytes.byteSize();
        long end = MessageFramer.endInDatagram(bytes, 0, size);
        assertThat(MessageFramer.end(bytes, 0, size)).isEqualTo(end);
        assertThat(SipMessage.parse(bytes.asSlice(0, end)).doubts()).isEmpty();
        SipMessage second = SipMessage.parse(bytes.asSlice(MessageFramer.findStart(bytes, end, size)));
        assertThat(second.callId()).isEqualTo("second@client.example.com");
        assertThat(second.doubts()).extracting(Doubt::fault).containsExactly(Fault.TRAILING_BYTES);
        assertThat(second.sdp().orElseThrow().media()).hasSize(2);
    }

    @Test
    void readsWsinv() {
        SipMessage message = message("wsinv");
        assertThat(message.startLine())
                .isEqualTo(new StartLine.RequestLine("INVITE", "sip:bob@example.com;unknown", "SIP/2.0"));
        assertThat(message.to().orElseThrow().tag()).contains("b1");
        assertThat(message.from().orElseThrow().displayName()).isEqualTo("A \\\"");
        assertThat(message.cseq()).contains(new CSeq(7, "INVITE"));
        assertThat(message.maxForwards()).hasValue(68);
        assertThat(message.vias()).extracting(Via::transport).containsExactly("UDP", "TCP", "UDP");
        assertThat(message.vias())
                .extracting(via -> via.branch().orElseThrow())
                .containsExactly("old1", "z9hG4bK-2", "z9hG4bK-3");
        assertThat(message.header("newfangled").orElseThrow().value()).isEqualTo("value that goes on");
        NameAddr contact = message.addresses("Contact").getFirst();
        assertThat(contact.displayName()).isEqualTo("Quoted \"\"");
        assertThat(contact.parameters().value("new")).contains("value");
        assertThat(contact.parameters().value("q")).contains("0.33");
    }

    @Test
    void readsIntmeth() {
        SipMessage message = message("intmeth");
        assertThat(message.method()).isEqualTo("!Strange-Method_*+`.%of'~9");
        SipUri uri = SipUri.of(((StartLine.RequestLine) message.startLine()).uri());
        assertThat(uri.user()).isEqualTo("1_user.~(of-all!)&it's+$/?,/;;*");
        assertThat(uri.password()).isEqualTo("&its+=1,pass$wo~d_(all)");
        assertThat(uri.host()).isEqualTo("example.com");
        assertThat(message.from().orElseThrow().tag()).contains("_tag~1'+`*%!-.");
        assertThat(message.from().orElseThrow().parameters().value("from''~+*_!.-%"))
                .contains("\u0440\u0430\u0431\u043e\u0442\u0430\u044e\u0449\u0438\u0439");
    }

    @Test
    void readsTheOthers() {
        assertThat(message("semiuri").startLine())
                .extracting(
                        line -> SipUri.of(((StartLine.RequestLine) line).uri()).user())
                .isEqualTo("bob;par=b%40example.net");
        assertThat(message("transports").vias())
                .extracting(Via::transport)
                .containsExactly("UDP", "SCTP", "TLS", "UNKNOWN", "TCP");
        assertThat(message("esc02").addresses("Contact")).hasSize(2);
        assertThat(message("mpart01").parts())
                .extracting(part -> part.type().orElseThrow().subtype())
                .containsExactly("plain", "octet-stream");
        assertThat(message("mpart01").parts().getFirst().range().length()).isEqualTo(5);
        assertThat(message("scalarlg").warnings()).containsExactly(new Warning(-1, "overture", "In Progress"));
        assertThat(message("bigcode").status()).isEqualTo(-1);
        assertThat(message("noreason").startLine()).isEqualTo(new StartLine.StatusLine("SIP/2.0", 100, ""));
        assertThat(message("quotbal").to().orElseThrow().uri().user()).isEqualTo("bob");
        assertThat(message("longreq").vias()).hasSizeGreaterThan(30);
        assertThat(message("cparam01")
                        .addresses("Contact")
                        .getFirst()
                        .parameters()
                        .has("unknownparam"))
                .isTrue();
        assertThat(message("cparam02")
                        .addresses("Contact")
                        .getFirst()
                        .uri()
                        .parameters()
                        .has("unknownparam"))
                .isTrue();
        assertThat(message("regescrt").addresses("Contact").getFirst().uri().headers())
                .hasSize(1);
    }

    private static SipMessage message(String name) {
        return SipMessage.parse(MemorySegment.ofArray(MESSAGES.get(name)));
    }
}
