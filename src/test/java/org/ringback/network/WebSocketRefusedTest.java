package org.ringback.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP with which a WebSocket for SIP begins, or does not. */
class WebSocketRefusedTest {

    private static final int ACK = 16;
    private static final String SIP = "Sec-WebSocket-Protocol: sip\r\n";

    private static String request(String more) {
        return "GET /ws?token=secret HTTP/1.1\r\nHost: pbx.example.com\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + more + "\r\n";
    }

    private static List<WebSocketRefused> refused(String request, String response) {
        byte[] asked = request.getBytes(US_ASCII);
        return Seen.all(
                new Wire()
                        .client(ACK, 10, 100, asked)
                        .server(ACK, 100, 10 + asked.length, response.getBytes(US_ASCII))
                        .events(),
                WebSocketRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "403 Forbidden", "426 Upgrade Required", "502 Bad Gateway", "200 OK"})
    void anythingBut101Refuses(String answer) {
        assertThat(refused(request(SIP), "HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\n\r\n"))
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.status() + " " + refused.phrase()).isEqualTo(answer);
                    assertThat(refused.path()).isEqualTo("/ws");
                    assertThat(refused.asksForSip()).isTrue();
                    assertThat(refused.withoutSip()).isFalse();
                    assertThat(refused.server().port()).isEqualTo(5061);
                    assertThat(refused.opening().frame()).isEqualTo(1);
                    assertThat(refused.seen().frame()).isEqualTo(2);
                });
    }

    @Test
    void aPhraseMayBeMissing() {
        assertThat(refused(request(SIP), "HTTP/1.1 404\r\n\r\n"))
                .extracting(WebSocketRefused::phrase)
                .containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sec-WebSocket-Protocol: chat\r\n"})
    void anAnswerThatDoesNotAgreeToSip(String protocol) {
        assertThat(refused(
                        request(SIP), "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n" + protocol + "\r\n"))
                .extracting(WebSocketRefused::withoutSip)
                .containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-WebSocket-Protocol: sip\r\n\r\n", "sec-websocket-protocol:SIP\r\n\r\n", "X-Long: "})
    void anAnswerThatAgreesOrMayDoSo(String end) {
        assertThat(refused(request(SIP), "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n" + end))
                .isEmpty();
    }

    @Test
    void theClientMayForgetToAskForSip() {
        assertThat(refused(request("Sec-WebSocket-Protocol: chat\r\n"), "HTTP/1.1 400 Bad Request\r\n\r\n"))
                .extracting(WebSocketRefused::asksForSip)
                .containsExactly(false);
    }

    @Test
    void aWebPageIsNoWebSocket() {
        assertThat(refused("GET /index.html HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 404 Not Found\r\n\r\n"))
                .isEmpty();
    }

    @Test
    void anotherConnectionAnswersNothing() {
        byte[] asked = request(SIP).getBytes(US_ASCII);
        byte[] answer = "HTTP/1.1 404 Not Found\r\n\r\n".getBytes(US_ASCII);
        assertThat(Seen.all(
                        new Wire()
                                .client(ACK, 10, 100, asked)
                                .tcp(2, 5061, 1, 40_001, ACK, 100, 10, answer)
                                .events(),
                        WebSocketRefused.class))
                .isEmpty();
    }

    @Test
    void whoIsFirstAskedForALoginGetsItInTheEnd() {
        byte[] asked = request(SIP).getBytes(US_ASCII);
        byte[] login = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);
        byte[] again = request("Authorization: Basic YTpi\r\n" + SIP).getBytes(US_ASCII);
        byte[] granted =
                ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n" + SIP + "\r\n").getBytes(US_ASCII);

        assertThat(Seen.all(
                        new Wire()
                                .client(ACK, 10, 100, asked)
                                .server(ACK, 100, 10 + asked.length, login)
                                .client(ACK, 10 + asked.length, 100 + login.length, again)
                                .server(ACK, 100 + login.length, 10 + asked.length + again.length, granted)
                                .events(),
                        WebSocketRefused.class))
                .isEmpty();
    }
}
