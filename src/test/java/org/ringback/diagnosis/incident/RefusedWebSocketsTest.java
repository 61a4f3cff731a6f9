package org.ringback.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.WebSocketRefused;

/** WebSockets for SIP that did not come about. */
class RefusedWebSocketsTest {

    private static final Endpoint BROWSER = new Endpoint("192.0.2.21", 42_000);

    private final Trace trace = Trace.ofSignaling();

    private void refused(int port, int status, String phrase, boolean sip) {
        var server = new Endpoint("192.0.2.5", port);
        Sighting asked = trace.packet(BROWSER, server, Sighting.Kind.TCP);
        Sighting seen = trace.packet(server, BROWSER, Sighting.Kind.TCP);
        trace.seen(new WebSocketRefused(seen, asked, status, phrase, "/ws", sip));
    }

    @ParameterizedTest
    @CsvSource({
        "404, Not Found, true, websocket-refused",
        "403, Forbidden, true, websocket-refused",
        "426, Upgrade Required, true, websocket-refused",
        "502, Bad Gateway, true, websocket-server-behind-down",
        "504, Gateway Timeout, true, websocket-server-behind-down",
        "400, Bad Request, false, websocket-sip-not-asked",
        "101, Switching Protocols, true, websocket-without-sip"
    })
    void isTold(int status, String phrase, boolean sip, String id) {
        refused(8088, status, phrase, sip);
        refused(8088, status, phrase, sip);

        assertThat(Noticed.ids(trace)).containsExactly(id);
        assertThat(Noticed.in(trace).getFirst().finding().values())
                .containsEntry("client", Value.of(BROWSER.host()))
                .containsEntry("path", Value.of("/ws"))
                .containsEntry("code", Value.of(status + " " + phrase))
                .containsEntry("count", Value.of(2));
    }

    @Test
    void aWebSocketOfSomethingElse() {
        refused(443, 403, "Forbidden", false);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void whoGetsItLaterHasNotFailed() {
        refused(443, 503, "Service Unavailable", true);
        trace.host("browser", BROWSER.host(), BROWSER.port()).host("server", "192.0.2.5", 443);
        trace.after(3).from("browser").to("server").request("REGISTER");
        trace.from("server").to("browser").responds(200, "REGISTER");

        assertThat(Noticed.ids(trace)).isEmpty();
    }
}
